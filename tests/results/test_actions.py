"""What can be done with a measurement, by whom, and what is refused."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from sereno.logbook.models import Entry
from sereno.logbook.queries import chain
from sereno.people.rules import Role
from sereno.results import actions
from sereno.results.actions import EvidenceDraft, Report
from sereno.results.models import Evidence, Measurement
from sereno.results.queries import NoSource, standings
from sereno.results.rules import rows
from sereno.results.rules.evidence import NotEvidence
from sereno.results.rules.progress import State
from sereno.web.rules import Absent
from tests.results.conftest import NOON, Council, Promise, enrol
from tests.results.street import hold

LATER = NOON + timedelta(hours=1)
PDF = b"%PDF-1.7\nacta de entrega\n"
DOCUMENT = {"kind": "milestone", "source_words": "informe"}
ACT = EvidenceDraft("Acta de entrega", file=PDF)


def reported(council: Council, promise: Promise, value: str = "7") -> Measurement:
    return actions.report(
        promise(), Report(value=Decimal(value)), evidence=[ACT], by=council.carmen, at=NOON
    )


def approved(council: Council, promise: Promise) -> Measurement:
    measurement = reported(council, promise)
    actions.review(measurement, by=council.jorge, at=LATER)
    actions.approve(measurement, by=council.marta, at=LATER)
    return measurement


def test_a_target_is_measured_from_records_and_sealed(council: Council, promise: Promise) -> None:
    hold(council.sara, 3)
    target = promise("community.joint_operations", "count")
    measurement = actions.measure(target, by=council.carmen, at=NOON)
    assert measurement.value == Decimal(3)
    assert measurement.seal == sha256(measurement.sealed.encode()).hexdigest()
    assert rows.recompute(measurement.worksheet).value == Decimal(3)
    assert measurement.starts_at == datetime(2026, 1, 1, 5, tzinfo=UTC)
    assert measurement.ends_at == NOON
    line = Entry.objects.latest("number")
    assert (line.event, line.data["value"]) == ("target.measured", "3")
    assert line.data["seal"] == measurement.seal
    assert measurement.as_of_entry == line.number - 1
    walked = [entry.event for entry in chain(line.subject)]
    assert walked == ["plan.drafted", "target.set", "plan.published", "target.measured"]


def test_what_was_kept_reads_back_as_it_was_sealed(council: Council, promise: Promise) -> None:
    hold(council.sara, 2)
    made = actions.measure(
        promise("community.joint_operations", "count"), by=council.carmen, at=NOON
    )
    kept = Measurement.objects.get(pk=made.pk)
    assert kept.is_whole()
    Measurement.objects.filter(pk=made.pk).update(value=Decimal(9))
    assert not Measurement.objects.get(pk=made.pk).is_whole()
    with pytest.raises(actions.SealBroken):
        actions.review(made, by=council.jorge, at=LATER)


def test_late_data_take_a_new_measurement_and_leave_the_old_one(
    council: Council, promise: Promise
) -> None:
    hold(council.sara, 1)
    target = promise("community.joint_operations", "count")
    for _ in range(2):
        measurement = actions.measure(target, by=council.carmen, at=NOON)
        actions.review(measurement, by=council.jorge, at=NOON)
        actions.approve(measurement, by=council.marta, at=NOON)
        hold(council.sara, 1)
    values = Measurement.objects.approved().order_by("pk").values_list("value", flat=True)
    assert list(values) == [Decimal(1), Decimal(2)]
    (standing,) = standings([target], today=date(2026, 6, 15))
    assert standing.approved is not None
    assert standing.approved.value == Decimal(2)


@pytest.mark.parametrize(
    ("starts_at", "ends_at"),
    [
        (datetime(2025, 12, 1, tzinfo=UTC), None),
        (None, NOON + timedelta(seconds=1)),
        (NOON, NOON),
        (NOON, NOON - timedelta(days=1)),
    ],
)
def test_a_period_outside_the_promise_or_in_the_future_is_refused(
    council: Council, promise: Promise, starts_at: datetime | None, ends_at: datetime | None
) -> None:
    target = promise("community.joint_operations", "count")
    with pytest.raises(actions.OutsideTarget):
        actions.measure(target, starts_at=starts_at, ends_at=ends_at, by=council.carmen, at=NOON)
    assert not Measurement.objects.exists()


def test_what_has_no_source_or_another_formula_is_not_measured(
    council: Council, promise: Promise
) -> None:
    for source, formula in (("", ""), ("community.magic", "count"), ("devices.operating", "p90")):
        with pytest.raises(NoSource):
            actions.measure(promise(source, formula), by=council.carmen, at=NOON)


def test_a_target_has_one_draft_for_each_day(council: Council, promise: Promise) -> None:
    target = promise("community.joint_operations", "count")
    first = actions.measure(target, by=council.carmen, at=NOON)
    with pytest.raises(actions.DraftWaiting) as refusal:
        actions.measure(target, by=council.jorge, at=LATER)
    assert refusal.value.measurement == first.pk
    before = actions.measure(target, by=council.carmen, at=LATER, ends_at=NOON - timedelta(days=31))
    assert set(Measurement.objects.open()) == {first, before}
    first.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        first.save(force_insert=True)


def test_what_records_can_tell_nobody_reports(council: Council, promise: Promise) -> None:
    target = promise("community.joint_operations", "count")
    with pytest.raises(actions.IsComputed):
        actions.report(target, Report(value=Decimal(99)), by=council.carmen, at=NOON)


@pytest.mark.parametrize(
    ("changes", "found", "value", "parts", "absence"),
    [
        ({}, Report(value=Decimal(0)), "0", (None, None), ""),
        ({}, Report(value=Decimal("7.5")), "7.5", (None, None), ""),
        ({}, Report(absent=Absent.UNKNOWN), None, (None, None), "unknown"),
        ({}, Report(absent=Absent.NOT_APPLICABLE), None, (None, None), "not-applicable"),
        ({"kind": "share"}, Report(part=Decimal(1), whole=Decimal(3)), "33.3333", (1, 3), ""),
        (
            {"kind": "share"},
            Report(part=Decimal(0), whole=Decimal(0)),
            None,
            (0, 0),
            "not-applicable",
        ),
        (
            {"kind": "milestone", "source_words": "informe"},
            Report(achieved=True),
            "1",
            (None, None),
            "",
        ),
        (
            {"kind": "milestone", "source_words": "informe"},
            Report(achieved=False),
            "0",
            (None, None),
            "",
        ),
        ({"kind": "frequency", "every_days": 15}, Report(value=Decimal(4)), "4", (None, None), ""),
    ],
)
def test_what_a_person_reports_is_kept_as_it_is(
    council: Council,
    promise: Promise,
    changes: dict[str, object],
    found: Report,
    value: str | None,
    parts: tuple[int | None, int | None],
    absence: str,
) -> None:
    made = actions.report(promise(**changes), found, by=council.carmen, at=NOON)
    kept = Measurement.objects.get(pk=made.pk)
    assert kept.value == (None if value is None else Decimal(value))
    assert (kept.numerator, kept.denominator) == parts
    assert kept.absence == absence
    assert kept.is_whole()
    assert rows.recompute(kept.worksheet).value == kept.value


@pytest.mark.parametrize(
    ("changes", "found", "refusal"),
    [
        ({}, Report(), actions.BadNumber("one_answer")),
        ({}, Report(value=Decimal(1), absent=Absent.UNKNOWN), actions.BadNumber("one_answer")),
        ({}, Report(absent=Absent.NOT_DUE), actions.BadNumber("not_due_is_not_reported")),
        ({}, Report(value=Decimal(-1)), actions.BadNumber("a_number_from_zero_on")),
        ({}, Report(achieved=True), actions.BadNumber("a_number_from_zero_on")),
        ({"kind": "share"}, Report(value=Decimal(50)), actions.BadNumber("a_part_and_its_whole")),
        ({"kind": "share"}, Report(part=Decimal(5)), actions.BadNumber("a_part_and_its_whole")),
        (
            {"kind": "share"},
            Report(part=Decimal(5), whole=Decimal(4)),
            actions.BadNumber("part_over_whole"),
        ),
        (
            {"kind": "share", "universe_size": 13},
            Report(part=Decimal(5), whole=Decimal(5)),
            actions.OtherUniverse(13, Decimal(5)),
        ),
        (
            DOCUMENT,
            Report(value=Decimal(1)),
            actions.BadNumber("milestone_is_yes_or_no"),
        ),
    ],
)
def test_a_number_that_cannot_be_is_refused(
    council: Council,
    promise: Promise,
    changes: dict[str, object],
    found: Report,
    refusal: Exception,
) -> None:
    with pytest.raises(type(refusal)) as told:
        actions.report(promise(**changes), found, by=council.carmen, at=NOON)
    assert told.value == refusal
    assert not Measurement.objects.exists()


def test_evidence_is_kept_under_its_own_sha256(council: Council, promise: Promise) -> None:
    measurement = reported(council, promise)
    same = actions.add_evidence(measurement, ACT, by=council.carmen, at=NOON)
    link = EvidenceDraft("Publicación", link="https://example.org/acta")
    actions.add_evidence(measurement, link, by=council.carmen, at=NOON)
    first = Evidence.objects.order_by("pk")[0]
    seal = sha256(PDF).hexdigest()
    assert first.sha256 == same.sha256 == seal
    assert first.file.name == same.file.name == f"{seal[:2]}/{seal}.pdf"
    with first.file.open("rb") as file:
        assert file.read() == PDF
    lines = Entry.objects.filter(event="evidence.added").values_list("data__sha256", flat=True)
    assert list(lines) == [seal, seal, ""]


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (EvidenceDraft("Nada"), actions.NotAFileNorALink),
        (EvidenceDraft("Dos", file=PDF, link="https://example.org/"), actions.NotAFileNorALink),
        (EvidenceDraft("Malo", link="javascript" + ":alert(1)"), actions.NotAFileNorALink),
        (EvidenceDraft("Malo", link="ftp://example.org/"), actions.NotAFileNorALink),
        (EvidenceDraft("Programa", file=b"MZ\x90"), NotEvidence),
        (EvidenceDraft("Vacío", file=b""), NotEvidence),
    ],
)
def test_bad_evidence_is_refused_by_name_and_takes_its_report_with_it(
    council: Council, promise: Promise, draft: EvidenceDraft, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        actions.report(
            promise(), Report(value=Decimal(1)), evidence=[draft], by=council.carmen, at=NOON
        )
    assert not Measurement.objects.exists()
    assert not Evidence.objects.exists()


def test_a_report_without_evidence_is_not_reviewed(council: Council, promise: Promise) -> None:
    bare = actions.report(promise(), Report(value=Decimal(1)), by=council.carmen, at=NOON)
    with pytest.raises(actions.NoEvidence):
        actions.review(bare, by=council.jorge, at=LATER)
    actions.add_evidence(bare, ACT, by=council.carmen, at=NOON)
    actions.review(bare, by=council.jorge, at=LATER)
    assert bare.reviewed_by == council.jorge


def test_what_is_not_known_needs_no_evidence(council: Council, promise: Promise) -> None:
    unknown = actions.report(promise(), Report(absent=Absent.UNKNOWN), by=council.carmen, at=NOON)
    actions.review(unknown, by=council.jorge, at=LATER)
    assert unknown.reviewed_at == LATER


def test_three_acts_make_a_number_that_stands(council: Council, promise: Promise) -> None:
    measurement = approved(council, promise)
    assert (measurement.reviewed_by, measurement.approved_by) == (council.jorge, council.marta)
    events = list(
        Entry.objects.filter(subject=f"measurement:{measurement.pk}")
        .order_by("number")
        .values_list("event", flat=True)
    )
    assert events == ["target.measured", "measurement.reviewed", "measurement.approved"]


def test_the_author_neither_reviews_nor_approves(council: Council, promise: Promise) -> None:
    measurement = reported(council, promise)
    with pytest.raises(actions.SamePerson):
        actions.review(measurement, by=council.carmen, at=LATER)
    actions.review(measurement, by=council.jorge, at=LATER)
    with pytest.raises(actions.SamePerson):
        actions.approve(measurement, by=council.carmen, at=LATER)
    assert not Measurement.objects.approved().exists()


@pytest.mark.parametrize("field", ["reviewed", "approved"])
def test_the_database_itself_refuses_the_author(
    council: Council, promise: Promise, field: str
) -> None:
    measurement = reported(council, promise)
    if field == "approved":
        actions.review(measurement, by=council.jorge, at=LATER)
    row: dict[str, Any] = {f"{field}_at": LATER, f"{field}_by": council.carmen}
    with pytest.raises(IntegrityError), transaction.atomic():
        Measurement.objects.filter(pk=measurement.pk).update(**row)


def test_nobody_approves_what_nobody_reviewed(council: Council, promise: Promise) -> None:
    measurement = reported(council, promise)
    with pytest.raises(actions.NotReviewed):
        actions.approve(measurement, by=council.marta, at=LATER)


def test_what_is_returned_says_why_and_makes_room_for_a_new_draft(
    council: Council, promise: Promise
) -> None:
    measurement = reported(council, promise)
    with pytest.raises(actions.NoReason):
        actions.return_(measurement, because="  ", by=council.jorge, at=LATER)
    actions.return_(measurement, because="Falta el acta", by=council.jorge, at=LATER)
    assert measurement.returned_because == "Falta el acta"
    assert measurement.returned_by == council.jorge
    again = actions.report(
        measurement.target, Report(value=Decimal(8)), by=council.carmen, at=LATER
    )
    (standing,) = standings([measurement.target], today=date(2026, 6, 15))
    assert standing.draft == again
    assert standing.approved is None
    assert standing.progress.state == State.NOT_DUE
    line = Entry.objects.get(event="measurement.returned")
    assert "acta" not in str(line.data)


@pytest.mark.parametrize("ended", ["approved", "returned"])
def test_what_is_decided_is_never_decided_again(
    council: Council, promise: Promise, ended: str
) -> None:
    if ended == "approved":
        measurement = approved(council, promise)
    else:
        measurement = reported(council, promise)
        actions.return_(measurement, because="No", by=council.jorge, at=LATER)
    tries: list[Callable[[], object]] = [
        lambda: actions.review(measurement, by=council.sara, at=LATER),
        lambda: actions.approve(measurement, by=council.marta, at=LATER),
        lambda: actions.return_(measurement, because="No", by=council.marta, at=LATER),
        lambda: actions.add_evidence(measurement, ACT, by=council.carmen, at=LATER),
    ]
    before = Entry.objects.count()
    for attempt in tries:
        with pytest.raises(actions.AlreadyDecided):
            attempt()
    assert Entry.objects.count() == before


def test_of_two_hands_one_decides(council: Council, promise: Promise) -> None:
    measurement = reported(council, promise)
    stale = Measurement.objects.get(pk=measurement.pk)
    actions.return_(measurement, because="Falta", by=council.sara, at=LATER)
    with pytest.raises(actions.AlreadyDecided):
        actions.review(stale, by=council.jorge, at=LATER)
    assert Measurement.objects.get(pk=stale.pk).reviewed_at is None


def test_a_person_of_many_roles_is_still_one_person(council: Council, promise: Promise) -> None:
    everything = enrol("Eva", Role.PLANNER, Role.SUPERVISOR, Role.DIRECTOR)
    measurement = actions.report(
        promise(), Report(value=Decimal(1)), evidence=[ACT], by=everything, at=NOON
    )
    for act in (actions.review, actions.approve):
        with pytest.raises(actions.SamePerson):
            act(measurement, by=everything, at=LATER)


def test_what_adds_up_begins_at_zero_whatever_last_years_count(
    council: Council, promise: Promise
) -> None:
    hold(council.sara, 5)
    target = promise("community.joint_operations", "count", baseline=Decimal(8))
    measurement = actions.measure(target, by=council.carmen, at=NOON)
    actions.review(measurement, by=council.jorge, at=LATER)
    actions.approve(measurement, by=council.marta, at=LATER)
    (standing,) = standings([target], today=date(2026, 6, 15))
    assert standing.progress.ratio == Decimal("0.5")
    assert not standing.progress.from_baseline
