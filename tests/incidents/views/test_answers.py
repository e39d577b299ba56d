"""Every act of the console as a form sends it: done, or refused in words that say what to do."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from sereno.alerts.models import AlertKind
from sereno.incidents import actions
from sereno.incidents.models import Dispatch, Incident, Unit
from sereno.people.models import Person
from sereno.territory.models import Barrio
from tests.incidents.conftest import AT, RaiseAlert

Post = Callable[..., str]


@pytest.fixture(autouse=True)
def _offered(settings: Settings) -> None:
    settings.SECOND_FACTOR = "offered"


@pytest.fixture
def post(client: Client, rosa: Person) -> Post:
    """Sends a form as Rosa; the page she then sees."""
    client.force_login(rosa, backend="allauth.account.auth_backends.AuthenticationBackend")

    def send(path: str, **fields: object) -> str:
        answer: HttpResponse = client.post(path, fields, follow=True)  # type: ignore[assignment]
        assert answer.status_code == 200
        return answer.content.decode()

    return send


@pytest.fixture
def incident(rosa: Person, raise_alert: RaiseAlert) -> Incident:
    return actions.take(raise_alert(), by=rosa, at=AT)


def test_taking_leads_to_the_incident(post: Post, rosa: Person, raise_alert: RaiseAlert) -> None:
    page = post(f"/consola/alerta/{raise_alert().pk}/tomar/")
    assert "en sus manos desde las" in page
    assert Incident.objects.get().opened_by == rosa


def test_who_comes_second_reads_who_was_quicker_and_when(
    post: Post, ines: Person, raise_alert: RaiseAlert
) -> None:
    alert = raise_alert()
    actions.take(alert, by=ines, at=AT)
    page = post(f"/consola/alerta/{alert.pk}/tomar/")
    assert "Ines la tomó a las 21:04:07. Siga con la siguiente de la cola." in page
    assert Incident.objects.count() == 1


def test_classifying_marks_the_class(post: Post, incident: Incident) -> None:
    page = post(f"/incidentes/{incident.pk}/clasificar/", classification="enquiry")
    assert 'value="enquiry" data-kind="quiet" data-key="5" aria-pressed="true"' in page


def test_a_class_nobody_knows_is_refused(post: Post, incident: Incident) -> None:
    page = post(f"/incidentes/{incident.pk}/clasificar/", classification="rumour")
    assert "Clasificación:" in page
    assert incident.alert is not None
    incident.alert.refresh_from_db()
    assert incident.alert.classification == ""


def test_sending_arriving_and_freeing_a_unit(post: Post, incident: Incident, patrol: Unit) -> None:
    page = post(f"/incidentes/{incident.pk}/enviar/", unit=patrol.pk, agency_code="88")
    assert "código 88" in page
    dispatch = Dispatch.objects.get()
    assert "en el lugar desde las" in post(f"/envios/{dispatch.pk}/llego/")
    assert "ya figuraba en el lugar desde las" in post(f"/envios/{dispatch.pk}/llego/")
    assert "libre desde las" in post(f"/envios/{dispatch.pk}/libre/")
    assert "quedó libre a las" in post(f"/envios/{dispatch.pk}/libre/")


def test_a_busy_crew_is_refused_with_the_place_where_it_is(
    post: Post, rosa: Person, incident: Incident, raise_alert: RaiseAlert, patrol: Unit
) -> None:
    elsewhere = actions.take(raise_alert(), by=rosa, at=AT)
    actions.send(elsewhere, patrol, by=rosa, at=AT)
    page = post(f"/incidentes/{incident.pk}/enviar/", unit=patrol.pk)
    assert (
        f"UPC-01 está en el incidente #{elsewhere.pk}: elija otra unidad o libérela antes." in page
    )


def test_a_test_sends_nobody_until_it_is_said_twice(
    post: Post, incident: Incident, patrol: Unit
) -> None:
    post(f"/incidentes/{incident.pk}/clasificar/", classification="test")
    page = post(f"/incidentes/{incident.pk}/enviar/", unit=patrol.pk)
    assert "no se envió a nadie" in page
    assert 'name="despite_test"' in page
    assert not Dispatch.objects.exists()
    post(f"/incidentes/{incident.pk}/enviar/", unit=patrol.pk, despite_test="on")
    assert Dispatch.objects.count() == 1


def test_a_note_is_written_and_an_empty_one_refused(post: Post, incident: Incident) -> None:
    assert "Dos motos rojas" in post(f"/incidentes/{incident.pk}/nota/", text="Dos motos rojas")
    assert "Nota:" in post(f"/incidentes/{incident.pk}/nota/", text="  ")
    assert incident.notes.count() == 1


def test_closing_is_refused_in_words_until_everything_fits(
    post: Post, incident: Incident, patrol: Unit
) -> None:
    close = f"/incidentes/{incident.pk}/cerrar/"
    assert "Antes de cerrar diga qué resultó ser la alerta" in post(close, outcome="attended")
    post(f"/incidentes/{incident.pk}/clasificar/", classification="real")
    assert "Nadie fue al lugar" in post(close, outcome="attended")
    post(f"/incidentes/{incident.pk}/enviar/", unit=patrol.pk)
    assert "A este incidente se enviaron unidades" in post(close, outcome="not_sent")
    assert "quedó cerrado: atendido en el lugar" in post(close, outcome="attended")
    assert "Rosa cerró el incidente" in post(close, outcome="attended")


def test_an_incident_without_an_alert_has_nothing_to_classify(
    post: Post, rosa: Person, robbery: AlertKind
) -> None:
    incident = actions.open_incident(robbery, known_by="camera", by=rosa, at=AT)
    page = post(f"/incidentes/{incident.pk}/clasificar/", classification="real")
    assert "no empezó con una alerta" in page


def test_a_telephone_call_is_opened_at_the_seat_of_its_barrio(
    post: Post, robbery: AlertKind, barrio: Barrio
) -> None:
    page = post(
        "/incidentes/nuevo/",
        kind=robbery.pk,
        known_by="neighbour",
        barrio=barrio.pk,
        reference="junto al puente",
    )
    opened = Incident.objects.get()
    assert (opened.latitude, opened.is_approximate) == (barrio.latitude, True)
    assert opened.parish == barrio.parish
    assert "junto al puente" in page
    assert "lugar aproximado" in page


def test_a_point_on_the_map_is_enough_and_no_place_at_all_is_not(
    post: Post, robbery: AlertKind, barrio: Barrio
) -> None:
    fields = {"kind": robbery.pk, "known_by": "camera"}
    assert "Diga dónde ocurre" in post("/incidentes/nuevo/", **fields)
    assert not Incident.objects.exists()
    post("/incidentes/nuevo/", **fields, latitude="-3.9702", longitude="-79.2003")
    opened = Incident.objects.get()
    assert (opened.latitude, opened.longitude) == (-3.9702, -79.2003)
    assert opened.barrio == barrio


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/consola/alerta/987654/", 404),
        ("/consola/incidente/987654/", 404),
        ("/incidentes/987654/", 404),
    ],
)
def test_what_is_not_there_is_said_to_be_missing(
    client: Client, post: Post, path: str, status: int
) -> None:
    assert client.get(path).status_code == status


def test_the_console_asks_few_questions_with_two_hundred_alerts_waiting(
    client: Client,
    post: Post,
    raise_alert: RaiseAlert,
    targets: None,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(200):
        raise_alert()
    client.get("/consola/")
    with django_assert_max_num_queries(18):
        page = client.get("/consola/").content.decode()
    assert page.count('data-row="alert:') == 25
    assert "Y además, por barrio" in page
    with django_assert_max_num_queries(8):
        client.get("/consola/cola/")
    with django_assert_max_num_queries(8):
        shown = client.get("/consola/posiciones/").json()
    assert len(shown["alerts"]) == 200
