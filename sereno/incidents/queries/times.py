"""The time targets in force on a day, and the steps of an answer against them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from sereno.alerts.models import TimeTarget
from sereno.alerts.rules import Class
from sereno.incidents import rules
from sereno.incidents.models import Dispatch, Incident
from sereno.territory.models import Parish


@dataclass(frozen=True)
class Targets:
    """Seconds allowed for each step, by urgency, kind and zone."""

    seconds: Mapping[tuple[str, str, str], Mapping[rules.Step, int]]

    def of(self, urgency: str, kind: str, zone: str | None) -> Mapping[rules.Step, int]:
        """What a kind has of its own counts before what its urgency has.

        Where nobody knows the zone, the shorter times of the town hold.
        """
        place = zone or Parish.Kind.URBAN
        common = self.seconds.get((urgency, "", place), {})
        return {**common, **self.seconds.get((urgency, kind, place), {})}


def targets(*, on: date) -> Targets:
    in_force = TimeTarget.objects.filter(Q(ends_on=None) | Q(ends_on__gt=on), starts_on__lte=on)
    found: dict[tuple[str, str, str], dict[rules.Step, int]] = {}
    for urgency, kind, zone, step, seconds in in_force.order_by("starts_on").values_list(
        "urgency", "kind", "zone", "step", "seconds"
    ):
        found.setdefault((urgency, kind, zone), {})[rules.Step(step)] = seconds
    return Targets(found)


def steps_of(
    incident: Incident, dispatches: list[Dispatch], *, allowed: Targets, at: datetime
) -> tuple[rules.Due, ...]:
    """The steps of an incident; its clock began with its alert, or when it was opened.

    An incident that ended asks for nothing more, and nobody has to go to what turned out
    not to be real: what was not done is then left out.
    """
    began = incident.alert.raised_at if incident.alert else incident.opened_at
    urgency = incident.alert.urgency if incident.alert else incident.kind.urgency
    sent = min((one.sent_at for one in dispatches), default=None)
    arrived = min((one.arrived_at for one in dispatches if one.arrived_at), default=None)
    done = {
        rules.Step.ACKNOWLEDGE: incident.opened_at,
        rules.Step.DISPATCH: sent,
        rules.Step.ARRIVE: arrived,
    }
    kind = incident.alert.kind if incident.alert else incident.kind
    zone = incident.parish.kind if incident.parish else None
    seconds = allowed.of(urgency, kind.code, zone)
    steps = rules.due(began, done=done, targets=seconds, at=at)
    classification = incident.alert.classification if incident.alert else ""
    if incident.closed_at or classification not in {"", Class.REAL}:
        return tuple(step for step in steps if not step.runs)
    return steps
