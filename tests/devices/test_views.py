"""The desk's pages of devices: found, read, moved along their life by whom it belongs to."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from sereno.devices import actions, rules
from sereno.devices.models import Device
from sereno.devices.queries import keyed
from sereno.devices.rules import Cause, State
from sereno.devices.urls import STEPS
from sereno.logbook.models import Entry
from sereno.people.models import Person
from sereno.people.rules import Role
from sereno.territory.models import Barrio, Place
from tests.people.cast import enrol
from tests.territory import ground

pytestmark = pytest.mark.django_db
AT = ground.AT + timedelta(days=1)
LIST, MAP, ASK = (reverse(f"devices:{name}") for name in ("list", "map", "ask"))
ROAD = (State.FEASIBLE, State.INSTALLED, State.ACCEPTED, State.OPERATING)


def page_of(device: Device) -> str:
    return reverse("devices:device", args=[device.code])


def step(device: Device, to: State) -> str:
    return reverse(f"devices:to-{to}", args=[device.code])


@pytest.fixture
def luis(client: Client) -> Person:
    """Luis repairs devices, and is signed in."""
    person = enrol("luis", Role.TECHNICIAN)
    client.force_login(person)
    return person


@pytest.fixture
def marta() -> Person:
    return enrol("marta", Role.SUPERVISOR)


@pytest.fixture
def jipiro() -> Place:
    ground.canton()
    return Place.objects.get()


def button(luis: Person, marta: Person, place: Place, *, upto: State = State.OPERATING) -> Device:
    device = actions.request(
        Device.Kind.PANIC_BUTTON,
        code="BOT-03",
        name="Botón del parque Jipiro",
        account="LOJ-0007",
        place=place,
        by=luis,
        at=AT,
    )
    for to in ROAD:
        if device.state == upto:
            break
        actions.change(device, to=to, by=marta if to == State.ACCEPTED else luis, at=AT)
    return device


def test_the_list_is_found_by_words_kind_state_and_barrio(
    client: Client, luis: Person, marta: Person, jipiro: Place
) -> None:
    device = button(luis, marta, jipiro)
    actions.request(Device.Kind.CAMERA, code="CAM-01", name="Cámara de la feria", by=luis, at=AT)
    assert device.barrio
    searches: list[tuple[dict[str, str | int], set[str]]] = [
        ({}, {"BOT-03", "CAM-01"}),
        ({"words": "parque jipiro"}, {"BOT-03"}),
        ({"words": "LOJ-0007"}, {"BOT-03"}),
        ({"kind": "camera"}, {"CAM-01"}),
        ({"state": "operating"}, {"BOT-03"}),
        ({"barrio": device.barrio.pk}, {"BOT-03"}),
        ({"parish": device.barrio.parish.pk, "kind": "camera"}, set()),
        ({"kind": "teapot", "barrio": "x", "pagina": "x"}, {"BOT-03", "CAM-01"}),
    ]
    for asked, seen in searches:
        answer = client.get(LIST, asked)
        assert {one.code for one in answer.context["page"]} == seen, asked
    assert "Ningún dispositivo coincide" in client.get(LIST, {"words": "nada"}).content.decode()


def test_the_tallies_count_what_is_looked_for_whatever_its_state(
    client: Client, luis: Person, marta: Person, jipiro: Place
) -> None:
    button(luis, marta, jipiro)
    answer = client.get(LIST, {"state": "out", "kind": "panic_button"})
    counted = {tally.state: tally.devices for tally in answer.context["tallies"]}
    assert counted[State.OPERATING] == 1
    assert sum(counted.values()) == 1
    assert 'href="?kind=panic_button&amp;state=operating"' in answer.content.decode()


def test_the_page_of_a_device_tells_its_life_and_its_last_contact(
    client: Client, luis: Person, marta: Person, jipiro: Place
) -> None:
    device = button(luis, marta, jipiro)
    actions.hear(device, at=AT)
    actions.change(device, to=State.OUT, cause=Cause.THEFT, by=luis, at=AT)
    text = client.get(page_of(device)).content.decode()
    assert "Pasó a «fuera de servicio»: robo o vandalismo." in text
    assert "02/01/2026 08:00" in text
    assert "sin entregar" in text
    assert "LOJ-0007" in text


def test_only_who_reads_the_logbook_is_told_who_did_each_thing(
    client: Client, luis: Person, marta: Person, jipiro: Place
) -> None:
    device = button(luis, marta, jipiro)
    assert "Marta</span>" not in client.get(page_of(device)).content.decode()
    client.force_login(marta)
    assert "Marta</span>" in client.get(page_of(device)).content.decode()


@pytest.mark.parametrize(
    ("role", "state", "offered"),
    [
        (Role.TECHNICIAN, State.REQUESTED, {State.FEASIBLE, State.REFUSED}),
        (Role.SUPERVISOR, State.REQUESTED, set()),
        (Role.SUPERVISOR, State.INSTALLED, {State.ACCEPTED}),
        (Role.OPERATOR, State.OPERATING, {State.INTERMITTENT, State.OUT}),
        (Role.AUDITOR, State.OPERATING, set()),
    ],
)
def test_a_person_is_offered_the_steps_that_follow_and_are_theirs(
    client: Client,
    luis: Person,
    marta: Person,
    jipiro: Place,
    role: Role,
    state: State,
    offered: set[State],
) -> None:
    device = button(luis, marta, jipiro, upto=state)
    client.force_login(enrol("pedro", role))
    text = client.get(page_of(device)).content.decode()
    assert {to for to in STEPS if f'action="{step(device, to)}"' in text} == offered


def test_a_device_goes_from_the_request_to_the_street_by_two_pairs_of_hands(
    client: Client, luis: Person, marta: Person, jipiro: Place
) -> None:
    asked = {
        "kind": "panic_button",
        "code": "BOT-04",
        "name": "Botón de la laguna",
        "place": jipiro.pk,
    }
    assert client.post(ASK, asked).headers["Location"] == "/dispositivos/BOT-04/"
    device = Device.objects.get(code="BOT-04")
    assert (device.barrio, device.latitude) == (jipiro.barrio, jipiro.latitude)
    for to in ROAD:
        client.force_login(marta if to == State.ACCEPTED else luis)
        client.post(step(device, to))
        device.refresh_from_db()
        assert device.state == to
    assert device.conditions.count() == 5


def test_whoever_installed_a_device_is_told_to_ask_somebody_else_to_accept_it(
    client: Client, luis: Person, marta: Person, jipiro: Place
) -> None:
    device = button(luis, marta, jipiro, upto=State.FEASIBLE)
    both = enrol("sara", Role.TECHNICIAN, Role.SUPERVISOR)
    client.force_login(both)
    client.post(step(device, State.INSTALLED))
    answer = client.post(step(device, State.ACCEPTED), follow=True)
    assert "lo instaló usted" in answer.content.decode()
    device.refresh_from_db()
    assert device.state == State.INSTALLED


def test_a_step_that_does_not_follow_is_refused_with_a_sentence(
    client: Client, luis: Person, marta: Person, jipiro: Place
) -> None:
    device = button(luis, marta, jipiro, upto=State.REQUESTED)
    answer = client.post(step(device, State.INSTALLED), follow=True)
    assert "está ahora «solicitado» y de ahí no pasa a «instalado" in answer.content.decode()


def test_a_device_is_out_because_of_something(
    client: Client, luis: Person, marta: Person, jipiro: Place
) -> None:
    device = button(luis, marta, jipiro)
    assert client.post(step(device, State.OUT)).status_code == 400
    assert client.post(step(device, State.OUT), {"cause": "silence"}).status_code == 400
    client.post(step(device, State.OUT), {"cause": "water"})
    device.refresh_from_db()
    assert (device.state, device.cause) == (State.OUT, Cause.WATER)


def test_a_device_that_was_relocated_says_its_new_place(
    client: Client, luis: Person, marta: Person, jipiro: Place
) -> None:
    device = button(luis, marta, jipiro)
    client.post(step(device, State.RELOCATED))
    assert "Dónde se instaló ahora" in client.get(page_of(device)).content.decode()
    refused = client.post(step(device, State.INSTALLED))
    assert refused.status_code == 400
    assert "Diga dónde" in refused.content.decode()
    centre = Barrio.objects.get(name="Barrio Central")
    client.post(
        step(device, State.INSTALLED),
        {"barrio": centre.pk, "latitude": "-3.9931", "longitude": "-79.2042"},
    )
    device.refresh_from_db()
    assert (device.state, device.place, device.barrio) == (State.INSTALLED, None, centre)
    assert (device.parish, device.latitude) == (centre.parish, -3.9931)


def test_a_key_is_shown_once_and_opens_the_door(
    client: Client, luis: Person, marta: Person, jipiro: Place
) -> None:
    device = button(luis, marta, jipiro)
    answer = client.post(reverse("devices:key", args=[device.code]))
    key = answer.context["key"]
    assert len(key) >= 32
    assert key in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    assert key not in client.get(page_of(device)).content.decode()
    known = keyed(key)
    assert known is not None
    assert known.pk == device.pk
    again = client.post(reverse("devices:key", args=[device.code])).context["key"]
    assert keyed(key) is None
    assert keyed(again) == known


def test_a_retired_device_gets_no_key(
    client: Client, luis: Person, marta: Person, jipiro: Place
) -> None:
    device = button(luis, marta, jipiro)
    client.post(step(device, State.RETIRED))
    assert client.post(reverse("devices:key", args=[device.code])).status_code == 404
    assert not Entry.objects.filter(event="device.keyed").exists()


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"code": "bot 4"}, "Use mayúsculas"),
    ({"code": "BOT-03"}, "Ya hay un dispositivo BOT-03"),
    ({"place": ""}, "Diga dónde"),
    ({"latitude": "-3.9"}, "Escriba la latitud y la longitud"),
]


@pytest.mark.parametrize(("said", "words"), WRONG)
def test_a_request_that_cannot_be_is_refused_with_a_sentence(
    client: Client,
    luis: Person,
    marta: Person,
    jipiro: Place,
    said: dict[str, Any],
    words: str,
) -> None:
    button(luis, marta, jipiro)
    asked = {"kind": "siren", "code": "SIR-01", "name": "Sirena", "place": jipiro.pk} | said
    answer = client.post(ASK, asked)
    assert answer.status_code == 400
    assert words in answer.content.decode()
    assert Device.objects.count() == 1


def test_nube_who_promotes_asks_for_a_device_and_sees_no_other_page_of_them(
    client: Client, jipiro: Place
) -> None:
    client.force_login(enrol("nube", Role.PROMOTER))
    asked = {"kind": "siren", "code": "SIR-01", "name": "Sirena", "place": jipiro.pk}
    answer = client.post(ASK, asked, follow=True)
    assert "SIR-01 quedó solicitado" in answer.content.decode()
    assert client.get("/dispositivos/SIR-01/").status_code == 403


def test_the_map_and_its_points_show_what_stands_in_the_street(
    client: Client, luis: Person, marta: Person, jipiro: Place
) -> None:
    device = button(luis, marta, jipiro)
    actions.request(Device.Kind.SIREN, code="SIR-01", name="Sirena", by=luis, at=AT, place=jipiro)
    text = client.get(MAP).content.decode()
    assert "BOT-03 · Botón del parque Jipiro" in text
    assert "SIR-01" not in text
    answer = client.get(reverse("devices:points"))
    assert answer.headers["Content-Type"] == "application/geo+json"
    features = answer.json()["features"]
    sorts = [feature["properties"]["sort"] for feature in features]
    assert sorts.count("canton") == 1
    assert sorts.count("device") == 1
    drawn = features[-1]
    assert drawn["geometry"]["coordinates"] == [device.longitude, device.latitude]
    assert drawn["properties"]["state"] == "operating"


def test_an_empty_house_says_so(client: Client, luis: Person) -> None:
    assert "Ningún dispositivo coincide" in client.get(LIST).content.decode()
    assert "Aún no hay dispositivos en la calle" in client.get(MAP).content.decode()


def test_every_state_has_its_act_and_its_address() -> None:
    assert set(rules.ACTS) == set(STEPS) == set(State)
