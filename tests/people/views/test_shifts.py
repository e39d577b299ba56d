"""Shifts: begun, ended with a note, and seen by whoever comes next."""

import pytest
from django.test import Client
from django.urls import reverse

from sereno.people.models import Shift
from sereno.people.rules import Role
from tests.people.cast import enrol

pytestmark = pytest.mark.django_db
BEGIN, END = reverse("people:begin-shift"), reverse("people:end-shift")


def test_rosa_begins_hands_over_and_julia_reads_it(client: Client) -> None:
    rosa = enrol("rosa", Role.OPERATOR)
    client.force_login(rosa)
    assert "Su turno empezó en: Consola 1" in (
        client.post(BEGIN, {"post": "Consola 1"}, follow=True).content.decode()
    )
    again = client.post(BEGIN, {"post": "Consola 2"}, follow=True).content.decode()
    assert "ya tiene un turno abierto" in again
    client.post(END, {"handover": "Falta llamar a la UPC de Jipiro."})
    assert Shift.objects.get().ends_at is not None
    client.force_login(enrol("julia", Role.OPERATOR))
    for address in (reverse("people:home"), reverse("people:shifts")):
        assert "Falta llamar a la UPC de Jipiro." in client.get(address).content.decode()


def test_ending_what_was_not_begun_says_so(client: Client) -> None:
    client.force_login(enrol("rosa", Role.OPERATOR))
    said = client.post(END, {"handover": ""}, follow=True).content.decode()
    assert "no tiene un turno abierto" in said
    assert not Shift.objects.exists()


def test_a_post_must_be_named(client: Client) -> None:
    client.force_login(enrol("rosa", Role.OPERATOR))
    assert client.post(BEGIN, {"post": ""}).status_code == 400
    assert client.post(BEGIN, {"post": "x" * 61}).status_code == 400
    assert not Shift.objects.exists()


def test_who_stands_where_is_seen_by_all_who_keep_shifts(client: Client) -> None:
    client.force_login(enrol("rosa", Role.OPERATOR))
    assert "Nadie tiene un turno abierto" in client.get(reverse("people:shifts")).content.decode()
    client.post(BEGIN, {"post": "Consola 1"})
    client.force_login(enrol("luis", Role.TECHNICIAN))
    page = client.get(reverse("people:shifts")).content.decode()
    assert page.index("Consola 1") < page.index("Rosa")
