"""An incident from its opening to its end."""

from datetime import datetime

from django.db import transaction

from sereno.alerts import actions as alerts
from sereno.alerts.models import Alert, AlertKind
from sereno.alerts.rules import Class
from sereno.incidents import events, rules
from sereno.incidents.models import Dispatch, Incident, Note
from sereno.logbook.actions import write
from sereno.people.models import Person
from sereno.territory import queries as territory
from sereno.territory.models import Barrio, Parish


class AlreadyClosed(Exception):
    """The incident ended before: nothing more is done in it."""

    def __init__(self, incident: Incident) -> None:
        self.incident = incident
        super().__init__(f"incident {incident.pk} is closed")


class NotClassified(Exception):
    """Nobody said yet what the alert turned out to be, so its incident stays open."""

    def __init__(self, incident: Incident) -> None:
        self.incident = incident
        super().__init__(f"the alert of incident {incident.pk} is not classified")


class OutcomeDoesNotFit(Exception):
    """The outcome says units went where none did, or the other way round."""

    def __init__(self, incident: Incident, outcome: str, *, sent: int) -> None:
        self.incident, self.outcome, self.sent = incident, outcome, sent
        super().__init__(f"{outcome} with {sent} units sent to incident {incident.pk}")


class NothingToClassify(Exception):
    """An incident that no alert began has no alert to classify."""


@transaction.atomic
def take(alert: Alert, *, by: Person, at: datetime) -> Incident:
    """Take a waiting alert and open its incident; refused with `AlreadyTaken` if someone has it."""
    alerts.acknowledge(alert, by=by, at=at)
    kind_of_device = alert.device.kind if alert.device else ""
    incident = Incident.objects.create(
        alert=alert,
        kind=alert.kind,
        known_by=rules.known_by(alert.channel, device_kind=kind_of_device),
        parish=alert.parish,
        barrio=alert.barrio,
        latitude=alert.latitude,
        longitude=alert.longitude,
        is_approximate=alert.is_approximate,
        opened_at=at,
        opened_by=by,
    )
    opened = events.IncidentOpened(kind=alert.kind.code, known_by=incident.known_by)
    write(opened, about=incident, by=by, at=at, after=alert)
    return incident


@transaction.atomic
def open_incident(
    kind: AlertKind,
    *,
    known_by: str,
    by: Person,
    at: datetime,
    parish: Parish | None = None,
    barrio: Barrio | None = None,
    latitude: float | None = None,
    longitude: float | None = None,
    is_approximate: bool = False,
    reference: str = "",
) -> Incident:
    """Open an incident that no alert began: a telephone call, something seen on a camera.

    ``known_by`` is one of `Incident.KnownBy`; the parish follows from the barrio, and both
    follow from the point where nobody says more than that.
    """
    if latitude is not None and longitude is not None and not (barrio or parish):
        found = territory.locate(latitude, longitude, at=at)
        barrio, parish, is_approximate = found.barrio, found.parish, found.is_approximate
    incident = Incident.objects.create(
        kind=kind,
        known_by=Incident.KnownBy(known_by),
        parish=barrio.parish if barrio else parish,
        barrio=barrio,
        latitude=latitude,
        longitude=longitude,
        is_approximate=is_approximate,
        reference=reference,
        opened_at=at,
        opened_by=by,
    )
    opened = events.IncidentOpened(kind=kind.code, known_by=incident.known_by)
    write(opened, about=incident, by=by, at=at)
    return incident


def lock_open(incident: Incident) -> Incident:
    """The incident as it is now, held until the end of the transaction; refused if it ended."""
    held = Incident.objects.select_for_update().get(pk=incident.pk)
    if held.closed_at:
        raise AlreadyClosed(held)
    return held


@transaction.atomic
def note(incident: Incident, text: str, *, by: Person, at: datetime) -> Note:
    """Keep what someone wrote, also after the end: what is remembered later belongs to it."""
    written = Note.objects.create(incident=incident, text=text.strip(), by=by, at=at)
    write(events.IncidentNoted(), about=incident, by=by, at=at)
    return written


def classify(incident: Incident, classification: Class, *, by: Person, at: datetime) -> None:
    """Say what the alert of this incident turned out to be."""
    if incident.alert is None:
        raise NothingToClassify(incident.pk)
    alerts.classify(incident.alert, classification, by=by, at=at)


@transaction.atomic
def close(incident: Incident, outcome: str, *, by: Person, at: datetime) -> None:
    """End it, and free every unit that is still there.

    Refuses `NotClassified`, `OutcomeDoesNotFit` and `AlreadyClosed`.
    """
    held = lock_open(incident)
    if held.alert and not held.alert.classification:
        raise NotClassified(held)
    sent = held.dispatches.count()
    if not rules.outcome_fits(outcome, sent=sent):
        raise OutcomeDoesNotFit(held, outcome, sent=sent)
    for dispatch in held.dispatches.under_way().select_related("unit"):
        Dispatch.objects.filter(pk=dispatch.pk).update(cleared_at=at)
        cleared = events.UnitCleared(unit=dispatch.unit.callsign)
        write(cleared, about=held, by=by, at=at)
    Incident.objects.filter(pk=held.pk).update(
        closed_at=at, closed_by=by, outcome=Incident.Outcome(outcome)
    )
    write(events.IncidentClosed(outcome=outcome), about=held, by=by, at=at)
    incident.refresh_from_db()
