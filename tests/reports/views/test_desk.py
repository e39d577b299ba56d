"""The director publishes what others measured and reviewed, and corrects with a reason."""

from collections.abc import Callable

from django.test import Client

from sereno.people.models import Appointment
from sereno.people.rules import Role
from sereno.reports import actions
from sereno.reports.models import Figure
from sereno.results.models import Measurement
from tests.reports.conftest import MORNING, Council

Measured = Callable[..., Measurement]


def test_only_whoever_may_publish_comes_in(
    client: Client, council: Council, measured: Measured
) -> None:
    measurement = measured()
    assert client.get("/publicar/").status_code == 302
    assert client.post(f"/publicar/{measurement.pk}/").status_code == 302
    client.force_login(council.carmen)
    assert client.get("/publicar/").status_code == 403
    assert client.post(f"/publicar/{measurement.pk}/").status_code == 403
    assert not Figure.objects.exists()


def test_the_director_publishes(client: Client, council: Council, measured: Measured) -> None:
    measurement = measured(note="Sin los feriados")
    client.force_login(council.marta)
    page = client.get("/publicar/").content.decode()
    assert "7,0\u00a0min" in page
    assert "Sin los feriados" in page
    answer = client.post(f"/publicar/{measurement.pk}/", follow=True)
    assert "ya es pública" in answer.content.decode()
    assert Figure.objects.get().published_by == council.marta


def test_a_second_press_finds_nothing_to_publish(
    client: Client, council: Council, measured: Measured
) -> None:
    measurement = measured()
    client.force_login(council.marta)
    client.post(f"/publicar/{measurement.pk}/")
    assert client.post(f"/publicar/{measurement.pk}/").status_code == 404
    assert Figure.objects.count() == 1


def test_whoever_measured_is_told_that_another_must_publish(
    client: Client, council: Council, measured: Measured
) -> None:
    measurement = measured()
    Appointment.objects.create(person=council.carmen, role=Role.DIRECTOR, starts_at=MORNING)
    client.force_login(council.carmen)
    assert "debe publicarlo otra persona" in client.get("/publicar/").content.decode()
    answer = client.post(f"/publicar/{measurement.pk}/", follow=True)
    assert "Debe publicarlo otra persona" in answer.content.decode()
    assert not Figure.objects.exists()


def test_a_second_number_for_the_same_days_leads_to_a_correction(
    client: Client, council: Council, measured: Measured
) -> None:
    figure = actions.publish(measured(), by=council.marta, at=MORNING)
    late = measured({"incident:1": "9"})
    client.force_login(council.marta)
    address = f"/publicar/{late.pk}/corregir/{figure.slug}/"
    assert address in client.get("/publicar/").content.decode()
    assert "9,0\u00a0min" in client.get(address).content.decode()
    assert "Si el número cambió, corríjala" in (
        client.post(f"/publicar/{late.pk}/", follow=True).content.decode()
    )
    empty = client.post(address, {"because": " "})
    assert empty.status_code == 400
    assert "Escriba por qué se corrige la cifra." in empty.content.decode()
    answer = client.post(address, {"because": "Llegó un parte"}, follow=True)
    assert "La corrección ya es pública" in answer.content.decode()
    assert Figure.objects.get(corrects=figure).correction_note == "Llegó un parte"


def test_a_draft_is_not_offered(client: Client, council: Council, measured: Measured) -> None:
    draft = measured(approved=False)
    client.force_login(council.marta)
    assert "No hay nada por publicar" in client.get("/publicar/").content.decode()
    assert client.post(f"/publicar/{draft.pk}/").status_code == 404
