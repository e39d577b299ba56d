"""What can be done with an incident: take or open it, send units, note, classify, close."""

from sereno.incidents.actions.answers import (
    AlreadyClosed,
    NotClassified,
    NothingToClassify,
    OutcomeDoesNotFit,
    classify,
    close,
    note,
    open_incident,
    take,
)
from sereno.incidents.actions.dispatches import (
    AlreadyArrived,
    AlreadyCleared,
    NotForATest,
    UnitBusy,
    UnitRetired,
    add_unit,
    arrive,
    clear,
    retire_unit,
    send,
)
from sereno.incidents.actions.past import Answered, Leg, remember

__all__ = [
    "AlreadyArrived",
    "AlreadyCleared",
    "AlreadyClosed",
    "Answered",
    "Leg",
    "NotClassified",
    "NotForATest",
    "NothingToClassify",
    "OutcomeDoesNotFit",
    "UnitBusy",
    "UnitRetired",
    "add_unit",
    "arrive",
    "classify",
    "clear",
    "close",
    "note",
    "open_incident",
    "remember",
    "retire_unit",
    "send",
    "take",
]
