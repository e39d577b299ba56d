"""A stranger walks a figure back, with nothing but a browser and two lines of a shell."""

from collections.abc import Callable
from hashlib import sha256

import pytest
from django.test import Client
from pytest_django import Settings

from sereno.logbook.actions import subject_of
from sereno.reports import actions
from sereno.reports.models import Figure
from sereno.results.actions import EvidenceDraft
from sereno.results.actions.evidence import attach
from sereno.results.models import Measurement
from tests.reports.conftest import MORNING, Council
from tests.reports.queries.test_trace import minutes, of_parish
from tests.reports.story import answered
from tests.results.rules.test_photographs import photograph

Measured = Callable[..., Measurement]


@pytest.fixture
def figure(council: Council, measured: Measured) -> Figure:
    answered(2, by=subject_of(council.carmen))
    return actions.publish(measured(), by=council.marta, at=MORNING)


def test_three_clicks_lead_from_the_home_page_to_the_signal(client: Client, figure: Figure) -> None:
    assert f"/cifras/{figure.slug}/" in client.get("/").content.decode()
    page = client.get(f"/cifras/{figure.slug}/").content.decode()
    assert f"/cifras/{figure.slug}/casos/incident:2/" in page
    case = client.get(f"/cifras/{figure.slug}/casos/incident:2/").content.decode()
    assert "Llegó la señal y quedó guardada" in case
    assert "06/03/2026 21:04:07" in case
    assert "Se cerró el incidente" in case


def test_the_page_always_asks_where_the_number_comes_from(client: Client, figure: Figure) -> None:
    page = client.get(f"/cifras/{figure.slug}/").content.decode()
    assert "¿De dónde sale este número?" in page
    assert "Se ordenan los valores de menor a mayor" in page
    assert f"curl -fsSo hoja.csv http://testserver/cifras/{figure.slug}/hoja.csv" in page
    assert figure.measurement.seal in page
    assert "no coincide" not in page


def test_the_file_has_the_seal_that_the_page_says(client: Client, figure: Figure) -> None:
    answer = client.get(f"/cifras/{figure.slug}/hoja.csv")
    assert sha256(answer.content).hexdigest() == figure.measurement.seal
    assert answer.content.decode().splitlines()[-1] == "= 7"
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"


def test_a_file_of_the_example_says_so_in_its_name(
    client: Client, figure: Figure, settings: Settings
) -> None:
    settings.EXAMPLE = "loja"
    answer = client.get(f"/cifras/{figure.slug}/hoja.csv")
    assert "datos-de-ejemplo" in answer.headers["Content-Disposition"]
    assert "Datos de ejemplo" in client.get(f"/cifras/{figure.slug}/").content.decode()


def test_a_tampered_sheet_shows(client: Client, figure: Figure) -> None:
    sheet = figure.measurement.worksheet.replace("incident:2,7", "incident:2,5")
    Measurement.objects.update(worksheet=sheet)
    page = client.get(f"/cifras/{figure.slug}/").content.decode()
    assert "no coincide" in page
    assert "Todo coincide" not in page


def test_a_long_sheet_is_read_by_pages(
    client: Client, council: Council, measured: Measured
) -> None:
    figure = actions.publish(measured(minutes(1, 1000)), by=council.marta, at=MORNING)
    first = client.get(f"/cifras/{figure.slug}/").content.decode()
    last = client.get(f"/cifras/{figure.slug}/?pagina=20").content.decode()
    assert "Página 1 de 20" in first
    assert "incidente 51<" not in first
    assert "incidente 1000<" in last
    assert client.get(f"/cifras/{figure.slug}/?pagina=nada").status_code == 200


def test_a_corrected_figure_stays_and_says_so(
    client: Client, council: Council, measured: Measured, figure: Figure
) -> None:
    late = measured({"incident:1": "9"})
    later = actions.correct(figure, late, "Llegó un parte", by=council.marta, at=MORNING)
    old = client.get(f"/cifras/{figure.slug}/").content.decode()
    new = client.get(f"/cifras/{later.slug}/").content.decode()
    assert "Esta cifra fue corregida" in old
    assert "Llegó un parte" in old
    assert f"/cifras/{later.slug}/" in old
    assert "Esta cifra corrige a otra, que decía 7,0\u00a0min" in new


