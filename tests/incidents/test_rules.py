"""What is due, which alert comes first, who is nearest: decided without a database."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sereno.alerts.rules import Class, Urgency
from sereno.incidents import rules
from sereno.incidents.rules import Candidate, Point, Position, Punctuality, Step, Whence

AT = datetime(2026, 11, 21, 2, 4, 7, tzinfo=UTC)
TARGETS = {Step.ACKNOWLEDGE: 15, Step.DISPATCH: 120, Step.ARRIVE: 480}
PARK, MARKET, VILCABAMBA = Point(-3.97, -79.2), Point(-3.99, -79.2), Point(-4.26, -79.22)


def seconds(count: float) -> timedelta:
    return timedelta(seconds=count)


@pytest.mark.parametrize(
    ("waited", "state"),
    [
        (0, Punctuality.ON_TIME),
        (10.4, Punctuality.ON_TIME),
        (10.5, Punctuality.NEARLY_DUE),
        (14.999, Punctuality.NEARLY_DUE),
        (15, Punctuality.OVERDUE),
        (900, Punctuality.OVERDUE),
    ],
)
def test_a_step_asks_for_attention_before_it_is_late(waited: float, state: Punctuality) -> None:
    first = rules.due(AT, done={}, targets=TARGETS, at=AT + seconds(waited))[0]
    assert first.state is state
    assert first.remaining == seconds(15 - waited)
    assert first.due_at == AT + seconds(15)


def test_a_step_that_was_done_keeps_its_verdict_for_ever() -> None:
    done = {Step.ACKNOWLEDGE: AT + seconds(15), Step.DISPATCH: AT + seconds(121)}
    steps = rules.due(AT, done=done, targets=TARGETS, at=AT + seconds(9_000))
    assert [step.state for step in steps] == [
        Punctuality.KEPT,
        Punctuality.LATE,
        Punctuality.OVERDUE,
    ]
    assert [step.remaining for step in steps[:2]] == [None, None]
    assert rules.next_due(steps) == steps[2]


def test_a_step_without_a_target_is_neither_late_nor_on_time() -> None:
    steps = rules.due(AT, done={}, targets={}, at=AT + seconds(9_000))
    assert {step.state for step in steps} == {Punctuality.NO_TARGET}
    assert {step.due_at for step in steps} == {None}


def test_nothing_is_next_once_everything_was_done() -> None:
    steps = rules.due(AT, done=dict.fromkeys(Step, AT), targets=TARGETS, at=AT)
    assert rules.next_due(steps) is None


@given(
    allowed=st.integers(1, 200_000),
    waits=st.lists(st.floats(0, 400_000), min_size=2, max_size=2).map(sorted),
)
def test_a_step_never_becomes_more_punctual_by_waiting(allowed: int, waits: list[float]) -> None:
    sooner, later = (
        rules.punctuality(AT, due_at=AT + seconds(allowed), at=AT + seconds(wait)) for wait in waits
    )
    assert sooner <= later


def test_danger_to_life_comes_before_what_is_overdue_and_that_before_the_oldest() -> None:
    def key(urgency: str, age: int, *, late: bool = False) -> rules.QueueKey:
        return rules.queue_key(urgency, is_overdue=late, raised_at=AT - seconds(age))

    ordered = [
        key("life", 90, late=True),
        key("life", 60, late=True),
        key("life", 9),
        key("life", 1),
        key("property", 50, late=True),
        key("technical", 900, late=True),
        key("property", 5),
        key("nuisance", 30),
        key("nuisance", 3),
        key("technical", 40),
    ]
    shuffled = ordered[5:] + ordered[:5]
    assert sorted(shuffled) == ordered


def test_an_urgency_nobody_knows_is_danger_to_life() -> None:
    unknown = rules.queue_key("marejada", is_overdue=False, raised_at=AT)
    assert unknown == rules.queue_key(Urgency.LIFE, is_overdue=False, raised_at=AT)


def test_a_hundredth_of_a_degree_to_the_south_is_some_eleven_hundred_metres() -> None:
    assert rules.metres(PARK, Point(-3.98, -79.2)) == pytest.approx(1112, abs=1)
    assert rules.metres(PARK, PARK) == 0


points = st.builds(Point, st.floats(-4.8, -3.4), st.floats(-79.7, -78.9))


@given(points, points, points)
def test_distances_are_the_same_both_ways_and_no_detour_is_shorter(
    one: Point, other: Point, third: Point
) -> None:
    assert rules.metres(one, other) == pytest.approx(rules.metres(other, one), abs=1e-6)
    detour = rules.metres(one, third) + rules.metres(third, other)
    assert rules.metres(one, other) <= detour + 1e-6


def standing(unit: int, place: Point | None, busy: int | None = None) -> Candidate:
    whence = Whence.BASE if place else Whence.NOWHERE
    return Candidate(unit, Position(place, whence), busy)


def test_the_nearest_free_unit_stands_first_and_the_busy_ones_last() -> None:
    found = rules.nearest(
        [
            standing(1, VILCABAMBA),
            standing(2, PARK, busy=41),
            standing(3, None),
            standing(4, MARKET),
            standing(5, MARKET, busy=42),
        ],
        to=PARK,
    )
    assert [one.unit for one in found] == [4, 1, 3, 2, 5]
    assert found[0].metres == pytest.approx(2224, abs=1)
    assert found[2].metres is None


def test_units_are_listed_even_where_nobody_knows_the_place() -> None:
    found = rules.nearest([standing(1, PARK, busy=41), standing(2, MARKET)], to=None)
    assert [one.unit for one in found] == [2, 1]


@pytest.mark.parametrize(
    ("vehicle", "minutes", "base", "whence", "place"),
    [
        (PARK, 4, MARKET, Whence.VEHICLE, PARK),
        (PARK, 6, MARKET, Whence.BASE, MARKET),
        (PARK, 6, None, Whence.OLD_VEHICLE, PARK),
        (None, None, MARKET, Whence.BASE, MARKET),
        (None, None, None, Whence.NOWHERE, None),
        (PARK, None, None, Whence.OLD_VEHICLE, PARK),
    ],
)
def test_a_unit_is_where_its_vehicle_was_just_seen_else_at_its_base(
    vehicle: Point | None,
    minutes: int | None,
    base: Point | None,
    whence: Whence,
    place: Point | None,
) -> None:
    seen_at = None if minutes is None else AT - timedelta(minutes=minutes)
    found = rules.position(vehicle, seen_at=seen_at, base=base, at=AT)
    assert (found.whence, found.point) == (whence, place)


def test_half_a_place_is_no_place() -> None:
    assert rules.point(-3.97, None) is None
    assert rules.point(0.0, 0.0) == Point(0.0, 0.0)


@pytest.mark.parametrize(
    ("channel", "device", "known_by"),
    [
        ("neighbour", "", "neighbour"),
        ("neighbour", "panic_button", "neighbour"),
        ("http", "camera", "camera"),
        ("mqtt", "panic_button", "device"),
        ("http", "community_alarm", "device"),
        ("mqtt", "vehicle", "patrol"),
        ("http", "", "other"),
    ],
)
def test_how_a_matter_became_known_follows_from_channel_and_device(
    channel: str, device: str, known_by: str
) -> None:
    assert rules.known_by(channel, device_kind=device) == known_by


@pytest.mark.parametrize("classification", ["", *Class])
def test_only_a_test_is_not_answered_without_asking_twice(classification: str) -> None:
    assert rules.may_go_alone(classification) is (classification != "test")


@pytest.mark.parametrize(
    ("outcome", "sent", "fits"),
    [
        ("attended", 0, False),
        ("attended", 1, True),
        ("nothing_found", 0, False),
        ("nothing_found", 2, True),
        ("not_sent", 0, True),
        ("not_sent", 1, False),
        ("handed_over", 0, True),
        ("false", 0, True),
        ("false", 3, True),
    ],
)
def test_nobody_attends_without_going(outcome: str, sent: int, *, fits: bool) -> None:
    assert rules.outcome_fits(outcome, sent=sent) is fits


@given(classification=st.sampled_from(["", *Class]), sent=st.integers(0, 3), arrived=st.booleans())
def test_the_outcome_offered_first_is_one_that_fits(
    classification: str, sent: int, *, arrived: bool
) -> None:
    arrived = arrived and sent > 0
    offered = rules.likely_outcome(classification, sent=sent, arrived=arrived)
    assert offered == "" or rules.outcome_fits(offered, sent=sent)
