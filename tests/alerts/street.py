"""A street for the tests: a button that speaks, its kinds of alert, Rosa, Ana and the park."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sereno.alerts import actions
from sereno.alerts.actions import Frame
from sereno.alerts.intake import READERS
from sereno.alerts.models import Alert, AlertKind, Signal
from sereno.alerts.rules import Urgency
from sereno.devices import actions as devices
from sereno.devices.models import Device
from sereno.devices.rules import State
from sereno.people.models import Person
from sereno.people.rules import Role
from sereno.territory.models import Place
from tests.people.cast import enrol
from tests.territory import ground

AT = datetime(2026, 11, 22, 2, 4, 7, tzinfo=UTC)


@dataclass(frozen=True)
class Street:
    rosa: Person
    ana: Person
    button: Device
    key: str


def street() -> Street:
    """Jipiro with one accepted button; Rosa operates and Ana lives there."""
    ground.canton()
    park = Place.objects.get()
    tecla = enrol("tecla", Role.TECHNICIAN)
    sofia = enrol("sofia", Role.SUPERVISOR)
    ana = enrol("ana", Role.NEIGHBOUR)
    Person.objects.filter(pk=ana.pk).update(barrio=park.barrio)
    ana.refresh_from_db()
    button = devices.request(
        Device.Kind.PANIC_BUTTON,
        code="BOT-03",
        name="Botón del parque Jipiro",
        account="LOJ-0007",
        place=park,
        by=tecla,
        at=AT - timedelta(days=9),
    )
    for to, who in (
        (State.FEASIBLE, tecla),
        (State.INSTALLED, tecla),
        (State.ACCEPTED, sofia),
        (State.OPERATING, tecla),
    ):
        devices.change(button, to=to, by=who, at=AT - timedelta(days=8))
    key = devices.issue_key(button, by=tecla, at=AT - timedelta(days=8))
    AlertKind.objects.create(
        code="robbery",
        name="Robo o asalto",
        urgency=Urgency.LIFE,
        device_codes=["HA", "robo"],
        starts_on=date(2026, 1, 1),
    )
    AlertKind.objects.create(
        code="noise",
        name="Ruido",
        urgency=Urgency.NUISANCE,
        device_codes=["ruido"],
        starts_on=date(2026, 1, 1),
    )
    return Street(enrol("rosa", Role.OPERATOR), ana, button, key)


def arrive(
    raw: bytes = b"{}",
    *,
    at: datetime = AT,
    channel: str = "http",
    sender: str = "LOJ-0007",
    caller: Person | None = None,
) -> Alert | None:
    """A frame that is kept and understood, as it would be between a door and the follower."""
    frame = Frame(channel, raw, at, sender, caller=caller.pk if caller else None)
    (kept,) = actions.keep([frame])
    signal = Signal.objects.select_related("device", "caller").get(pk=kept.pk)
    return actions.understand(signal, READERS[channel])
