"""The page of the kinds of alert: anyone of the room reads it, the supervision keeps it."""

import pytest
from django.test import Client
from django.urls import reverse

from sereno.alerts.models import AlertKind
from sereno.people.rules import Role
from tests.people.cast import enrol

LIST = reverse("alerts:kinds")
SAID = {
    "name": "Inundación",
    "urgency": "life",
    "questions": "¿Hasta dónde llega el agua?\n\n¿Hay personas atrapadas?",
    "steps": "Avise a Bomberos.",
    "device_codes": "agua",
}
pytestmark = pytest.mark.django_db


@pytest.fixture
def marta(client: Client) -> Client:
    client.force_login(enrol("marta", Role.SUPERVISOR))
    return client


def test_an_empty_council_enters_its_first_kind(marta: Client) -> None:
    assert "Todavía no hay clases" in marta.get(LIST).content.decode()
    text = marta.post(reverse("alerts:enter-kind"), SAID, follow=True).content.decode()
    assert "«Inundación» ya está en uso" in text
    assert AlertKind.objects.get().questions == [
        "¿Hasta dónde llega el agua?",
        "¿Hay personas atrapadas?",
    ]


def test_a_kind_is_changed_and_taken_out_of_use(marta: Client) -> None:
    marta.post(reverse("alerts:enter-kind"), SAID)
    amend = reverse("alerts:amend-kind", args=["inundacion"])
    assert "¿Hay personas atrapadas?" in marta.get(amend).content.decode()
    text = marta.post(amend, SAID | {"steps": "Avise al COE."}, follow=True).content.decode()
    assert "rige así desde hoy" in text
    assert AlertKind.objects.get(ends_on=None).steps == ["Avise al COE."]
    gone = marta.post(reverse("alerts:retire-kind", args=["inundacion"]), follow=True)
    assert "ya no está en uso" in gone.content.decode()


def test_a_refusal_says_what_to_do(marta: Client) -> None:
    marta.post(reverse("alerts:enter-kind"), SAID)
    answer = marta.post(reverse("alerts:enter-kind"), SAID | {"name": "Lluvia"})
    assert answer.status_code == 422
    assert "El código «agua» ya es de «Inundación»" in answer.content.decode()


def test_who_only_reads_is_offered_nothing_to_change(client: Client, marta: Client) -> None:
    marta.post(reverse("alerts:enter-kind"), SAID)
    client.force_login(enrol("andres", Role.AUDITOR))
    text = client.get(LIST).content.decode()
    assert "Inundación" in text
    assert reverse("alerts:enter-kind") not in text
    assert client.post(reverse("alerts:enter-kind"), SAID).status_code == 403
