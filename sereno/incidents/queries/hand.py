"""The one alert in hand: what, where, since when, whom to send, what is near, what was done."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import cos, radians
from typing import cast

from django.urls import reverse
from django.utils import timezone

from sereno.alerts.models import Alert, AlertKind
from sereno.devices.models import Device
from sereno.incidents import rules
from sereno.incidents.models import Dispatch, Incident, Unit
from sereno.incidents.queries.story import Told, told
from sereno.incidents.queries.times import steps_of, targets
from sereno.logbook.actions import subject_of

NEAR_METRES = 3_000
NEAR_CAMERAS = 4
NEAR_OTHERS = 4
LOG_LINES = 60
METRES_A_DEGREE = 111_195


@dataclass(frozen=True)
class Near:
    """A device close to where help is needed."""

    device: Device
    metres: float


@dataclass(frozen=True)
class Ready:
    """A unit in the order in which it should be thought of."""

    unit: Unit
    candidate: rules.Candidate
    here: Dispatch | None  # it is already on its way to this very incident

    @property
    def busy_number(self) -> str:
        return str(self.candidate.busy_with or "")


@dataclass(frozen=True)
class Hand:
    """What the operator looks at: an alert, the incident it became, or an incident alone."""

    alert: Alert | None
    incident: Incident | None
    steps: tuple[rules.Due, ...]
    signals: int
    dispatches: list[Dispatch]
    units: list[Ready]
    cameras: list[Near]
    others: list[Near]
    log: list[Told]

    @property
    def subject(self) -> Alert | Incident:
        """The incident, or the alert as long as nobody took it."""
        if self.incident:
            return self.incident
        return cast("Alert", self.alert)  # one of the two is always there

    @property
    def subjects(self) -> str:
        return " ".join(subject_of(thing) for thing in (self.alert, self.incident) if thing)

    @property
    def first_subject(self) -> str:
        """What it began as: the same word before and after somebody takes it."""
        return subject_of(self.alert or self.subject)

    @property
    def suggested_outcome(self) -> str:
        arrived = any(one.arrived_at for one in self.dispatches)
        return rules.likely_outcome(
            self.alert.classification if self.alert else "",
            sent=len(self.dispatches),
            arrived=arrived,
        )

    @property
    def address(self) -> str:
        """Where the console shows this hand."""
        name = "incidents:incident" if self.incident else "incidents:alert"
        return reverse(name, args=[self.subject.pk])

    @property
    def number(self) -> str:
        return str(self.subject.pk)

    @property
    def kind(self) -> AlertKind:
        return self.subject.kind

    @property
    def urgency(self) -> str:
        return self.alert.urgency if self.alert else self.kind.urgency

    @property
    def began(self) -> datetime:
        """When the clock of the answer started."""
        return self.alert.raised_at if self.alert else cast("Incident", self.incident).opened_at

    @property
    def took(self) -> timedelta | None:
        """From the cry to the end."""
        ended = self.incident.closed_at if self.incident else None
        return ended - self.began if ended else None

    @property
    def next(self) -> rules.Due | None:
        return rules.next_due(self.steps)

    @property
    def point(self) -> rules.Point | None:
        return rules.point(self.subject.latitude, self.subject.longitude)

    @property
    def sendable(self) -> list[Ready]:
        """The desks that answer many at once, then the crews; none that is already coming."""
        free = [one for one in self.units if not one.here]
        return sorted(free, key=lambda one: one.unit.is_crew)

    @property
    def first_free(self) -> Ready | None:
        """The crew to think of first."""
        crews = (one for one in self.sendable if one.unit.is_crew)
        return next((one for one in crews if one.candidate.busy_with is None), None)

    @property
    def is_test(self) -> bool:
        return bool(self.alert and not rules.may_go_alone(self.alert.classification))


def of_alert(pk: int, *, at: datetime) -> Hand | None:
    """The alert, and its incident if somebody took it."""
    alert = (
        Alert.objects.select_related(
            "kind", "parish", "barrio", "device__place", "caller", "acknowledged_by", "incident"
        )
        .filter(pk=pk)
        .first()
    )
    if alert is None:
        return None
    return _hand(alert, getattr(alert, "incident", None), at=at)


def of_incident(pk: int, *, at: datetime) -> Hand | None:
    incident = (
        Incident.objects.select_related(
            *("kind", "parish", "barrio", "opened_by", "closed_by"),
            *("alert__kind", "alert__parish", "alert__barrio", "alert__device__place"),
            *("alert__caller", "alert__acknowledged_by"),
        )
        .filter(pk=pk)
        .first()
    )
    return None if incident is None else _hand(incident.alert, incident, at=at)


def _hand(alert: Alert | None, incident: Incident | None, *, at: datetime) -> Hand:
    things = [thing for thing in (alert, incident) if thing is not None]
    where = rules.point(things[-1].latitude, things[-1].longitude)
    dispatches = list(
        incident.dispatches.select_related("unit", "sent_by").order_by("sent_at", "pk")
        if incident
        else []
    )
    notes = list(incident.notes.select_related("by").order_by("at")) if incident else []
    near = _near(where)
    cameras = [one for one in near if one.device.kind == Device.Kind.CAMERA]
    others = [one for one in near if one.device.kind != Device.Kind.CAMERA]
    return Hand(
        alert=alert,
        incident=incident,
        steps=_steps(alert, incident, dispatches, at=at),
        signals=alert.signals.count() if alert else 0,
        dispatches=dispatches,
        units=units(incident, to=where, at=at) if incident and not incident.closed_at else [],
        cameras=cameras[:NEAR_CAMERAS],
        others=others[:NEAR_OTHERS],
        log=told([subject_of(thing) for thing in things], notes=notes, last=LOG_LINES),
    )


def _steps(
    alert: Alert | None, incident: Incident | None, dispatches: list[Dispatch], *, at: datetime
) -> tuple[rules.Due, ...]:
    allowed = targets(on=timezone.localdate(at))
    if incident:
        return steps_of(incident, dispatches, allowed=allowed, at=at)
    if alert is None:
        return ()
    zone = alert.parish.kind if alert.parish else None
    seconds = allowed.of(alert.urgency, alert.kind.code, zone)
    return rules.due(alert.raised_at, done={}, targets=seconds, at=at)


def units(incident: Incident, *, to: rules.Point | None, at: datetime) -> list[Ready]:
    """Every unit in service, the nearest free one first."""
    serving = {
        unit.pk: unit for unit in Unit.objects.in_service().select_related("vehicle", "base")
    }
    under_way = list(Dispatch.objects.under_way())
    here = {one.unit_id: one for one in under_way if one.incident_id == incident.pk}
    busy = {one.unit_id: one.incident_id for one in under_way if one.is_crew}
    candidates = [
        rules.Candidate(unit.pk, _position(unit, now=at), busy.get(unit.pk))
        for unit in serving.values()
    ]
    return [
        Ready(serving[one.unit], one, here.get(one.unit))
        for one in rules.nearest(candidates, to=to)
    ]


def _position(unit: Unit, *, now: datetime) -> rules.Position:
    vehicle, base = unit.vehicle, unit.base
    return rules.position(
        rules.point(vehicle.latitude, vehicle.longitude) if vehicle else None,
        seen_at=vehicle.position_at if vehicle else None,
        base=rules.point(base.latitude, base.longitude) if base else None,
        at=now,
    )


def _near(where: rules.Point | None) -> list[Near]:
    """Devices that stand within reach, whether they work or not, the nearest first."""
    if where is None:
        return []
    north = NEAR_METRES / METRES_A_DEGREE
    east = north / max(0.01, cos(radians(where.latitude)))
    around = (
        Device.objects.standing()
        .exclude(kind=Device.Kind.VEHICLE)
        .filter(
            latitude__range=(where.latitude - north, where.latitude + north),
            longitude__range=(where.longitude - east, where.longitude + east),
        )
    )
    found = []
    for device in around:
        spot = rules.point(device.latitude, device.longitude)
        if spot and (away := rules.metres(where, spot)) <= NEAR_METRES:
            found.append(Near(device, away))
    return sorted(found, key=lambda one: one.metres)
