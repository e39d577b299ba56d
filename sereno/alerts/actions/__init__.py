"""What can be done with signals and alerts: keep, understand, take, say what it was."""

from sereno.alerts.actions.answers import AlreadyTaken, NotYours, acknowledge, classify, specify
from sereno.alerts.actions.catalogues import load_catalogues
from sereno.alerts.actions.kinds import (
    DeviceCodeTaken,
    KindDraft,
    KindNeeded,
    KindTaken,
    NotInForce,
    add_kind,
    retire_kind,
    revise_kind,
)
from sereno.alerts.actions.signals import Frame, keep, mark_seen
from sereno.alerts.actions.times import (
    NoSuchKind,
    NothingChanged,
    TimesBackwards,
    TimesDraft,
    TimesInDisorder,
    set_times,
)
from sereno.alerts.actions.understanding import Reader, kind_of, understand

__all__ = [
    "AlreadyTaken",
    "DeviceCodeTaken",
    "Frame",
    "KindDraft",
    "KindNeeded",
    "KindTaken",
    "NoSuchKind",
    "NotInForce",
    "NotYours",
    "NothingChanged",
    "Reader",
    "TimesBackwards",
    "TimesDraft",
    "TimesInDisorder",
    "acknowledge",
    "add_kind",
    "classify",
    "keep",
    "kind_of",
    "load_catalogues",
    "mark_seen",
    "retire_kind",
    "revise_kind",
    "set_times",
    "specify",
    "understand",
]
