"""The pages of results: who may come in, what they show, and the road from draft to approved."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sereno.community.models import Activity
from sereno.people.models import Person
from sereno.plans import actions as planning
from sereno.plans.models import Indicator, Plan, Target
from sereno.results import actions
from sereno.results.actions import EvidenceDraft, Report
from sereno.results.models import Evidence, Measurement
from sereno.results.queries import waits_for
from sereno.web.rules import Absent
from tests.results.conftest import Council, Promise

PDF = b"%PDF-1.7\nacta\n"


@pytest.fixture
def today() -> date:
    """The pages read the clock, so what they show must be promised for now."""
    return timezone.localdate()


@pytest.fixture
def target(promise: Promise, today: date) -> Target:
    """A quantity of ten, promised for a period that runs today."""
    made = promise()
    _move(today)
    return Target.objects.get(pk=made.pk)


def _move(today: date) -> None:
    """Let every promise run around today."""
    begun, over = today - timedelta(days=100), today + timedelta(days=100)
    Plan.objects.update(starts_on=begun, ends_on=over)
    Target.objects.update(starts_on=begun, ends_on=over)


@pytest.fixture
def draft(council: Council, target: Target) -> Measurement:
    return actions.report(
        target,
        Report(value=Decimal(4)),
        evidence=[EvidenceDraft("Acta", file=PDF)],
        by=council.carmen,
        at=timezone.now(),
    )


SEES, TAKES = "measurement.see", "measurement.take"


@pytest.mark.parametrize(
    ("address", "act"),
    [
        ("/resultados/", SEES),
        ("/resultados/plan/plan-0/", SEES),
        ("/resultados/meta/{target}/", SEES),
        ("/resultados/medicion/{draft}/", SEES),
        ("/resultados/medicion/{draft}/hoja/", SEES),
        ("/resultados/meta/{target}/reportar/", TAKES),
        ("/resultados/indicador/indicator-0-0/fuente/", "plan.write"),
    ],
)
def test_each_door_opens_to_whom_it_belongs(
    client: Client, council: Council, target: Target, draft: Measurement, address: str, act: str
) -> None:
    path = address.format(target=target.pk, draft=draft.pk)
    assert client.get(path).status_code == 302
    everyone = (council.carmen, council.jorge, council.marta, council.ana, council.rosa)
    for person in (*everyone, council.pedro):
        client.force_login(person)
        assert client.get(path).status_code == (200 if person.may(act) else 403), person


@pytest.mark.parametrize(
    ("verb", "act"),
    [
        ("revisar", "measurement.review"),
        ("aprobar", "measurement.approve"),
        ("devolver", "measurement.return"),
        ("evidencia", TAKES),
    ],
)
def test_each_decision_belongs_to_its_roles(
    client: Client, council: Council, draft: Measurement, verb: str, act: str
) -> None:
    path = f"/resultados/medicion/{draft.pk}/{verb}/"
    assert client.post(path).status_code == 302
    for person in (council.ana, council.rosa, council.pedro, council.marta, council.sara):
        client.force_login(person)
        refused = client.post(path).status_code == 403
        assert refused is not person.may(act), person
        assert client.get(path).status_code in {403, 405}


def test_a_number_is_reported_reviewed_and_approved_by_three_people(
    client: Client, council: Council, target: Target, today: date
) -> None:
    client.force_login(council.carmen)
    answer = client.post(
        f"/resultados/meta/{target.pk}/reportar/",
        {
            "answer": "known",
            "value": "1.234,5",
            "until": today.isoformat(),
            "note": "Contado a mano",
            "evidence-title": "Acta",
            "evidence-file": SimpleUploadedFile("acta.exe", PDF),
        },
    )
    measurement = Measurement.objects.get()
    page = f"/resultados/medicion/{measurement.pk}/"
    assert answer.headers["Location"] == page
    assert measurement.value == Decimal("1234.5")
    assert Evidence.objects.get().media_type == "application/pdf"

    shown = client.get(page).content.decode()
    assert "la revisa y la aprueba otra persona" in shown
    assert "Dar por revisada" not in shown
    client.post(f"{page}revisar/")
    assert Measurement.objects.get().reviewed_at is None

    client.force_login(council.jorge)
    assert "Dar por revisada" in client.get(page).content.decode()
    client.post(f"{page}revisar/")
    client.force_login(council.marta)
    shown = client.get(page).content.decode()
    assert "Aprobar" in shown
    assert measurement.seal[:32] in shown
    client.post(f"{page}aprobar/")
    assert Measurement.objects.get().approved_by == council.marta
    assert "Aprobar" not in client.get(page).content.decode()


def test_what_nobody_records_is_told_as_unknown_and_not_as_zero(
    client: Client, council: Council, promise: Promise, today: date
) -> None:
    target = promise("community.joint_operations", "count")
    _move(today)
    client.force_login(council.carmen)
    page = f"/resultados/meta/{target.pk}/medir/"
    shown = client.get(page).content.decode()
    assert "No es cero: no se sabe" in shown
    assert "sin dato" in shown
    client.post(page)
    assert (Measurement.objects.get().value, Measurement.objects.get().absence) == (None, "unknown")


def test_a_measurement_is_looked_at_before_it_is_kept(
    client: Client, council: Council, promise: Promise, today: date
) -> None:
    target = promise("community.joint_operations", "count")
    _move(today)
    Activity.objects.create(
        kind="training",
        title="Primeros auxilios",
        planned_for=timezone.now(),
        planned_by=council.carmen,
        held_at=timezone.now() - timedelta(days=1),
        attendance=12,
    )
    client.force_login(council.carmen)
    page = f"/resultados/meta/{target.pk}/medir/"
    shown = client.get(page).content.decode()
    assert "Todavía no se ha guardado" in shown
    assert "sin avance: 0" in shown
    assert not Measurement.objects.exists()
    client.post(page, {"note": "primera vez"})
    kept = Measurement.objects.get()
    assert (kept.value, kept.note, kept.measured_by) == (Decimal(0), "primera vez", council.carmen)
    again = client.post(page, follow=True).content.decode()
    assert "ya tiene un borrador en camino" in again
    assert Measurement.objects.count() == 1


def test_the_sealed_sheet_is_given_out_as_it_was_sealed(
    client: Client, council: Council, draft: Measurement
) -> None:
    client.force_login(council.ana)
    file = client.get(f"/resultados/medicion/{draft.pk}/hoja/")
    assert sha256(file.content).hexdigest() == draft.seal
    assert file.headers["Content-Disposition"].startswith("attachment")


def test_evidence_is_always_a_download(
    client: Client, council: Council, draft: Measurement
) -> None:
    client.force_login(council.ana)
    one = draft.evidence.get()
    answer = client.get(f"/resultados/evidencia/{one.pk}/")
    assert b"".join(answer.streaming_content) == PDF  # type: ignore[attr-defined]
    assert answer.headers["Content-Disposition"] == f'attachment; filename="evidencia-{one.pk}.pdf"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    client.force_login(council.pedro)
    assert client.get(f"/resultados/evidencia/{one.pk}/").status_code == 403


def test_a_file_that_is_no_evidence_is_refused_in_words(
    client: Client, council: Council, draft: Measurement
) -> None:
    client.force_login(council.carmen)
    answer = client.post(
        f"/resultados/medicion/{draft.pk}/evidencia/",
        {"evidence-title": "Foto", "evidence-file": SimpleUploadedFile("foto.pdf", b"MZ\x90")},
    )
    assert answer.status_code == 422
    assert "Por su contenido no es PDF" in answer.content.decode()
    assert draft.evidence.count() == 1


def test_what_is_returned_shows_its_reason_to_its_author(
    client: Client, council: Council, draft: Measurement
) -> None:
    client.force_login(council.jorge)
    page = f"/resultados/medicion/{draft.pk}/"
    client.post(f"{page}devolver/", {"because": ""})
    draft.refresh_from_db()
    assert draft.returned_at is None
    client.post(f"{page}devolver/", {"because": "El acta es de otro mes"})
    client.force_login(council.carmen)
    assert "El acta es de otro mes" in client.get(page).content.decode()
    assert "El acta es de otro mes" in client.get("/resultados/?ver=devueltas").content.decode()


def test_the_list_begins_with_what_this_person_can_do(
    client: Client, council: Council, draft: Measurement
) -> None:
    client.force_login(council.jorge)
    assert client.get("/resultados/").context["here"] == "revisar"
    actions.review(draft, by=council.jorge, at=timezone.now())
    client.force_login(council.marta)
    assert client.get("/resultados/").context["here"] == "aprobar"
    client.force_login(council.ana)
    assert client.get("/resultados/").context["here"] == "medir"


def test_the_four_absences_are_four_different_words(
    client: Client, council: Council, promise: Promise, today: date
) -> None:
    made = [promise() for _ in range(4)]
    _move(today)
    said = (Report(value=Decimal(0)), Report(absent=Absent.UNKNOWN))
    found = (*said, Report(absent=Absent.NOT_APPLICABLE))
    client.force_login(council.ana)
    shown = []
    for target, report in zip(made, (*found, None), strict=True):
        fresh = Target.objects.get(pk=target.pk)
        if report:
            kept = actions.report(
                fresh,
                report,
                evidence=[EvidenceDraft("Acta", file=PDF)],
                by=council.carmen,
                at=timezone.now(),
            )
            actions.review(kept, by=council.jorge, at=timezone.now())
            actions.approve(kept, by=council.marta, at=timezone.now())
        page = client.get(f"/resultados/meta/{target.pk}/")
        shown.append(page.context["standing"].progress.state)
    assert shown == ["zero", "unknown", "not_applicable", "not_due"]


@pytest.mark.parametrize("path", ["/resultados/?ver=todas", "/resultados/plan/{slug}/"])
def test_a_page_asks_the_same_however_many_promises_it_shows(
    client: Client, council: Council, promise: Promise, today: date, path: str
) -> None:
    client.force_login(council.ana)
    asked = []
    for times in (1, 60):
        promise(times=times)
        _move(today)
        slug = Plan.objects.latest("pk").slug
        for target in Target.objects.filter(measurements=None)[:40]:
            actions.report(target, Report(value=Decimal(1)), by=council.carmen, at=timezone.now())
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path.format(slug=slug)).status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 8


def test_the_source_of_a_number_is_chosen_while_the_plan_is_a_draft(
    client: Client, council: Council, target: Target
) -> None:
    client.force_login(council.carmen)
    page = f"/resultados/indicador/{target.indicator.slug}/fuente/"
    answer = client.post(page, {"tied": "devices.operating share"}, follow=True)
    assert "ya está publicado" in answer.content.decode()
    Plan.objects.update(published_at=None, published_by=None)
    client.post(page, {"tied": "devices.operating share"})
    indicator = Indicator.objects.get()
    assert (indicator.source, indicator.formula) == ("devices.operating", "share")
    assert client.post(page, {"tied": "devices.operating p90"}).status_code == 422
    planning.publish_plan(Plan.objects.get(), by=council.marta, at=timezone.now())


def test_what_is_late_says_so(
    client: Client, council: Council, target: Target, today: date
) -> None:
    Target.objects.update(starts_on=today - timedelta(days=60), ends_on=today - timedelta(days=1))
    client.force_login(council.carmen)
    page = client.get("/resultados/")
    assert [standing.due for standing in page.context["shown"]] == ["late"]
    assert "atrasada" in page.content.decode()
    until = datetime.combine(today, datetime.min.time(), tzinfo=timezone.get_default_timezone())
    late = actions.report(
        Target.objects.get(),
        Report(absent=Absent.UNKNOWN),
        ends_at=until,
        by=council.carmen,
        at=datetime.now(UTC),
    )
    actions.review(late, by=council.jorge, at=timezone.now())
    actions.approve(late, by=council.marta, at=timezone.now())
    assert client.get("/resultados/?ver=medir").context["shown"] == []


def test_the_start_page_says_what_waits_for_each(
    client: Client, council: Council, draft: Measurement
) -> None:
    def waits(person: Person) -> list[str] | None:
        return waits_for(person, timezone.localdate())

    assert "1 por revisar" in (waits(council.jorge) or [])
    assert "1 por revisar" not in (waits(council.carmen) or [])
    assert waits(council.marta) == []
    actions.review(draft, by=council.jorge, at=timezone.now())
    assert waits(council.marta) == ["1 por aprobar"]
    assert waits(council.ana) == []
