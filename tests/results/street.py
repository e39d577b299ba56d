"""Records made by hand, in a small canton whose answers anyone can count."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

from sereno.alerts.models import Alert, AlertKind
from sereno.community.models import Activity
from sereno.devices.models import Condition, Device
from sereno.incidents.models import Dispatch, Incident, Unit
from sereno.people.models import Person
from sereno.results.rules.rows import Period
from sereno.territory.models import Barrio, Canton, Parish, Place

MORNING = datetime(2026, 3, 10, 14, tzinfo=UTC)
MARCH = Period(datetime(2026, 3, 1, 5, tzinfo=UTC), datetime(2026, 4, 1, 5, tzinfo=UTC))


@dataclass
class Street:
    """Makes alerts, incidents, devices and activities; ``north`` and ``south`` are parishes."""

    rosa: Person
    kind: AlertKind
    north: Parish
    south: Parish
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def alert(
        self,
        *,
        raised_at: datetime = MORNING,
        taken_after: float | None = 30,
        classification: str = "real",
        urgency: str = "life",
        parish: Parish | None = None,
    ) -> Alert:
        taken = None if taken_after is None else raised_at + timedelta(seconds=taken_after)
        return Alert.objects.create(
            kind=self.kind,
            urgency=urgency,
            channel="http",
            parish=parish or self.north,
            raised_at=raised_at,
            acknowledged_at=taken,
            acknowledged_by=self.rosa if taken else None,
            classification=classification,
        )

    def incident(
        self, alert: Alert | None, *arrived_after: float | None, opened_at: datetime = MORNING
    ) -> Incident:
        """An incident with a unit sent for each time; none: that unit never arrived."""
        incident = Incident.objects.create(
            alert=alert,
            kind=self.kind,
            known_by="device" if alert else "patrol",
            parish=alert.parish if alert else self.north,
            opened_at=opened_at,
            opened_by=self.rosa,
        )
        begun = alert.raised_at if alert else opened_at
        for minutes in arrived_after:
            unit = Unit.objects.create(callsign=f"U-{next(self.numbers)}", agency="own")
            arrived = None if minutes is None else begun + timedelta(minutes=minutes)
            Dispatch.objects.create(
                incident=incident, unit=unit, sent_at=begun, sent_by=self.rosa, arrived_at=arrived
            )
        return incident

    def device(
        self,
        *conditions: tuple[str, datetime, datetime | None],
        kind: str = "panic_button",
        parish: Parish | None = None,
        barrio: Barrio | None = None,
        place: Place | None = None,
    ) -> Device:
        """A device with the states it went through."""
        state, since, _until = conditions[-1]
        cause = "link" if state == "out" else ""
        device = Device.objects.create(
            code=f"D-{next(self.numbers)}",
            kind=kind,
            name="Equipo",
            parish=parish or self.north,
            barrio=barrio,
            place=place,
            state=state,
            state_since=since,
            cause=cause,
        )
        for told, starts_at, ends_at in conditions:
            Condition.objects.create(
                device=device, state=told, starts_at=starts_at, ends_at=ends_at
            )
        return device

    def barrio(self, parish: Parish | None = None) -> Barrio:
        return Barrio.objects.create(
            parish=parish or self.north, name=f"Barrio {next(self.numbers)}"
        )

    def place(self, kind: str = "park", parish: Parish | None = None) -> Place:
        return Place.objects.create(
            kind=kind,
            name=f"Lugar {next(self.numbers)}",
            parish=parish or self.north,
            latitude=-3.99,
            longitude=-79.2,
        )

    def activity(
        self,
        kind: str,
        *,
        held_at: datetime | None = MORNING,
        attendance: int | None = None,
        barrio: Barrio | None = None,
        parish: Parish | None = None,
    ) -> Activity:
        return Activity.objects.create(
            kind=kind,
            title="Actividad",
            parish=parish or self.north,
            barrio=barrio,
            planned_for=MORNING,
            planned_by=self.rosa,
            held_at=held_at,
            attendance=attendance,
        )


def a_street() -> Street:
    canton = Canton.objects.create(code="1101", name="Loja")
    return street_of(
        Person.objects.create_user("rosa", full_name="Rosa Operadora"),
        north=Parish.objects.create(canton=canton, name="El Valle", kind="urban"),
        south=Parish.objects.create(canton=canton, name="Malacatos", kind="rural"),
    )


def street_of(rosa: Person, *, north: Parish, south: Parish) -> Street:
    kind = AlertKind.objects.create(
        code="panic", name="Auxilio", urgency="life", starts_on=MORNING.date()
    )
    return Street(rosa=rosa, kind=kind, north=north, south=south)


def hold(planner: Person, times: int) -> None:
    """So many joint operations, one a day from 1 March on."""
    first = datetime(2026, 3, 1, 15, tzinfo=UTC)
    for number in range(times):
        Activity.objects.create(
            kind="joint_operation",
            title="Operativo",
            planned_for=first,
            planned_by=planner,
            held_at=first + timedelta(days=number),
        )
