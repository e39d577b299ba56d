"""The queue: in the order that asks for a hand, and as few questions for 200 alerts as for 2."""

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from sereno.alerts.rules import Urgency
from sereno.incidents import actions
from sereno.incidents.models import Unit
from sereno.incidents.queries import queue
from sereno.incidents.rules import Punctuality
from sereno.people.models import Person
from sereno.territory.models import Barrio
from tests.incidents.conftest import AT, SECOND, RaiseAlert


def test_danger_to_life_comes_first_and_what_is_overdue_before_what_is_not(
    rosa: Person, raise_alert: RaiseAlert, targets: None
) -> None:
    quiet = raise_alert(urgency=Urgency.NUISANCE, raised_at=AT - timedelta(hours=1))
    fresh = raise_alert(raised_at=AT - 2 * SECOND)
    late = raise_alert(raised_at=AT - 20 * SECOND)
    found = queue.queue(by=rosa, at=AT)
    assert [alert.pk for alert in found.waiting] == [late.pk, fresh.pk, quiet.pk]
    assert [alert.due.state for alert in found.waiting] == [
        Punctuality.OVERDUE,
        Punctuality.ON_TIME,
        Punctuality.NO_TARGET,
    ]
    assert found.overdue == 1
    assert found.by_urgency == {"life": 2, "nuisance": 1}
    assert found.newest == {"life": late.pk, "nuisance": quiet.pk}


def test_mine_are_apart_from_those_of_others_and_the_closed_are_gone(
    rosa: Person, ines: Person, raise_alert: RaiseAlert, patrol: Unit, targets: None
) -> None:
    mine = actions.take(raise_alert(), by=rosa, at=AT)
    theirs = actions.take(raise_alert(), by=ines, at=AT)
    actions.send(theirs, patrol, by=ines, at=AT + SECOND)
    ended = actions.take(raise_alert(classification="false"), by=rosa, at=AT)
    actions.close(ended, "false", by=rosa, at=AT)
    found = queue.queue(by=rosa, at=AT + 5 * SECOND)
    assert [one.incident for one in found.mine] == [mine]
    assert [one.incident for one in found.others] == [theirs]
    assert found.mine[0].next is not None
    assert found.mine[0].next.step == "dispatch"
    assert found.others[0].next is not None
    assert found.others[0].next.step == "arrive"
    assert (found.others[0].going, found.others[0].on_scene) == (True, False)
    assert found.waiting == []
    assert found.first is None


def test_nobody_has_to_go_to_what_turned_out_not_to_be_real(
    rosa: Person, raise_alert: RaiseAlert, targets: None
) -> None:
    actions.take(raise_alert(classification="malicious"), by=rosa, at=AT)
    assert queue.queue(by=rosa, at=AT + timedelta(hours=1)).mine[0].next is None


def test_what_does_not_fit_is_counted_by_barrio(
    rosa: Person, raise_alert: RaiseAlert, barrio: Barrio
) -> None:
    other = Barrio.objects.create(parish=barrio.parish, name="Las Pitas")
    for number in range(queue.SHOWN):
        raise_alert(raised_at=AT - timedelta(hours=1) + number * SECOND)
    for number in range(7):
        raise_alert(raised_at=AT + number * SECOND, barrio=other if number % 2 else barrio)
    found = queue.queue(by=rosa, at=AT + timedelta(minutes=1))
    assert len(found.waiting) == queue.SHOWN
    assert found.count == queue.SHOWN + 7
    assert [(group.first.barrio, group.count) for group in found.groups] == [
        ("Jipiro", 4),
        ("Las Pitas", 3),
    ]


@pytest.mark.parametrize("many", [2, 200])
def test_the_queue_asks_the_database_four_times_however_much_waits(
    rosa: Person,
    raise_alert: RaiseAlert,
    targets: None,
    many: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(many):
        raise_alert(raised_at=AT - number * SECOND)
    for _ in range(min(many, 12)):
        actions.take(raise_alert(), by=rosa, at=AT)
    with django_assert_num_queries(4):
        found = queue.queue(by=rosa, at=AT)
    assert found.count == many
