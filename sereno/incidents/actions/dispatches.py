"""Units: added, sent, arrived, free again."""

from datetime import datetime

from django.db import IntegrityError, transaction

from sereno.devices.models import Device
from sereno.incidents import events, rules
from sereno.incidents.actions.answers import lock_open
from sereno.incidents.models import Dispatch, Incident, Unit
from sereno.logbook.actions import write
from sereno.people.models import Person
from sereno.territory.models import Place


class UnitBusy(Exception):
    """The crew is already at an incident, perhaps at this very one."""

    def __init__(self, unit: Unit, *, at_incident: int | None) -> None:
        self.unit, self.at_incident = unit, at_incident
        super().__init__(f"{unit.callsign} is at incident {at_incident}")


class UnitRetired(Exception):
    """The unit is no longer in service."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        super().__init__(f"{unit.callsign} is retired")


class NotForATest(Exception):
    """The alert is a test or a drill: nobody is sent unless the operator says so twice."""

    def __init__(self, incident: Incident) -> None:
        self.incident = incident
        super().__init__(f"incident {incident.pk} is a test")


class AlreadyArrived(Exception):
    """The arrival was recorded before; the first time stands."""

    def __init__(self, dispatch: Dispatch) -> None:
        self.dispatch = dispatch
        super().__init__(f"dispatch {dispatch.pk} arrived at {dispatch.arrived_at}")


class AlreadyCleared(Exception):
    """The unit was freed before: it neither arrives nor is freed again."""

    def __init__(self, dispatch: Dispatch) -> None:
        self.dispatch = dispatch
        super().__init__(f"dispatch {dispatch.pk} was freed at {dispatch.cleared_at}")


@transaction.atomic
def add_unit(
    callsign: str,
    *,
    agency: str,
    by: Person | None,
    at: datetime,
    name: str = "",
    is_crew: bool | None = None,
    vehicle: Device | None = None,
    base: Place | None = None,
) -> Unit:
    """Add a unit; unless told otherwise, only the desk of ECU 911 answers many at once."""
    unit = Unit.objects.create(
        callsign=callsign,
        name=name,
        agency=Unit.Agency(agency),
        is_crew=agency != Unit.Agency.ECU911 if is_crew is None else is_crew,
        vehicle=vehicle,
        base=base,
    )
    write(events.UnitAdded(unit=callsign, agency=agency), about=unit, by=by, at=at)
    return unit


@transaction.atomic
def retire_unit(unit: Unit, *, by: Person, at: datetime) -> None:
    """Take a unit out of service. Refuses `UnitBusy` while it is at an incident."""
    there = Dispatch.objects.under_way().filter(unit=unit).values_list("incident_id", flat=True)
    if holds := there.first():
        raise UnitBusy(unit, at_incident=holds)
    if Unit.objects.in_service().filter(pk=unit.pk).update(retired_at=at):
        write(events.UnitRetired(unit=unit.callsign), about=unit, by=by, at=at)
    unit.refresh_from_db()


@transaction.atomic
def send(
    incident: Incident,
    unit: Unit,
    *,
    by: Person,
    at: datetime,
    agency_code: str = "",
    despite_test: bool = False,
) -> Dispatch:
    """Send a unit; ``agency_code`` is the number that the other institution gave the matter.

    Refuses `UnitBusy`, `UnitRetired`, `AlreadyClosed`, and `NotForATest` unless ``despite_test``.
    """
    held = lock_open(incident)
    if unit.retired_at:
        raise UnitRetired(unit)
    classification = held.alert.classification if held.alert else ""
    if not (despite_test or rules.may_go_alone(classification)):
        raise NotForATest(held)
    try:
        with transaction.atomic():
            dispatch = Dispatch.objects.create(
                incident=held,
                unit=unit,
                is_crew=unit.is_crew,
                agency_code=agency_code.strip(),
                sent_at=at,
                sent_by=by,
            )
    except IntegrityError as refusal:
        there = Dispatch.objects.under_way().filter(unit=unit)
        there = there if unit.is_crew else there.filter(incident=held)
        holds = there.values_list("incident_id", flat=True).first()
        raise UnitBusy(unit, at_incident=holds) from refusal
    write(events.UnitSent(unit=unit.callsign, agency=unit.agency), about=held, by=by, at=at)
    return dispatch


@transaction.atomic
def arrive(dispatch: Dispatch, *, by: Person, at: datetime) -> None:
    """The unit is at the place. Refuses `AlreadyArrived` and `AlreadyCleared`."""
    going = Dispatch.objects.under_way().filter(pk=dispatch.pk, arrived_at=None)
    arrived = going.update(arrived_at=at)
    dispatch.refresh_from_db()
    if not arrived:
        raise AlreadyCleared(dispatch) if dispatch.cleared_at else AlreadyArrived(dispatch)
    write(events.UnitArrived(unit=dispatch.unit.callsign), about=dispatch.incident, by=by, at=at)


@transaction.atomic
def clear(dispatch: Dispatch, *, by: Person, at: datetime) -> None:
    """The unit is free again, whether it arrived or was called back."""
    freed = Dispatch.objects.under_way().filter(pk=dispatch.pk).update(cleared_at=at)
    dispatch.refresh_from_db()
    if not freed:
        raise AlreadyCleared(dispatch)
    write(events.UnitCleared(unit=dispatch.unit.callsign), about=dispatch.incident, by=by, at=at)
