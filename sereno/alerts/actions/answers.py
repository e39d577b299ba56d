"""What people do with an alert: take it, say what it turned out to be, or what is happening."""

from datetime import datetime

from django.db import transaction

from sereno.alerts import events, rules
from sereno.alerts.models import Alert, AlertKind
from sereno.alerts.rules import Class, Urgency
from sereno.logbook.actions import write
from sereno.people.models import Person


class AlreadyTaken(Exception):
    """Another operator acknowledged this alert first; the alert says who and when."""

    def __init__(self, alert: Alert) -> None:
        super().__init__(f"alert {alert.pk}")
        self.alert = alert


class NotYours(Exception):
    """Somebody else cried."""


@transaction.atomic
def acknowledge(alert: Alert, *, by: Person, at: datetime) -> None:
    """Take a waiting alert; a conditional update decides between two hands."""
    taken = Alert.objects.waiting().filter(pk=alert.pk)
    if not taken.update(acknowledged_at=at, acknowledged_by=by):
        alert.refresh_from_db()
        raise AlreadyTaken(alert)
    alert.refresh_from_db()
    write(events.AlertAcknowledged(), about=alert, by=by, at=at)


@transaction.atomic
def classify(alert: Alert, as_: Class, *, by: Person, at: datetime) -> None:
    """Say what the alert turned out to be; said again, the last word counts and all are kept."""
    alert.classification, alert.classified_at = as_, at
    Alert.objects.filter(pk=alert.pk).update(classification=as_, classified_at=at)
    write(events.AlertClassified(classification=as_), about=alert, by=by, at=at)


@transaction.atomic
def specify(alert: Alert, kind: AlertKind, *, by: Person, at: datetime) -> None:
    """Whoever cried says what is happening; that may make the alert graver, never milder."""
    if alert.caller_id != by.pk:
        raise NotYours(alert.pk)
    learn(alert, kind, by=by, at=at)


def learn(alert: Alert, kind: AlertKind, *, by: Person | None, at: datetime) -> None:
    """The alert is now known to be of this kind, and as grave as the graver of the two."""
    urgency = rules.graver(Urgency(alert.urgency), Urgency(kind.urgency))
    Alert.objects.filter(pk=alert.pk).update(kind=kind, urgency=urgency)
    alert.refresh_from_db()
    write(events.AlertSpecified(kind=kind.code, urgency=urgency), about=alert, by=by, at=at)
