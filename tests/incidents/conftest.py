"""A small council for the tests of incidents: two operators, a barrio, a camera, three units."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from sereno.alerts.models import Alert, AlertKind, TimeTarget
from sereno.alerts.rules import Urgency
from sereno.devices.models import Device
from sereno.devices.rules import State
from sereno.incidents import actions
from sereno.incidents.models import Unit
from sereno.people.models import Person
from sereno.people.rules import Role
from sereno.territory.models import Barrio, Canton, Parish, Place
from tests.people.cast import enrol

AT = datetime(2026, 11, 21, 2, 4, 7, tzinfo=UTC)  # 21:04:07 of the day before, in Loja
SECOND = timedelta(seconds=1)
RaiseAlert = Callable[..., Alert]


@pytest.fixture
def rosa(db: None) -> Person:
    return enrol("rosa", Role.OPERATOR)


@pytest.fixture
def ines(db: None) -> Person:
    return enrol("ines", Role.OPERATOR)


@pytest.fixture
def carmen(db: None) -> Person:
    return enrol("carmen", Role.PLANNER)


@pytest.fixture
def pedro(db: None) -> Person:
    return enrol("pedro", Role.NEIGHBOUR)


@pytest.fixture
def barrio(db: None) -> Barrio:
    canton = Canton.objects.create(code="1101", name="Loja")
    parish = Parish.objects.create(canton=canton, name="El Valle", kind=Parish.Kind.URBAN)
    return Barrio.objects.create(parish=parish, name="Jipiro", latitude=-3.97, longitude=-79.2)


@pytest.fixture
def robbery(db: None) -> AlertKind:
    return AlertKind.objects.create(
        code="robbery",
        name="Robo o asalto",
        urgency=Urgency.LIFE,
        questions=["¿Hay personas heridas?"],
        steps=["Envíe la patrulla más próxima."],
        starts_on=date(2024, 1, 1),
    )


@pytest.fixture
def targets(db: None) -> None:
    for step, seconds in (("acknowledge", 15), ("dispatch", 120), ("arrive", 480)):
        TimeTarget.objects.create(
            urgency=Urgency.LIFE,
            zone=Parish.Kind.URBAN,
            step=step,
            seconds=seconds,
            starts_on=date(2024, 1, 1),
        )


@pytest.fixture
def button(barrio: Barrio) -> Device:
    return Device.objects.create(
        code="BOT-001",
        kind=Device.Kind.PANIC_BUTTON,
        name="Botón del parque",
        barrio=barrio,
        parish=barrio.parish,
        latitude=-3.9701,
        longitude=-79.2001,
        state=State.OPERATING,
        state_since=AT,
    )


@pytest.fixture
def raise_alert(barrio: Barrio, robbery: AlertKind) -> RaiseAlert:
    """Alerts as the alerts room leaves them."""

    def make(**said: object) -> Alert:
        usual: dict[str, object] = {
            "kind": robbery,
            "urgency": robbery.urgency,
            "channel": "neighbour",
            "barrio": barrio,
            "parish": barrio.parish,
            "latitude": barrio.latitude,
            "longitude": barrio.longitude,
            "raised_at": AT,
        }
        return Alert.objects.create(**{**usual, **said})

    return make


@pytest.fixture
def patrol(barrio: Barrio) -> Unit:
    base = Place.objects.create(
        kind=Place.Kind.PARK,
        name="Parque Jipiro",
        parish=barrio.parish,
        latitude=-3.975,
        longitude=-79.2,
    )
    return actions.add_unit(
        "UPC-01", name="Patrulla Jipiro", agency="police", base=base, by=None, at=AT
    )


@pytest.fixture
def ecu911(db: None) -> Unit:
    return actions.add_unit("ECU-01", agency="ecu911", by=None, at=AT)
