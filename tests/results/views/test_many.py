"""A planner pastes many numbers: looks, keeps the good ones, and takes the rest home as a file."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from sereno.logbook.models import Entry
from sereno.plans.models import Plan, Target
from sereno.results.models import Measurement
from sereno.web.tables import rows_of, text_of
from tests.results.conftest import Council, Promise

TABLE = "/resultados/tabla/"


@pytest.fixture
def goals(promise: Promise) -> list[Target]:
    """A quantity, a share, a document and a number that comes from records."""
    made = [
        promise(),
        promise(kind="share", value=Decimal(60), universe="Barrios", universe_size=9),
        promise(kind="milestone", value=None, source_words="Ordenanza"),
        promise("alerts.by_class", "count"),
    ]
    today = timezone.localdate()
    begun, over = today - timedelta(days=100), today + timedelta(days=100)
    Plan.objects.update(starts_on=begun, ends_on=over)
    Target.objects.update(starts_on=begun, ends_on=over)
    return made


def paste(*rows: str) -> str:
    return "\n".join(("Meta\tValor\tNota\tEvidencia", *rows))


def test_the_months_of_a_goal_come_together_and_each_is_reviewed(
    client: Client, council: Council, goals: list[Target]
) -> None:
    client.force_login(council.carmen)
    goal, today = goals[0].pk, timezone.localdate()
    days = [f"{today - timedelta(days=back):%d/%m/%Y}" for back in (60, 30, 0)]
    rows = [f"{goal}\t{day}\t{value}" for day, value in zip(days, (3, 5, 9), strict=True)]
    table = "\n".join(("Meta\tHasta\tValor", *rows, f"{goal}\t{days[1]}\t6"))
    page = client.post(TABLE, {"text": table, "do": "accept"}).content.decode()
    assert "3 números quedaron en borrador" in page
    assert "Esta meta ya vino hasta ese día en la fila 3" in page
    kept = Measurement.objects.open().order_by("ends_at")
    assert [one.value for one in kept] == [3, 5, 9]
    again = client.post(TABLE, {"text": table, "do": "accept"}).content.decode()
    assert again.count("ya tiene un borrador en camino que cuenta hasta ese día") == 3
    listed = client.get("/resultados/?ver=revisar").content.decode()
    assert [listed.count(f"hasta el {day}") for day in days] == [1, 1, 1]
    shown = client.get(f"/resultados/meta/{goal}/").content.decode()
    assert shown.count("En camino, hasta el") == 3
    assert "y 2 más hasta días anteriores" in client.get("/resultados/?ver=todas").content.decode()


def test_the_good_rows_stay_and_the_bad_ones_say_why(
    client: Client, council: Council, goals: list[Target]
) -> None:
    client.force_login(council.carmen)
    quantity, share, paper, computed = (goal.pk for goal in goals)
    text = paste(
        f"{quantity}\t1.234,5\tContado\thttps://example.org/acta",
        f"{share}\t88,8 %",
        f"{paper}\tcumplido",
        f"{computed}\t4",
        f"{quantity}\t5",
        "99999\t4",
    )
    before = Entry.objects.count()
    seen = client.post(TABLE, {"text": text, "do": "preview"})
    assert [one.number for one in seen.context["seen"].rejects] == [3, 5, 6, 7]
    assert seen.context["seen"].rejects[0].text == "88,8 %"
    assert "Todavía no se ha guardado nada" in seen.content.decode()
    assert Measurement.objects.count() == 0
    assert Entry.objects.count() == before
    kept = client.post(TABLE, {"text": text, "do": "accept"})
    assert [str(one) for one in Measurement.objects.order_by("pk")] == [
        f"{quantity} = 1234.5000",
        f"{paper} = 1.0000",
    ]
    assert Measurement.objects.get(target=quantity).evidence.get().link
    page = kept.content.decode()
    assert "2 números quedaron en borrador" in page
    assert "8 de 9" in page
    left = kept.context["seen"].left
    assert [row[0] for _, row in rows_of(left)] == [
        "Meta",
        *map(str, [share, computed, quantity, 99999]),
    ]


def test_the_rejects_are_a_file_that_a_spreadsheet_will_not_run(
    client: Client, council: Council, goals: list[Target]
) -> None:
    client.force_login(council.jorge)
    text = paste("=1+1\t4\t@nota", f"{goals[0].pk}\t-5")
    answer = client.post(TABLE, {"text": text, "do": "rejects"})
    assert answer["Content-Type"].startswith("text/csv")
    rows = rows_of(answer.content.decode("utf-8-sig"))
    assert [row[:4] for _, row in rows[1:]] == [
        ["2", "'=1+1", "4", "'@nota"],
        ["3", str(goals[0].pk), "'-5", ""],
    ]
    assert "menor que cero" in rows[2][1][-1]


def test_the_template_lists_what_may_be_reported_and_is_read_back(
    client: Client, council: Council, goals: list[Target]
) -> None:
    client.force_login(council.carmen)
    for form in ("", "&forma=csv"):
        sent = client.get(f"{TABLE}plantilla/?anio={timezone.localdate().year}{form}").content
        rows = rows_of(text_of(sent))
        assert [row[0] for _, row in rows[1:]] == [str(goal.pk) for goal in goals[:3]]
        answer = client.post(TABLE, {"file": SimpleUploadedFile("t.xlsx", sent), "do": "preview"})
        assert len(answer.context["seen"].rejects) == 3


def test_an_indicator_may_be_named_instead_of_its_number(
    client: Client, council: Council, goals: list[Target]
) -> None:
    client.force_login(council.carmen)
    slug = goals[0].indicator.slug
    table = f"Indicador;Valor\n{slug};7\nLo que se cuenta;4\nninguno;4"
    seen = client.post(TABLE, {"text": table, "do": "preview"}).context["seen"]
    assert [kept.draft.target.pk for kept in seen.kept] == [goals[0].pk]
    assert ["Varias metas" in one.why for one in seen.rejects] == [True, False]


def test_only_who_measures_may_enter(client: Client, council: Council) -> None:
    for person in (council.marta, council.ana, council.rosa, council.pedro):
        client.force_login(person)
        assert client.get(TABLE).status_code == 403
        assert client.get(f"{TABLE}plantilla/").status_code == 403


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Pegue la tabla"),
        ("a;b", "Faltan: meta, valor"),
        ("Meta;Valor", "solo los títulos"),
        ("Meta;Valor\n" + "1;1\n" * 2001, "2.000"),
    ],
)
def test_what_is_no_table_is_refused_in_words(
    client: Client, council: Council, text: str, words: str
) -> None:
    client.force_login(council.carmen)
    answer = client.post(TABLE, {"text": text, "do": "preview"})
    assert answer.status_code == 422
    assert words in answer.content.decode()
