"""The queue of the room: what waits, what this operator has, what the others have."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Prefetch
from django.utils import timezone

from sereno.alerts.models import Alert
from sereno.incidents import rules
from sereno.incidents.models import Dispatch, Incident
from sereno.incidents.queries.times import Targets, steps_of, targets
from sereno.people.models import Person

SHOWN = 25  # rows of each list; what goes beyond is counted by barrio

COLUMNS = (
    "pk",
    "kind__code",
    "kind__name",
    "urgency",
    "channel",
    "raised_at",
    "is_approximate",
    "parish__name",
    "parish__kind",
    "barrio__name",
    "device__name",
)


@dataclass(frozen=True)
class Waiting:
    """One alert that nobody has taken."""

    pk: int
    kind: str
    urgency: str
    channel: str
    raised_at: datetime
    is_approximate: bool
    parish: str | None
    zone: str | None
    barrio: str | None
    device: str | None
    due: rules.Due

    @property
    def subject_number(self) -> str:
        """As it stands in addresses and subjects: a number without the points of a figure."""
        return str(self.pk)

    @property
    def key(self) -> rules.QueueKey:
        late = self.due.state is rules.Punctuality.OVERDUE
        return rules.queue_key(self.urgency, is_overdue=late, raised_at=self.raised_at)


@dataclass(frozen=True)
class Group:
    """Alerts of one barrio that do not fit in the list; the first of them leads to all."""

    first: Waiting
    count: int


@dataclass(frozen=True)
class Answering:
    """One open incident, with what it waits for next."""

    incident: Incident
    dispatches: list[Dispatch]
    next: rules.Due | None

    @property
    def number(self) -> str:
        return str(self.incident.pk)

    @property
    def urgency(self) -> str:
        alert = self.incident.alert
        return alert.urgency if alert else self.incident.kind.urgency

    @property
    def began(self) -> datetime:
        alert = self.incident.alert
        return alert.raised_at if alert else self.incident.opened_at

    @property
    def going(self) -> bool:
        return any(one.cleared_at is None for one in self.dispatches)

    @property
    def on_scene(self) -> bool:
        return any(one.arrived_at and one.cleared_at is None for one in self.dispatches)

    @property
    def key(self) -> rules.QueueKey:
        late = self.next is not None and self.next.state is rules.Punctuality.OVERDUE
        return rules.queue_key(self.urgency, is_overdue=late, raised_at=self.began)


@dataclass(frozen=True)
class Queue:
    """Everything that is open, in the order in which it asks for a hand."""

    waiting: list[Waiting]
    groups: list[Group]
    count: int
    by_urgency: dict[str, int]
    newest: dict[str, int]
    mine: list[Answering]
    others: list[Answering]
    overdue: int = 0
    more_mine: int = 0
    more_others: int = 0
    shown: int = field(default=SHOWN)

    @property
    def first(self) -> Waiting | None:
        return self.waiting[0] if self.waiting else None


def queue(*, by: Person, at: datetime) -> Queue:
    """Four questions to the database, however much is waiting."""
    allowed = targets(on=timezone.localdate(at))
    everything = waiting(allowed=allowed, at=at)
    counts: dict[str, int] = defaultdict(int)
    newest: dict[str, int] = defaultdict(int)
    for alert in everything:
        counts[alert.urgency] += 1
        newest[alert.urgency] = max(newest[alert.urgency], alert.pk)
    answering = _answering(allowed=allowed, at=at)
    mine = [one for one in answering if one.incident.opened_by_id == by.pk]
    others = [one for one in answering if one.incident.opened_by_id != by.pk]
    return Queue(
        waiting=everything[:SHOWN],
        groups=_groups(everything[SHOWN:]),
        count=len(everything),
        by_urgency=dict(counts),
        newest=dict(newest),
        mine=mine[:SHOWN],
        others=others[:SHOWN],
        overdue=sum(one.due.state is rules.Punctuality.OVERDUE for one in everything),
        more_mine=max(0, len(mine) - SHOWN),
        more_others=max(0, len(others) - SHOWN),
    )


def waiting(*, allowed: Targets, at: datetime) -> list[Waiting]:
    """Every alert that waits, the one to take first at the head."""
    found = []
    for row in Alert.objects.waiting().values_list(*COLUMNS):
        pk, code, kind, urgency, channel, raised_at, near, parish, zone, barrio, device = row
        seconds = allowed.of(urgency, code, zone)
        due = rules.due(raised_at, done={}, targets=seconds, at=at)[0]
        found.append(
            Waiting(
                pk=pk,
                kind=kind,
                urgency=urgency,
                channel=channel,
                raised_at=raised_at,
                is_approximate=near,
                parish=parish,
                zone=zone,
                barrio=barrio,
                device=device,
                due=due,
            )
        )
    return sorted(found, key=lambda alert: alert.key)


def _groups(rest: list[Waiting]) -> list[Group]:
    places: dict[tuple[str | None, str | None], list[Waiting]] = defaultdict(list)
    for alert in rest:
        places[alert.parish, alert.barrio].append(alert)
    return [Group(alerts[0], len(alerts)) for alerts in places.values()]


def _answering(*, allowed: Targets, at: datetime) -> list[Answering]:
    sent = Dispatch.objects.select_related("unit").order_by("sent_at", "pk")
    incidents = (
        Incident.objects.open()
        .select_related("kind", "parish", "barrio", "opened_by", "alert__kind")
        .prefetch_related(Prefetch("dispatches", queryset=sent))
    )
    found = []
    for incident in incidents:
        dispatches = list(incident.dispatches.all())
        steps = steps_of(incident, dispatches, allowed=allowed, at=at)
        found.append(Answering(incident, dispatches, rules.next_due(steps)))
    return sorted(found, key=lambda one: one.key)
