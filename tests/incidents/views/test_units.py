"""The supervisor keeps the list of who can be sent."""

import pytest
from django.test import Client
from pytest_django import Settings

from sereno.devices.models import Device
from sereno.incidents import actions
from sereno.incidents.models import Unit
from sereno.logbook.models import Entry
from sereno.people.models import Person
from sereno.people.rules import Role
from tests.incidents.conftest import AT, RaiseAlert
from tests.people.cast import enrol


@pytest.fixture(autouse=True)
def _signed_in(client: Client, settings: Settings, db: None) -> None:
    settings.SECOND_FACTOR = "offered"
    supervisor = enrol("maria", Role.SUPERVISOR)
    client.force_login(supervisor, backend="allauth.account.auth_backends.AuthenticationBackend")


def sent(client: Client, path: str, **fields: object) -> str:
    return client.post(path, fields, follow=True).content.decode()


def test_a_unit_is_registered_with_its_vehicle(client: Client, button: Device) -> None:
    car = Device.objects.create(
        code="VEH-001", kind="vehicle", name="Moto 1", state="operating", state_since=AT
    )
    fields = {"callsign": " mot-01 ", "agency": "own", "is_crew": "on", "vehicle": car.pk}
    assert "MOT-01 ya puede ser enviada." in sent(client, "/unidades/", **fields)
    unit = Unit.objects.get()
    assert (unit.callsign, unit.vehicle, unit.is_crew) == ("MOT-01", car, True)
    page = sent(client, "/unidades/", callsign="MOT-01", agency="own")
    assert "Ya hay una unidad con ese indicativo" in page
    assert "VEH-001 Moto 1" not in page


def test_a_desk_is_no_crew(client: Client) -> None:
    sent(client, "/unidades/", callsign="BOM-00", agency="fire")
    assert not Unit.objects.get().is_crew


def test_a_unit_is_retired_once_it_is_free(
    client: Client, rosa: Person, raise_alert: RaiseAlert, patrol: Unit
) -> None:
    incident = actions.take(raise_alert(), by=rosa, at=AT)
    dispatch = actions.send(incident, patrol, by=rosa, at=AT)
    page = sent(client, f"/unidades/{patrol.pk}/retirar/")
    assert f"UPC-01 está en el incidente #{incident.pk}" in page
    actions.clear(dispatch, by=rosa, at=AT)
    assert "UPC-01 quedó fuera de servicio." in sent(client, f"/unidades/{patrol.pk}/retirar/")
    assert "Todavía no hay unidades" in client.get("/unidades/").content.decode()
    sent(client, f"/unidades/{patrol.pk}/retirar/")
    assert Entry.objects.filter(event="unit.retired").count() == 1
