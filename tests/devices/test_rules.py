"""Which state may follow which in the life of a device, and when silence means something."""

from datetime import UTC, datetime, timedelta

import pytest

from sereno.devices.rules import (
    ACTS,
    IN_SERVICE,
    NEXT,
    State,
    fingerprint,
    is_silent,
    may_follow,
    steps_from,
)
from sereno.people.rules import ACTS as ALL_ACTS

AT = datetime(2026, 11, 22, 2, 4, 7, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_every_state_has_its_place_in_the_life() -> None:
    assert set(NEXT) == set(State)
    reached = {State.REQUESTED}.union(*NEXT.values())
    assert reached == set(State)


def test_installed_is_not_accepted_and_accepted_is_not_operating() -> None:
    way = [State.REQUESTED, State.FEASIBLE, State.INSTALLED, State.ACCEPTED, State.OPERATING]
    for number, state in enumerate(way[:-1]):
        assert may_follow(state, way[number + 1])
        assert not any(may_follow(state, later) for later in way[number + 2 :])


def test_nothing_is_put_to_work_before_it_is_accepted() -> None:
    before = [state for state in State if State.OPERATING in NEXT[state]]
    assert set(before) <= IN_SERVICE | {State.ACCEPTED}


def test_a_retired_device_stays_retired_and_a_moved_one_is_installed_anew() -> None:
    assert steps_from(State.RETIRED) == []
    assert steps_from(State.RELOCATED) == [State.INSTALLED, State.RETIRED]


@pytest.mark.parametrize("state", State)
def test_no_state_follows_itself(state: State) -> None:
    assert not may_follow(state, state)


def test_every_step_takes_an_act_that_somebody_may_do() -> None:
    assert set(ACTS) == set(State)
    assert all(ALL_ACTS[act] for act in ACTS.values())


@pytest.mark.parametrize(
    ("last", "silent"),
    [(None, True), (AT - HOUR, False), (AT - HOUR - timedelta(seconds=1), True), (AT, False)],
)
def test_silence_begins_after_what_is_allowed(last: datetime | None, *, silent: bool) -> None:
    assert is_silent(last, at=AT, allowed=HOUR) is silent


def test_a_fingerprint_does_not_show_the_key() -> None:
    assert len(fingerprint("una clave")) == 64
    assert fingerprint("una clave") == fingerprint("una clave") != fingerprint("otra clave")
