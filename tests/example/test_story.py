"""The year of the story is the same every time, and nothing in it is impossible."""

import itertools
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from statistics import median

import pytest

from sereno.devices.rules import State, may_follow
from sereno.example import story
from sereno.example.story.facts import Case, Stage, Story
from sereno.example.story.outages import works
from sereno.example.story.stage import ZONE
from sereno.incidents.rules import outcome_fits

AT = datetime(2026, 11, 21, 15, 30, tzinfo=ZONE)


@pytest.fixture(scope="module")
def told() -> tuple[Stage, Story]:
    return story.tell(AT)


def times(case: Case) -> Iterator[datetime]:
    if case.cry:
        yield case.cry.raised_at
        yield case.cry.acknowledged_at
    yield case.answer.opened_at
    for leg in case.answer.legs:
        yield leg.sent_at


def test_the_story_is_the_same_at_any_hour_of_a_day(told: tuple[Stage, Story]) -> None:
    assert story.tell(AT + timedelta(hours=3)) == told


def test_the_story_ends_yesterday(told: tuple[Stage, Story]) -> None:
    starts_at, ends_at = story.period(AT)
    assert (starts_at.date().isoformat(), ends_at.date().isoformat()) == (
        "2025-11-21",
        "2026-11-21",
    )
    assert min(case.answer.opened_at for case in told[1].cases) >= starts_at
    assert max(case.answer.closed_at for case in told[1].cases) < ends_at


def test_a_year_brings_some_thousands_of_calls_of_every_kind(told: tuple[Stage, Story]) -> None:
    stage, year = told
    assert 2_500 <= len(year.cases) <= 4_000
    assert {case.kind for case in year.cases} == set(stage.urgencies)
    classes = Counter(case.cry.classification for case in year.cases if case.cry)
    assert set(classes) == {"real", "false", "malicious", "test", "enquiry", "system_error"}
    assert classes.most_common(1)[0][0] == "real"


def test_evenings_and_weekends_are_busier(told: tuple[Stage, Story]) -> None:
    hours = Counter(case.answer.opened_at.hour for case in told[1].cases)
    assert sum(hours[hour] for hour in range(18, 23)) > 3 * sum(hours[hour] for hour in range(1, 6))
    days = Counter(case.answer.opened_at.weekday() for case in told[1].cases)
    assert days[5] > days[1]


def test_time_goes_forward_within_every_case(told: tuple[Stage, Story]) -> None:
    for case in told[1].cases:
        first, *later = list(times(case))
        assert all(first <= one for one in later)
        for leg in case.answer.legs:
            assert leg.sent_at <= (leg.arrived_at or leg.sent_at) <= leg.cleared_at
            assert leg.cleared_at <= case.answer.closed_at
        if case.cry:
            assert case.cry.acknowledged_at <= case.cry.classified_at <= case.answer.closed_at


def test_no_crew_is_at_two_places_at_once(told: tuple[Stage, Story]) -> None:
    stage, year = told
    desks = {team.callsign for team in stage.teams if team.agency == "ecu911"}
    legs = sorted(
        (leg for case in year.cases for leg in case.answer.legs if leg.unit not in desks),
        key=lambda leg: (leg.unit, leg.sent_at),
    )
    for before, then in itertools.pairwise(legs):
        assert before.unit != then.unit or before.cleared_at <= then.sent_at


def test_every_outcome_agrees_with_what_was_sent(told: tuple[Stage, Story]) -> None:
    for case in told[1].cases:
        assert outcome_fits(case.answer.outcome, sent=len(case.answer.legs))
        if case.cry and case.cry.classification == "test":
            assert not case.answer.legs


def test_only_a_device_that_works_cries(told: tuple[Stage, Story]) -> None:
    stage, year = told
    things = {thing.code: thing for thing in stage.things}
    for case in year.cases:
        if case.cry and case.cry.device:
            mine = [one for one in year.outages if one.device == case.cry.device]
            assert works(things[case.cry.device], mine, case.cry.raised_at)


def test_the_country_waits_longer_than_the_city(told: tuple[Stage, Story]) -> None:
    waits: dict[bool, list[float]] = {True: [], False: []}
    for case in told[1].cases:
        arrived = [leg.arrived_at for leg in case.answer.legs if leg.arrived_at]
        if arrived:
            seconds = (min(arrived) - case.answer.opened_at).total_seconds()
            waits[case.spot.is_rural].append(seconds)
    assert median(waits[True]) > 2 * median(waits[False])


def test_outages_follow_one_another_and_end_in_the_state_of_the_file(
    told: tuple[Stage, Story],
) -> None:
    stage, year = told
    for thing in stage.things:
        mine = [one for one in year.outages if one.device == thing.code]
        assert all(
            one.ends_at and one.ends_at <= then.starts_at for one, then in itertools.pairwise(mine)
        )
        assert all(may_follow(State.OPERATING, State(one.state)) for one in mine)
        still = [one.state for one in mine if one.ends_at is None]
        assert still == (
            [thing.state] if thing.state in {"out", "intermittent", "relocated"} else []
        )


def test_joint_operations_come_every_fifteen_days_and_a_few_are_missed(
    told: tuple[Stage, Story],
) -> None:
    operations = sorted(
        (one for one in told[1].meetings if one.kind == "joint_operation"),
        key=lambda one: one.planned_for,
    )
    days = [one.planned_for.date() for one in operations]
    assert {(then - one).days for one, then in itertools.pairwise(days)} == {15}
    past = [one for one in operations if one.planned_for < AT - timedelta(days=1)]
    held = [one for one in past if one.held_at]
    cancelled = [one for one in past if one.cancelled_at]
    assert len(held) >= 18
    assert cancelled
    assert all(one.cancelled_because for one in cancelled)
    assert len(past) > len(held) + len(cancelled), "one was neither held nor cancelled"
    assert any(one.planned_for > AT for one in operations), "the next one is already planned"


@pytest.mark.parametrize("day", ["2024-02-29", "2025-01-01", "2027-07-15"])
def test_any_day_has_its_story(day: str) -> None:
    at = datetime.fromisoformat(f"{day}T00:10:00+00:00")
    _, year = story.tell(at)
    assert 2_500 <= len(year.cases) <= 4_000
