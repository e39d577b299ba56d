"""Bringing in a file: looked at first, accepted once, and every row left out is told."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from sereno.logbook.models import Entry
from sereno.people.rules import Role
from sereno.territory import actions
from sereno.territory.models import Barrio, Boundary, Draft
from tests.people.cast import enrol
from tests.territory.actions.test_imports import features
from tests.territory.ground import AT, canton, square

pytestmark = pytest.mark.django_db
SEND = reverse("territory:import")
TABLE = "parroquia;barrio\nEl Valle;Las Pitas\nSucre;Celi Román\n".encode()


@pytest.fixture
def carmen(client: Client) -> Client:
    client.force_login(enrol("carmen", Role.PLANNER))
    canton()
    return client


def send(client: Client, data: bytes, contents: str = "table:barrio", **more: str) -> Any:
    file = SimpleUploadedFile("barrios de carmen.csv", data)
    return client.post(SEND, {"contents": contents, "file": file, **more})


def test_carmen_looks_first_and_nothing_changes_until_she_accepts(carmen: Client) -> None:
    before = Barrio.objects.count()
    sent = send(carmen, TABLE)
    draft = Draft.objects.get()
    assert sent.headers["Location"] == reverse("territory:preview", args=[draft.pk])
    page = carmen.get(sent.headers["Location"]).content.decode()
    assert "Las Pitas" in page
    assert "No hay una parroquia con ese nombre" in page
    assert "Cargar 1 fila" in page
    assert Barrio.objects.count() == before
    done = carmen.post(reverse("territory:accept", args=[draft.pk]), follow=True)
    said = done.content.decode()
    assert "Se cargó 1 fila." in said
    assert "Quedó fuera 1 fila." in said
    assert Barrio.objects.filter(name="Las Pitas").exists()
    assert not Draft.objects.exists()
    last = Entry.objects.latest("number")
    assert last.actor.startswith("person:")


def test_accepting_twice_brings_it_in_once(carmen: Client) -> None:
    send(carmen, TABLE)
    address = reverse("territory:accept", args=[Draft.objects.get().pk])
    carmen.post(address)
    lines = Entry.objects.count()
    again = carmen.post(address, follow=True)
    assert "ya se aceptó o se descartó" in again.content.decode()
    assert Entry.objects.count() == lines


def test_a_file_thrown_away_leaves_nothing(carmen: Client) -> None:
    send(carmen, TABLE)
    said = carmen.post(
        reverse("territory:discard", args=[Draft.objects.get().pk]), follow=True
    ).content.decode()
    assert "No cambió nada" in said
    assert not Draft.objects.exists()


def test_a_file_that_cannot_be_read_is_refused_with_what_to_do(carmen: Client) -> None:
    refused = send(carmen, b"PK\x03\x04\x00\x00")
    assert refused.status_code == 400
    assert "guárdelo como CSV UTF-8" in refused.content.decode()
    metres = features(({"nombre": "Jipiro"}, None), crs={"properties": {"name": "EPSG:32717"}})
    refused = send(carmen, metres, "outlines:barrio", source="INEC", starts_on="2026-01-01")
    assert "Exporte en grados" in refused.content.decode()
    assert not Draft.objects.exists()


def test_outlines_need_a_source_and_a_day(carmen: Client) -> None:
    shape = features(({"nombre": "Jipiro"}, square(-3.97, -79.2, 0.005)))
    refused = send(carmen, shape, "outlines:barrio").content.decode()
    assert "Diga de dónde salen los límites" in refused
    assert "Diga desde qué día rigen" in refused
    send(carmen, shape, "outlines:barrio", source="Ordenanza", starts_on="2026-01-01")
    carmen.post(reverse("territory:accept", args=[Draft.objects.get().pk]))
    assert Boundary.objects.get(barrio__name="Jipiro").source == "Ordenanza"


def test_a_file_nobody_accepted_is_forgotten_after_a_day() -> None:
    old = actions.keep_draft(Draft(form="table", level="barrio", content=b"x"), at=AT)
    later = AT + timedelta(days=1, seconds=1)
    new = actions.keep_draft(Draft(form="table", level="barrio", content=b"y"), at=later)
    assert list(Draft.objects.all()) == [new]
    with pytest.raises(actions.DraftGone):
        actions.discard(old)
