"""The list that is searched, and the whole story that is printed."""

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from sereno.alerts.models import AlertKind
from sereno.alerts.rules import Class
from sereno.incidents import actions
from sereno.incidents.models import Incident, Unit
from sereno.people.models import Person
from sereno.territory.models import Barrio
from tests.incidents.conftest import AT, SECOND, RaiseAlert


@pytest.fixture(autouse=True)
def _signed_in(client: Client, rosa: Person, settings: Settings) -> None:
    settings.SECOND_FACTOR = "offered"
    client.force_login(rosa, backend="allauth.account.auth_backends.AuthenticationBackend")


@pytest.fixture
def ended(rosa: Person, raise_alert: RaiseAlert, patrol: Unit, targets: None) -> Incident:
    incident = actions.take(raise_alert(), by=rosa, at=AT + 10 * SECOND)
    actions.classify(incident, Class.REAL, by=rosa, at=AT + 20 * SECOND)
    dispatch = actions.send(incident, patrol, by=rosa, at=AT + 60 * SECOND)
    actions.arrive(dispatch, by=rosa, at=AT + 420 * SECOND)
    actions.note(incident, "Se fue por el puente", by=rosa, at=AT + 430 * SECOND)
    actions.close(incident, "attended", by=rosa, at=AT + 900 * SECOND)
    return incident


def listed(client: Client, **asked: str) -> str:
    return client.get("/incidentes/", asked).content.decode()


def test_the_list_tells_how_long_it_took_to_arrive(client: Client, ended: Incident) -> None:
    page = listed(client)
    assert f"#{ended.pk}</a>" in page
    assert "7,0\u00a0min" in page
    assert "atendido en el lugar" in page


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "jip"}, True),
        ({"q": "El Valle"}, True),
        ({"q": "Malacatos"}, False),
        ({"q": "987654"}, False),
        ({"q": "9" * 30}, False),
        ({"state": "closed"}, True),
        ({"state": "open"}, False),
        ({"since": "2026-11-20", "until": "2026-11-20"}, True),
        ({"since": "2026-11-21"}, False),
        ({"until": "2026-11-19"}, False),
        ({"since": "ayer"}, False),
    ],
)
def test_incidents_are_found_by_barrio_number_state_and_day(
    client: Client, ended: Incident, asked: dict[str, str], *, found: bool
) -> None:
    page = listed(client, **asked)
    assert (f"#{ended.pk}</a>" in page) is found
    assert ("Ningún incidente coincide" in page) is not found


def test_a_number_finds_its_incident_with_or_without_its_mark(
    client: Client, ended: Incident
) -> None:
    assert f"#{ended.pk}</a>" in listed(client, q=f"#{ended.pk}")
    assert f"#{ended.pk}</a>" in listed(client, q=str(ended.pk))


def test_the_list_asks_as_few_questions_for_fifty_as_for_one(
    client: Client,
    rosa: Person,
    robbery: AlertKind,
    barrio: Barrio,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    past = [
        actions.Answered(
            kind=robbery,
            by=rosa,
            opened_at=AT + timedelta(minutes=number),
            barrio=barrio,
            parish=barrio.parish,
            known_by="other",
        )
        for number in range(60)
    ]
    actions.remember(past)
    client.get("/incidentes/")
    with django_assert_max_num_queries(9):
        page = listed(client)
    assert page.count("<tr>") == 1
    assert page.count('<tr role="row">') == 50
    assert "Página 1 de 2" in page


def test_the_story_goes_from_the_cry_to_the_end_with_times_and_authors(
    client: Client, ended: Incident
) -> None:
    page = client.get(f"/incidentes/{ended.pk}/").content.decode()
    told = [
        "Se tomó la alerta.",
        "Se abrió el incidente; se supo por: vecino o vecina.",
        "Se clasificó como real.",
        "Salió UPC-01 (Policía Nacional).",
        "UPC-01 llegó al lugar.",
        "Se fue por el puente",
        "UPC-01 quedó libre.",
        "Se cerró: atendido en el lugar.",
    ]
    places = [page.index(words) for words in told]
    assert places == sorted(places)
    assert "20/11/2026 21:04:17" in page
    assert "7\u00a0min\u00a000\u00a0s" in page
    assert page.count("a tiempo") == 3


def test_an_open_incident_says_what_has_not_happened_yet(
    client: Client, rosa: Person, raise_alert: RaiseAlert, targets: None
) -> None:
    incident = actions.take(raise_alert(), by=rosa, at=AT)
    page = client.get(f"/incidentes/{incident.pk}/").content.decode()
    assert "Sigue abierto" in page
    assert "Sin clasificar" in page
    assert "No se envió ninguna unidad." in page
    assert 'maxlength="4000"' in page  # a note that is refused comes back without its words
