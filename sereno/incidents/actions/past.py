"""Many incidents that happened before, brought in at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from sereno.alerts.models import Alert, AlertKind
from sereno.incidents import events, rules
from sereno.incidents.models import Dispatch, Incident, Unit
from sereno.logbook.actions import Draft, subject_of
from sereno.people.models import Person
from sereno.territory.models import Barrio, Parish


@dataclass(frozen=True)
class Leg:
    """One unit sent, with the times of its way."""

    unit: Unit
    sent_at: datetime
    arrived_at: datetime | None = None
    cleared_at: datetime | None = None
    agency_code: str = ""


@dataclass(frozen=True)
class Answered:
    """One incident of the past; an alert that began it also says how it became known."""

    kind: AlertKind
    by: Person
    opened_at: datetime
    alert: Alert | None = None
    known_by: str = ""
    parish: Parish | None = None
    barrio: Barrio | None = None
    latitude: float | None = None
    longitude: float | None = None
    is_approximate: bool = False
    reference: str = ""
    legs: tuple[Leg, ...] = ()
    closed_at: datetime | None = None
    outcome: str = ""


@transaction.atomic
def remember(answers: Sequence[Answered]) -> tuple[list[Incident], list[Draft]]:
    """Keep many incidents of the past, and give the lines that tell of them.

    The lines are not written here: whoever brings in a past writes all of its
    lines together, in the order of their times.
    """
    incidents = Incident.objects.bulk_create(map(_incident, answers), batch_size=500)
    Dispatch.objects.bulk_create(
        (
            _dispatch(incident, leg)
            for incident, answer in zip(incidents, answers, strict=True)
            for leg in answer.legs
        ),
        batch_size=500,
    )
    drafts = [
        draft
        for incident, answer in zip(incidents, answers, strict=True)
        for draft in _lines(incident, answer)
    ]
    return incidents, sorted(drafts, key=lambda draft: draft.at)


def _incident(answer: Answered) -> Incident:
    return Incident(
        alert=answer.alert,
        kind=answer.kind,
        known_by=answer.known_by or _known_by(answer.alert),
        parish=answer.parish,
        barrio=answer.barrio,
        latitude=answer.latitude,
        longitude=answer.longitude,
        is_approximate=answer.is_approximate,
        reference=answer.reference,
        opened_at=answer.opened_at,
        opened_by=answer.by,
        closed_at=answer.closed_at,
        closed_by=answer.by if answer.closed_at else None,
        outcome=answer.outcome,
    )


def _known_by(alert: Alert | None) -> str:
    if alert is None:
        return Incident.KnownBy.OTHER
    return rules.known_by(alert.channel, device_kind=alert.device.kind if alert.device else "")


def _dispatch(incident: Incident, leg: Leg) -> Dispatch:
    return Dispatch(
        incident=incident,
        unit=leg.unit,
        is_crew=leg.unit.is_crew,
        agency_code=leg.agency_code,
        sent_at=leg.sent_at,
        sent_by=incident.opened_by,
        arrived_at=leg.arrived_at,
        cleared_at=leg.cleared_at,
    )


def _lines(incident: Incident, answer: Answered) -> Iterator[Draft]:
    about, by = subject_of(incident), subject_of(answer.by)
    opened = events.IncidentOpened(kind=answer.kind.code, known_by=incident.known_by)
    after = subject_of(answer.alert) if answer.alert else ""
    yield Draft(opened, about=about, at=answer.opened_at, by=by, after=after)
    for leg in answer.legs:
        name = leg.unit.callsign
        sent = events.UnitSent(unit=name, agency=leg.unit.agency)
        yield Draft(sent, about=about, at=leg.sent_at, by=by)
        if leg.arrived_at:
            arrived = events.UnitArrived(unit=name)
            yield Draft(arrived, about=about, at=leg.arrived_at, by=by)
        if leg.cleared_at:
            cleared = events.UnitCleared(unit=name)
            yield Draft(cleared, about=about, at=leg.cleared_at, by=by)
    if answer.closed_at:
        closed = events.IncidentClosed(outcome=answer.outcome)
        yield Draft(closed, about=about, at=answer.closed_at, by=by)
