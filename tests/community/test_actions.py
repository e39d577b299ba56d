"""Planning, holding, cancelling: what is written, and every refusal."""

from datetime import timedelta

import pytest

from sereno.community import actions
from sereno.community.models import Activity
from sereno.logbook.actions import subject_of, write_all
from sereno.logbook.models import Entry
from sereno.people.models import Person
from sereno.territory.models import Barrio
from tests.community.conftest import AT

DAY = timedelta(days=1)


def lines_about(activity: Activity) -> list[str]:
    return [entry.event for entry in Entry.objects.about(subject_of(activity))]


def planned(by: Person, **said: object) -> Activity:
    usual: dict[str, object] = {"planned_for": AT + 3 * DAY, "by": by, "at": AT}
    return actions.plan("drill", " Simulacro de sismo ", **{**usual, **said})  # type: ignore[arg-type]


def test_an_activity_is_planned_where_its_barrio_is(carmen: Person, barrio: Barrio) -> None:
    activity = planned(carmen, barrio=barrio)
    assert (activity.title, activity.parish) == ("Simulacro de sismo", barrio.parish)
    entry = Entry.objects.about(subject_of(activity)).get()
    assert (entry.event, entry.data) == ("activity.planned", {"kind": "drill"})
    assert Activity.objects.pending().get() == activity


def test_a_kind_nobody_knows_is_refused(carmen: Person) -> None:
    with pytest.raises(ValueError, match="party"):
        actions.plan("party", "Fiesta", planned_for=AT, by=carmen, at=AT)


def test_it_was_held_with_so_many_people_and_these_partners(carmen: Person) -> None:
    activity = planned(carmen, partners="Policía Nacional")
    actions.hold(
        activity,
        held_at=AT + 3 * DAY,
        attendance=41,
        partners="Policía Nacional, Bomberos",
        by=carmen,
        at=AT + 4 * DAY,
    )
    assert (activity.held_at, activity.attendance) == (AT + 3 * DAY, 41)
    assert activity.partners == "Policía Nacional, Bomberos"
    entry = Entry.objects.about(subject_of(activity)).last()
    assert entry is not None
    assert (entry.event, entry.data) == ("activity.held", {"kind": "drill", "attendance": 41})


def test_nobody_counted_is_not_nobody_came(carmen: Person) -> None:
    uncounted, empty = planned(carmen), planned(carmen)
    actions.hold(uncounted, held_at=AT, attendance=None, by=carmen, at=AT)
    actions.hold(empty, held_at=AT, attendance=0, by=carmen, at=AT)
    assert (uncounted.attendance, empty.attendance) == (None, 0)


def test_what_is_still_to_come_was_not_held(carmen: Person) -> None:
    activity = planned(carmen)
    with pytest.raises(actions.NotYet):
        actions.hold(activity, held_at=AT + DAY, attendance=9, by=carmen, at=AT)
    assert lines_about(activity) == ["activity.planned"]


def test_cancelling_needs_a_reason(carmen: Person) -> None:
    activity = planned(carmen)
    with pytest.raises(actions.NoReason):
        actions.cancel(activity, because="  ", by=carmen, at=AT)
    actions.cancel(activity, because=" Lluvia ", by=carmen, at=AT)
    assert (activity.cancelled_at, activity.cancelled_because) == (AT, "Lluvia")
    assert "Lluvia" not in str([entry.data for entry in Entry.objects.all()])


def test_what_was_settled_stays_settled(carmen: Person) -> None:
    held, cancelled = planned(carmen), planned(carmen)
    same = Activity.objects.get(pk=held.pk)
    actions.hold(held, held_at=AT, attendance=5, by=carmen, at=AT)
    actions.cancel(cancelled, because="Lluvia", by=carmen, at=AT)
    with pytest.raises(actions.AlreadySettled) as refusal:
        actions.cancel(same, because="Error", by=carmen, at=AT)
    assert refusal.value.activity.attendance == 5
    with pytest.raises(actions.AlreadySettled):
        actions.hold(cancelled, held_at=AT, attendance=5, by=carmen, at=AT)
    assert lines_about(held) == ["activity.planned", "activity.held"]
    assert lines_about(cancelled) == ["activity.planned", "activity.cancelled"]


def test_activities_of_the_past_are_remembered_with_their_lines(
    carmen: Person, barrio: Barrio
) -> None:
    past = [
        actions.Past("training", "Capacitación", carmen, AT, AT + DAY, held_at=AT + DAY),
        actions.Past(
            "round_table", "Mesa", carmen, AT, AT + DAY, cancelled_at=AT, cancelled_because="Paro"
        ),
        actions.Past("drill", "Simulacro", carmen, AT, AT + DAY, barrio=barrio),
    ]
    before = Entry.objects.count()
    activities, drafts = actions.remember(past)
    assert Entry.objects.count() == before
    assert [draft.at for draft in drafts] == sorted(draft.at for draft in drafts)
    write_all(drafts)
    assert [lines_about(activity)[1:] for activity in activities] == [
        ["activity.held"],
        ["activity.cancelled"],
        [],
    ]
