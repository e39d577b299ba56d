"""The menu shows the doors that are open to a person, and no others."""

import pytest
from django.http import HttpResponse
from django.test import override_settings
from django.urls import URLPattern, URLResolver, include, path

from sereno.people.rules import ACTS
from sereno.web import navigation


def page(name: str, address: str) -> URLPattern:
    return path(address, lambda request: HttpResponse(), name=name)


def room(name: str, *pages: URLPattern) -> URLResolver:
    return path(f"{name}/", include((list(pages), name)))


# A house with two rooms: whatever else the menu names leads nowhere here.
urlpatterns = [
    room("devices", page("list", ""), page("map", "mapa/")),
    room("plans", page("list", "")),
]
HOUSE = __name__


def labels(*acts: str, here: str = "/") -> dict[str, list[str]]:
    menu = navigation.sections(lambda act: act in acts, here=here)
    return {str(part.label): [str(place.label) for place in part.places] for part in menu}


@override_settings(ROOT_URLCONF=HOUSE)
def test_a_person_sees_only_what_she_may_do() -> None:
    assert labels("device.see") == {"Operación": ["Dispositivos", "Mapa de dispositivos"]}
    assert labels("plan.see") == {"Rendición de cuentas": ["Planes"]}
    assert labels() == {}


@override_settings(ROOT_URLCONF=HOUSE)
def test_a_door_that_leads_nowhere_is_not_shown() -> None:
    assert labels("person.see", "logbook.read") == {}


@pytest.mark.parametrize(
    ("here", "marked"),
    [
        ("/devices/", ["Dispositivos"]),
        ("/devices/7/", ["Dispositivos"]),
        ("/devices/mapa/", ["Mapa de dispositivos"]),
        ("/elsewhere/", []),
    ],
)
@override_settings(ROOT_URLCONF=HOUSE)
def test_the_menu_says_where_one_is(here: str, marked: list[str]) -> None:
    menu = navigation.sections(lambda act: True, here=here)
    current = [str(place.label) for part in menu for place in part.places if place.current]
    assert current == marked


def test_every_door_names_an_act_of_the_table_of_people() -> None:
    acts = {door.act for _, doors in navigation.DOORS for door in doors}
    assert acts <= set(ACTS)
