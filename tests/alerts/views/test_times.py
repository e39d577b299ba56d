"""The page of response times: the room reads it, the direction sets them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from sereno.alerts.models import TimeTarget
from sereno.people.rules import Role
from tests.people.cast import enrol

LIST, SET = reverse("alerts:times"), reverse("alerts:set-times")
pytestmark = pytest.mark.django_db


def said(**changed: str) -> dict[str, str]:
    first = {
        "urgency": "life",
        "kind": "",
        "zone": "urban",
        "acknowledge": "15 s",
        "dispatch": "2 min",
        "arrive": "8 min",
        "source": "Acta 4 del Consejo",
        "starts_on": timezone.localdate().isoformat(),
    }
    return first | changed


@pytest.fixture
def elena(client: Client) -> Client:
    client.force_login(enrol("elena", Role.DIRECTOR))
    return client


def test_an_empty_council_sets_its_first_times(elena: Client) -> None:
    assert "Todavía no hay tiempos" in elena.get(LIST).content.decode()
    text = elena.post(SET, said(), follow=True).content.decode()
    assert "Los tiempos quedaron fijados" in text
    for words in ("peligro para la vida", "15 s", "2 min", "8 min", "Acta 4 del Consejo"):
        assert words in text


def test_the_form_begins_with_what_stands_and_with_tomorrow(elena: Client) -> None:
    elena.post(SET, said())
    form = elena.get(f"{SET}?urgencia=life&zona=urban").context["form"]
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert form.initial["starts_on"] == tomorrow
    assert 'value="8 min"' in str(form["arrive"])
    elena.post(SET, said(arrive="7 min", starts_on=tomorrow.isoformat()))
    text = elena.get(LIST).content.decode()
    assert "7 min, desde el" in " ".join(text.split())
    assert TimeTarget.objects.get(seconds=480).ends_on == tomorrow


def test_what_cannot_be_set_says_why(elena: Client) -> None:
    assert "Escríbalo así" in elena.post(SET, said(arrive="ocho")).content.decode()
    answer = elena.post(SET, said(arrive="1 min"))
    assert answer.status_code == 422
    assert "revise el orden" in answer.content.decode()


def test_the_room_reads_them_and_does_not_set_them(client: Client, elena: Client) -> None:
    elena.post(SET, said())
    client.force_login(enrol("rosa", Role.OPERATOR))
    text = client.get(LIST).content.decode()
    assert "8 min" in text
    assert SET not in text
    assert client.post(SET, said()).status_code == 403
