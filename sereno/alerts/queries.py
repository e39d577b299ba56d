"""The questions asked of alerts and signals by the pages of this room."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, F, Q, QuerySet
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sereno.alerts import rules
from sereno.alerts.models import Alert, AlertKind, Signal, TimeTarget
from sereno.alerts.rules import Urgency
from sereno.devices.models import Device
from sereno.logbook.models import Entry
from sereno.people.models import Person
from sereno.people.queries.beginning import begins
from sereno.territory.models import Parish

URGENCIES: Mapping[Urgency, str | Promise] = {
    Urgency.LIFE: _("peligro para la vida"),
    Urgency.PROPERTY: _("bienes en riesgo"),
    Urgency.NUISANCE: _("convivencia"),
    Urgency.TECHNICAL: _("aviso técnico"),
}

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
    return [] if AlertKind.objects.filter(ends_on=None).exists() else [gettext("No hay ninguna")]


def kinds_in_force() -> list[AlertKind]:
    """The gravest first, each by its name."""
    kinds = AlertKind.objects.filter(ends_on=None)
    return sorted(kinds, key=lambda one: (rules.GRAVITY.index(Urgency(one.urgency)), one.name))


@dataclass(frozen=True)
class Times:
    """The times of an urgency in a zone, or of one kind of it, on a day."""

    urgency: str
    kind: str
    zone: str
    by_step: Mapping[str, TimeTarget]
    name: str = ""

    @property
    def urgency_words(self) -> str | Promise:
        return URGENCIES[Urgency(self.urgency)]

    @property
    def zone_words(self) -> str | Promise:
        return Parish.Kind(self.zone).label

    @property
    def steps(self) -> list[str]:
        """As people write them, in their order; a blank where the step has none."""
        found = [self.by_step.get(step) for step in TimeTarget.Step.values]
        return [rules.span(one.seconds) if one else "" for one in found]

    @property
    def sources(self) -> list[str]:
        return list(dict.fromkeys(one.source for one in self.by_step.values() if one.source))

    @property
    def since(self) -> date:
        return max(one.starts_on for one in self.by_step.values())

    @property
    def address(self) -> str:
        return urlencode({"urgencia": self.urgency, "clase": self.kind, "zona": self.zone})


def times_in_force(*, on: date) -> list[Times]:
    """The gravest first, the town before the country, a kind of its own after its urgency."""
    found: dict[tuple[str, str, str], dict[str, TimeTarget]] = {}
    for one in TimeTarget.objects.filter(Q(ends_on=None) | Q(ends_on__gt=on), starts_on__lte=on):
        found.setdefault((one.urgency, one.kind, one.zone), {})[one.step] = one
    names = dict(AlertKind.objects.order_by("pk").values_list("code", "name"))
    zones = Parish.Kind.values
    ordered = sorted(
        found,
        key=lambda key: (rules.GRAVITY.index(Urgency(key[0])), key[1], zones.index(key[2])),
    )
    return [Times(*key, found[key], names.get(key[1], key[1])) for key in ordered]


def times_of_other_days(*, today: date) -> list[tuple[TimeTarget, str | Promise, str]]:
    """Those that begin later and those of before, the newest first, each in words."""
    others = TimeTarget.objects.filter(Q(ends_on__lte=today) | Q(starts_on__gt=today))
    real = others.exclude(ends_on=F("starts_on")).order_by("-starts_on", "pk")
    return [(one, URGENCIES[Urgency(one.urgency)], rules.span(one.seconds)) for one in real]


def times_to_change(urgency: str, kind: str, zone: str, *, today: date) -> dict[str, object]:
    """What a form for new times begins with: those that stand, and the first day they may begin."""
    standing = TimeTarget.objects.filter(ends_on=None, urgency=urgency, kind=kind, zone=zone)
    by_step = {one.step: one for one in standing}
    first = today + timedelta(days=1) if by_step else today
    began = max([first, *(one.starts_on for one in by_step.values())])
    sources = [one.source for one in by_step.values()]
    seconds = {step: one.seconds for step, one in by_step.items()}
    said = {"urgency": urgency, "kind": kind, "zone": zone, "starts_on": began}
    return {**said, **seconds, "source": sources[0] if sources else ""}


@begins("times")
def lacks_times(today: date) -> list[str]:
    """The urgencies for which nobody says how soon help is due."""
    known = {(one.urgency, one.zone) for one in times_in_force(on=today) if not one.kind}
    lacking = [one for one in Urgency if any((one, zone) not in known for zone in Parish.Kind)]
    return [gettext("Falta fijar: %(urgency)s") % {"urgency": URGENCIES[one]} for one in lacking]
