"""What can be done with signals and alerts: keep, understand, take, say what it was."""

from sereno.alerts.actions.answers import AlreadyTaken, NotYours, acknowledge, classify, specify
from sereno.alerts.actions.catalogues import load_catalogues
from sereno.alerts.actions.signals import Frame, keep, mark_seen
from sereno.alerts.actions.understanding import Reader, kind_of, understand

__all__ = [
    "AlreadyTaken",
    "Frame",
    "NotYours",
    "Reader",
    "acknowledge",
    "classify",
    "keep",
    "kind_of",
    "load_catalogues",
    "mark_seen",
    "specify",
    "understand",
]
