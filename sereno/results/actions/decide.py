"""A measurement is reviewed, approved or returned; never by its author, and never twice.

Whoever reviewed it does not approve it: a role received in between does not make two of one.
"""

from datetime import datetime

from django.db import transaction

from sereno.logbook.actions import in_time, write
from sereno.people.models import Person
from sereno.results import events
from sereno.results.actions.refusals import (
    AlreadyDecided,
    NoEvidence,
    NoReason,
    NotReviewed,
    SamePerson,
    SealBroken,
)
from sereno.results.models import Measurement


@transaction.atomic
def review(measurement: Measurement, *, by: Person, at: datetime) -> None:
    """Say that someone other than its author found it right."""
    _by_another(measurement, by=by)
    _unbroken(measurement)
    in_time(at=at, after=measurement.measured_at)
    reports = measurement.origin == Measurement.Origin.REPORTED and measurement.value is not None
    if reports and not measurement.evidence.exists():
        raise NoEvidence(measurement.pk)
    found = Measurement.objects.to_review().filter(pk=measurement.pk).exclude(measured_by=by)
    if not found.update(reviewed_at=at, reviewed_by=by):
        raise AlreadyDecided(measurement.pk)
    measurement.refresh_from_db()
    write(events.MeasurementReviewed(), about=measurement, by=by, at=at)


@transaction.atomic
def approve(measurement: Measurement, *, by: Person, at: datetime) -> None:
    """Answer for it: from here on it never changes, and may be published."""
    _by_another(measurement, by=by)
    _unbroken(measurement)
    in_time(at=at, after=measurement.reviewed_at or measurement.measured_at)
    if Measurement.objects.filter(pk=measurement.pk, reviewed_by=by, approved_at=None).exists():
        raise SamePerson(measurement.pk)
    found = Measurement.objects.to_approve().filter(pk=measurement.pk)
    if (
        not found.exclude(measured_by=by)
        .exclude(reviewed_by=by)
        .update(approved_at=at, approved_by=by)
    ):
        measurement.refresh_from_db()
        if measurement.approved_at or measurement.returned_at:
            raise AlreadyDecided(measurement.pk)
        raise NotReviewed(measurement.pk)
    measurement.refresh_from_db()
    write(events.MeasurementApproved(), about=measurement, by=by, at=at)


@transaction.atomic
def return_(measurement: Measurement, *, because: str, by: Person, at: datetime) -> None:
    """Send it back with a reason; a new draft corrects it. Its author may withdraw it so, too."""
    if not because.strip():
        raise NoReason(measurement.pk)
    in_time(at=at, after=measurement.reviewed_at or measurement.measured_at)
    found = Measurement.objects.open().filter(pk=measurement.pk)
    if not found.update(returned_at=at, returned_by=by, returned_because=because.strip()):
        raise AlreadyDecided(measurement.pk)
    measurement.refresh_from_db()
    write(events.MeasurementReturned(), about=measurement, by=by, at=at)


def _by_another(measurement: Measurement, *, by: Person) -> None:
    if measurement.measured_by_id == by.pk:
        raise SamePerson(measurement.pk)


def _unbroken(measurement: Measurement) -> None:
    """What was measured is what is being signed, read anew from the database."""
    if not Measurement.objects.get(pk=measurement.pk).is_whole():
        raise SealBroken(measurement.pk)
