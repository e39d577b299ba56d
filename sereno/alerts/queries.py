"""The questions asked of alerts and signals by the pages of this room."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext

from sereno.alerts import rules
from sereno.alerts.models import Alert, AlertKind, Signal
from sereno.alerts.rules import Urgency
from sereno.devices.models import Device
from sereno.logbook.models import Entry
from sereno.people.models import Person
from sereno.people.queries.beginning import begins

# What a caller is told, by the lines of the logbook. Those of upper rooms are known by name only.
TOLD: Mapping[str, str] = {
    "alert.acknowledged": "seen",
    "incident.unit_sent": "on_the_way",
    "incident.unit_arrived": "arrived",
    "incident.unit_cleared": "turned_back",
    "incident.closed": "closed",
}


@dataclass(frozen=True)
class Told:
    """One step of the answer, as the caller is told of it."""

    step: str
    at: datetime


def answer_to(signal: Signal) -> list[Told]:
    """How the answer to a cry goes, oldest first; each step once, at the first time it happened.

    A unit that was called back before it arrived is no longer on the way.
    """
    steps = {"kept": signal.received_at}
    going: set[str] = set()
    for event, at, data in _lines_about(signal):
        step, unit = TOLD[event], data.get("unit", "")
        if step == "turned_back":
            going.discard(unit)
            if not going and "arrived" not in steps:
                steps.pop("on_the_way", None)
            continue
        if step == "on_the_way":
            going.add(unit)
        steps.setdefault(step, at)
    return [Told(step, at) for step, at in steps.items()]


def _lines_about(signal: Signal) -> QuerySet[Entry, tuple[str, datetime, dict[str, str]]]:
    """The lines about the alert of a signal and about whatever answers that alert."""
    about = f"alert:{signal.alert_id}"
    answering = Entry.objects.filter(after__subject=about).values("subject")
    lines = Entry.objects.filter(Q(subject=about) | Q(subject__in=answering), event__in=TOLD)
    return lines.order_by("number").values_list("event", "at", "data")


def last_cry(person: Person, *, at: datetime) -> Signal | None:
    """The newest cry of this person, while it is likely to matter still."""
    recent = Signal.objects.filter(caller=person, received_at__gte=at - timedelta(hours=2))
    return recent.order_by("-pk").first()


def kinds_to_choose() -> list[AlertKind]:
    """What may be happening, the gravest first, without what only machines say."""
    kinds = AlertKind.objects.filter(ends_on=None).exclude(
        Q(code__in=rules.KINDS_THAT_SAY_NOTHING) | Q(urgency=Urgency.TECHNICAL)
    )
    return sorted(kinds, key=lambda kind: (rules.GRAVITY.index(Urgency(kind.urgency)), kind.pk))


def to_look_at() -> QuerySet[Signal]:
    """Signals a technician has something to do about: unreadable, or of a device nobody knows."""
    return (
        Signal.objects.filter(
            ~Q(fault="") | Q(understood_at__isnull=False, device=None, caller=None)
        )
        .select_related("device", "alert__kind")
        .order_by("-pk")
    )


def sent_by(device: Device) -> QuerySet[Signal]:
    """Everything a device sent, the newest first."""
    return Signal.objects.filter(device=device).select_related("alert__kind").order_by("-pk")


@dataclass(frozen=True)
class Traffic:
    """What one channel brought since a moment."""

    channel: str
    signals: int
    faults: int


def traffic(*, since: datetime) -> list[Traffic]:
    rows = (
        Signal.objects.filter(received_at__gte=since)
        .values_list("channel")
        .annotate(signals=Count("pk"), faults=Count("pk", filter=~Q(fault="")))
        .order_by("channel")
    )
    return [Traffic(*row) for row in rows]


def alerts_of(device_pk: int) -> QuerySet[Alert]:
    """The alerts of one device, the newest first."""
    return Alert.objects.filter(device=device_pk).select_related("kind").order_by("-raised_at")


@begins("kinds")
def lacks_kinds(_today: date) -> list[str]:
    return (
        [] if AlertKind.objects.exists() else [gettext("No hay ninguna: prepare Sereno de nuevo")]
    )
