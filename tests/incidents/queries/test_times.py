"""How soon a step is due: by urgency and zone, unless the kind has times of its own."""

from datetime import date

import pytest

from sereno.alerts.models import TimeTarget
from sereno.incidents.queries.times import targets
from sereno.incidents.rules import Step

SPRING, SUMMER = date(2026, 3, 1), date(2026, 6, 1)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("targets")]


def set_time(seconds: int, *, kind: str = "", zone: str = "urban", step: str = "arrive") -> None:
    TimeTarget.objects.create(
        urgency="life", kind=kind, zone=zone, step=step, seconds=seconds, starts_on=SPRING
    )


def test_a_kind_with_a_time_of_its_own_keeps_the_others_of_its_urgency() -> None:
    set_time(300, kind="fire")
    allowed = targets(on=SUMMER)
    assert allowed.of("life", "fire", "urban") == {
        Step.ACKNOWLEDGE: 15,
        Step.DISPATCH: 120,
        Step.ARRIVE: 300,
    }
    assert allowed.of("life", "robbery", "urban")[Step.ARRIVE] == 480


def test_where_nobody_knows_the_zone_the_town_counts() -> None:
    set_time(1500, zone="rural")
    allowed = targets(on=SUMMER)
    assert allowed.of("life", "robbery", None)[Step.ARRIVE] == 480
    assert allowed.of("life", "robbery", "rural") == {Step.ARRIVE: 1500}


def test_a_time_not_yet_in_force_does_not_count() -> None:
    set_time(300, kind="fire")
    assert targets(on=date(2026, 2, 28)).of("life", "fire", "urban")[Step.ARRIVE] == 480
