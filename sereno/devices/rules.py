"""The life of a device: which state may follow which, and when silence means something."""

from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256


class State(StrEnum):
    """Installed is not accepted, and accepted is not operating."""

    REQUESTED = "requested"
    REFUSED = "refused"
    FEASIBLE = "feasible"
    INSTALLED = "installed"
    ACCEPTED = "accepted"
    OPERATING = "operating"
    INTERMITTENT = "intermittent"
    OUT = "out"
    RELOCATED = "relocated"
    RETIRED = "retired"


class Cause(StrEnum):
    """Why a device is out."""

    THEFT = "theft"
    WORKS = "works"
    SUPPLIER = "supplier"
    POWER = "power"
    LINK = "link"
    WATER = "water"
    WEAR = "wear"
    SILENCE = "silence"
    OTHER = "other"


IN_SERVICE = frozenset({State.OPERATING, State.INTERMITTENT, State.OUT})
NEXT: dict[State, frozenset[State]] = {
    State.REQUESTED: frozenset({State.FEASIBLE, State.REFUSED}),
    State.REFUSED: frozenset({State.REQUESTED}),
    State.FEASIBLE: frozenset({State.INSTALLED, State.RETIRED}),
    State.INSTALLED: frozenset({State.ACCEPTED, State.RETIRED}),
    State.ACCEPTED: frozenset({State.OPERATING, State.OUT, State.RETIRED}),
    State.OPERATING: frozenset({State.INTERMITTENT, State.OUT, State.RELOCATED, State.RETIRED}),
    State.INTERMITTENT: frozenset({State.OPERATING, State.OUT, State.RELOCATED, State.RETIRED}),
    State.OUT: frozenset({State.OPERATING, State.INTERMITTENT, State.RELOCATED, State.RETIRED}),
    State.RELOCATED: frozenset({State.INSTALLED, State.RETIRED}),
    State.RETIRED: frozenset(),
}

# The act of people/rules.py that it takes to bring a device into each state.
ACTS: dict[State, str] = {
    State.REQUESTED: "device.request",
    State.REFUSED: "device.judge",
    State.FEASIBLE: "device.judge",
    State.INSTALLED: "device.install",
    State.ACCEPTED: "device.accept",
    State.OPERATING: "device.repair",
    State.INTERMITTENT: "device.report",
    State.OUT: "device.report",
    State.RELOCATED: "device.relocate",
    State.RETIRED: "device.retire",
}


def may_follow(state: State, then: State) -> bool:
    return then in NEXT[state]


def steps_from(state: State) -> list[State]:
    """The states that may follow, in the order of a device's life."""
    return [then for then in State if then in NEXT[state]]


def is_silent(last_contact_at: datetime | None, *, at: datetime, allowed: timedelta) -> bool:
    """Whether nothing was heard for longer than this kind of device may keep quiet."""
    return last_contact_at is None or at - last_contact_at > allowed


def fingerprint(key: str) -> str:
    """What is kept of a key: keys are long and random, so a plain digest is enough."""
    return sha256(key.encode()).hexdigest()
