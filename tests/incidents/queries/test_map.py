"""What the map shows: what waits, what is answered, what moves, and where one is."""

from datetime import date

from sereno.devices.models import Device
from sereno.devices.rules import State
from sereno.incidents import actions
from sereno.incidents.queries import map as shown
from sereno.people.models import Person
from sereno.territory.models import Barrio, Boundary
from tests.incidents.conftest import AT, RaiseAlert


def vehicle(code: str) -> Device:
    return Device.objects.create(
        code=code,
        kind=Device.Kind.VEHICLE,
        name="Moto",
        latitude=-3.97,
        longitude=-79.2,
        position_at=AT,
        state=State.OPERATING,
        state_since=AT,
    )


def test_an_alert_leaves_its_mark_until_its_incident_ends(
    rosa: Person, raise_alert: RaiseAlert
) -> None:
    waits, answered = raise_alert(is_approximate=True), raise_alert(classification="false")
    raise_alert(latitude=None, longitude=None)
    incident = actions.take(answered, by=rosa, at=AT)
    now = shown.moving(at=AT)
    assert [mark["id"] for mark in now["alerts"]] == [f"alert:{waits.pk}"]
    assert now["alerts"][0]["approximate"] is True
    assert [mark["id"] for mark in now["incidents"]] == [f"incident:{incident.pk}"]
    actions.close(incident, "false", by=rosa, at=AT)
    assert shown.moving(at=AT)["incidents"] == []


def test_units_show_whether_they_are_free_and_other_vehicles_stand_apart(
    rosa: Person, raise_alert: RaiseAlert
) -> None:
    unit = actions.add_unit("MOT-01", agency="own", vehicle=vehicle("VEH-1"), by=None, at=AT)
    vehicle("TAX-1")
    incident = actions.take(raise_alert(), by=rosa, at=AT)
    assert [mark["busy"] for mark in shown.moving(at=AT)["units"]] == [None]
    actions.send(incident, unit, by=rosa, at=AT)
    now = shown.moving(at=AT)
    assert [(mark["what"], mark["busy"]) for mark in now["units"]] == [("MOT-01", incident.pk)]
    assert [mark["what"] for mark in now["vehicles"]] == ["TAX-1 · Moto"]


def test_devices_that_stand_in_the_street_are_on_the_ground_and_vehicles_are_not(
    button: Device,
) -> None:
    vehicle("VEH-1")
    requested = Device.objects.get(pk=button.pk)
    requested.pk, requested.code, requested.state = None, "BOT-002", State.REQUESTED
    Device.objects.bulk_create([requested])
    assert [device["code"] for device in shown.devices()] == ["BOT-001"]


def test_the_outline_is_the_one_of_that_day(barrio: Barrio) -> None:
    canton = barrio.parish.canton
    for starts, ends, name in ((2000, 2020, "old"), (2020, None, "new")):
        Boundary.objects.create(
            canton=canton,
            geometry={"type": "Polygon", "coordinates": [], "name": name},
            source="ejemplo",
            starts_on=date(starts, 1, 1),
            ends_on=date(ends, 1, 1) if ends else None,
        )
    assert (shown.outline(on=date(2010, 1, 1)) or {})["name"] == "old"
    assert (shown.outline(on=date(2026, 1, 1)) or {})["name"] == "new"
    assert shown.outline(on=date(1990, 1, 1)) is None


def test_names_say_where_one_is(barrio: Barrio) -> None:
    assert [(name["sort"], name["name"]) for name in shown.names()] == [("barrio", "Jipiro")]