def test_nobody_is_named_to_a_stranger(client: Client, council: Council, figure: Figure) -> None:
    people = [council.carmen, council.jorge, council.marta, council.ana]
    paths = (
        *("/", "/metas/arrive_median/", "/mapa/", "/bitacora/", "/como-se-calcula/", "/informe/"),
        *(f"/cifras/{figure.slug}/", f"/cifras/{figure.slug}/hoja.csv"),
        *(
            f"/cifras/{figure.slug}/casos/incident:2/",
            "/informe/2026/",
            "/informe/2026/informe.json",
        ),
        *("/sitemap.xml", "/robots.txt"),
    )
    for path in paths:
        answer = client.get(path)
        assert answer.status_code == 200, path
        page = answer.content.decode()
        for person in people:
            assert person.full_name not in page, path
        assert "-3.98" not in page, path
        assert "-79.2" not in page, path


def test_an_auditor_sees_who_did_it_and_the_page_is_not_kept(
    client: Client, council: Council, figure: Figure
) -> None:
    client.force_login(council.ana)
    answer = client.get(f"/cifras/{figure.slug}/casos/incident:2/")
    assert "Carmen Planificadora" in answer.content.decode()
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_planner_sees_what_everyone_sees(
    client: Client, council: Council, figure: Figure
) -> None:
    client.force_login(council.jorge)
    page = client.get(f"/cifras/{figure.slug}/casos/incident:2/").content.decode()
    assert "Carmen Planificadora" not in page


def test_what_was_not_counted_is_not_there(client: Client, figure: Figure) -> None:
    answered(9, by="")
    assert client.get(f"/cifras/{figure.slug}/casos/incident:9/").status_code == 404
    assert client.get("/cifras/no-existe/").status_code == 404
    assert client.get("/cifras/no-existe/hoja.csv").status_code == 404


def test_a_parish_with_few_cases_keeps_its_file(
    client: Client, council: Council, measured: Measured
) -> None:
    few = measured(dict.fromkeys(minutes(1, 3), "21"), target=of_parish(council, "Gualel"))
    figure = actions.publish(few, by=council.marta, at=MORNING)
    page = client.get(f"/cifras/{figure.slug}/").content.decode()
    assert "menos de 5 casos" in page
    assert "21,0" not in page
    assert "incident:1" not in page
    refused = client.get(f"/cifras/{figure.slug}/hoja.csv")
    assert refused.status_code == 403
    assert "alguien podría ser reconocido" in refused.content.decode()


def test_a_figure_without_a_number_says_which_kind_of_nothing(
    client: Client, council: Council, measured: Measured
) -> None:
    empty = measured({}, formula="share", absence=Measurement.Absence.NOT_APPLICABLE)
    figure = actions.publish(empty, by=council.marta, at=MORNING)
    assert figure.printed_value == "no aplica"
    assert "No aplica" in client.get(f"/cifras/{figure.slug}/").content.decode()


def test_the_public_sees_the_copy_of_a_photograph_of_a_published_figure_only(
    client: Client, council: Council, figure: Figure, measured: Measured
) -> None:
    draft = EvidenceDraft("Patrulla", file=photograph())
    shown = attach(figure.measurement, draft, by=council.carmen, at=MORNING)
    answer = client.get(f"/cifras/{figure.slug}/fotografias/{shown.pk}.jpg")
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    assert sha256(content).hexdigest() == shown.public_sha256
    assert shown.public_sha256 in client.get(f"/cifras/{figure.slug}/").content.decode()
    Figure.objects.filter(pk=figure.pk).update(slug="otra")
    assert client.get(f"/cifras/{figure.slug}/fotografias/{shown.pk}.jpg").status_code == 404
