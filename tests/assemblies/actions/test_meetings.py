"""A deliberation: its day, its heads by groups, its minutes once."""

from datetime import date

import pytest

from sereno.assemblies import actions
from sereno.assemblies.models import Attendance, Deliberation
from sereno.assemblies.rules.drafts import AttendanceDraft, DeliberationDraft, ProofDraft
from sereno.people.models import Person
from tests.assemblies.conftest import AT, PDF, TODAY


@pytest.fixture
def deliberation(carmen: Person) -> Deliberation:
    draft = DeliberationDraft(2025, "deliberation", "Deliberación", "Teatro", TODAY)
    return actions.call(draft, by=carmen, at=AT)


def test_heads_are_counted_by_groups_and_once(deliberation: Deliberation, carmen: Person) -> None:
    heads = AttendanceDraft(by_sex={"women": 41, "men": 0}, by_people={"indigenous": 7})
    actions.count(deliberation, heads, by=carmen, at=AT, today=TODAY)
    counted = dict(Attendance.objects.values_list("group", "count"))
    assert counted == {"women": 41, "men": 0, "indigenous": 7}
    with pytest.raises(actions.AlreadyDecided):
        actions.count(deliberation, heads, by=carmen, at=AT, today=TODAY)


def test_nobody_is_counted_before_the_day(deliberation: Deliberation, carmen: Person) -> None:
    heads = AttendanceDraft(by_sex={"women": 1})
    with pytest.raises(actions.NotYet):
        actions.count(deliberation, heads, by=carmen, at=AT, today=date(2026, 5, 19))
    with pytest.raises(actions.NothingSaid):
        actions.count(deliberation, AttendanceDraft(), by=carmen, at=AT, today=TODAY)


def test_minutes_are_kept_once(deliberation: Deliberation, carmen: Person) -> None:
    kept = actions.keep_minutes(deliberation, ProofDraft("Acta", file=PDF), by=carmen, at=AT)
    assert deliberation.minutes == kept
    with pytest.raises(actions.AlreadyDecided):
        actions.keep_minutes(deliberation, ProofDraft("Otra", file=PDF), by=carmen, at=AT)


def test_a_meeting_has_a_title_and_a_place(carmen: Person) -> None:
    with pytest.raises(actions.NothingSaid):
        actions.call(DeliberationDraft(2025, "table", "Mesa", " ", TODAY), by=carmen, at=AT)
