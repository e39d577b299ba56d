"""The pages of the map: urban and rural apart, a parish with what is in it, a drawing to click."""

import pytest
from django.test import Client
from django.urls import reverse

from sereno.people.rules import Role
from sereno.territory import actions
from sereno.territory.models import Barrio, Canton, Parish
from tests.people.cast import enrol
from tests.territory.ground import AT, DAY, canton, square

pytestmark = pytest.mark.django_db
LIST = reverse("territory:list")


@pytest.fixture
def carmen(client: Client) -> Client:
    client.force_login(enrol("carmen", Role.PLANNER))
    return client


def test_carmen_sees_urban_and_rural_parishes_apart(carmen: Client) -> None:
    canton()
    page = carmen.get(LIST).content.decode()
    urban, rural = page.index("Parroquias urbanas"), page.index("Parroquias rurales")
    assert urban < page.index('">El Valle</a>', urban) < rural < page.index('">Taquil</a>', rural)
    assert "sin código" in page
    assert "sin dato" in page


def test_the_map_of_the_canton_leads_to_each_parish(carmen: Client) -> None:
    canton()
    page = carmen.get(LIST).content.decode()
    assert page.count("<circle") == 3
    assert 'class="edge" d="M' in page
    taquil = Parish.objects.get(name="Taquil")
    assert f'<a href="{reverse("territory:parish", args=[taquil.pk])}" class="rural"' in page


def test_a_parish_shows_its_barrios_its_places_and_its_limits(carmen: Client) -> None:
    loja = canton()
    valle = Parish.objects.get(name="El Valle")
    address = reverse("territory:parish", args=[valle.pk])
    assert "Sin dibujar." in carmen.get(address).content.decode()
    actions.draw(
        loja,
        [(valle, square(-3.97, -79.2, 0.02))],
        source="Ordenanza 12",
        starts_on=DAY,
        by=None,
        at=AT,
    )
    page = carmen.get(address).content.decode()
    assert "Parque Jipiro" in page
    assert "parque o área recreativa" in page
    assert "Ordenanza 12" in page
    assert "01/01/2026" in page


def test_a_name_with_angle_brackets_is_only_a_name(carmen: Client) -> None:
    loja = canton()
    valle = Parish.objects.get(name="El Valle")
    trick = Barrio(parish=valle, name="<script>x</script>", latitude=-3.97, longitude=-79.2)
    actions.put_barrios(loja, [trick], by=None, at=AT)
    page = carmen.get(reverse("territory:parish", args=[valle.pk])).content.decode()
    assert "<script>x" not in page
    assert "&lt;script&gt;x" in page


def test_before_there_is_a_canton_carmen_names_it_and_the_auditor_waits(carmen: Client) -> None:
    assert "a qué cantón sirve" in carmen.get(LIST).content.decode()
    refused = carmen.post(reverse("territory:found"), {"name": "Loja", "code": "11"})
    assert refused.status_code == 400
    assert "El código tiene cuatro números" in refused.content.decode()
    done = carmen.post(reverse("territory:found"), {"name": "Loja", "code": "1101"})
    assert done.headers["Location"] == reverse("territory:import")
    assert Canton.objects.get().name == "Loja"
    carmen.post(reverse("territory:found"), {"name": "Otro", "code": "1102"})
    assert Canton.objects.count() == 1
    assert "todavía no tiene parroquias" in carmen.get(LIST).content.decode()


def test_an_auditor_looks_and_is_offered_nothing_to_change(client: Client) -> None:
    client.force_login(enrol("andres", Role.AUDITOR))
    assert "Todavía no hay un cantón" in client.get(LIST).content.decode()
    canton()
    assert "Cargar un archivo" not in client.get(LIST).content.decode()
