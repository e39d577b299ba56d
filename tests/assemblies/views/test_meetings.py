"""Nube writes down what people say at the table, one after another."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from sereno.assemblies import actions
from sereno.assemblies.models import Deliberation, Suggestion
from sereno.assemblies.rules.drafts import DeliberationDraft
from sereno.people.models import Person
from sereno.territory.models import Parish
from tests.assemblies.conftest import AT, PDF, TODAY


@pytest.fixture
def deliberation(carmen: Person) -> Deliberation:
    draft = DeliberationDraft(2025, "deliberation", "Deliberación de mayo", "Teatro", TODAY)
    return actions.call(draft, by=carmen, at=AT)


@pytest.fixture(autouse=True)
def _nube_is_at_the_table(client: Client, nube: Person) -> None:
    client.force_login(nube, backend="allauth.account.auth_backends.AuthenticationBackend")


def test_many_are_taken_in_a_row(
    client: Client, deliberation: Deliberation, parish: Parish, nube: Person
) -> None:
    where = f"/asambleas/{deliberation.pk}/mesa/"
    for text in ("Luz", "Alarma", "Patrulla"):
        said = {"text": text, "channel": "table", "parish": parish.pk}
        page = client.post(where, said, follow=True).content.decode()
    code = re.search(r'class="code">([0-9A-Z-]{14})<', page)
    assert code
    assert "3 sugerencias" in page
    assert f'value="{parish.pk}" selected' in page
    assert Suggestion.objects.filter(deliberation=deliberation, taken_by=nube).count() == 3
    assert "Patrulla" in client.get(f"/sugerencias/{code[1]}/").content.decode()


def test_paper_is_typed_without_a_meeting(client: Client, nube: Person) -> None:
    client.post("/asambleas/sugerencias/papel/", {"text": "Luz", "channel": "paper"})
    assert Suggestion.objects.get().channel == "paper"
    assert client.post("/asambleas/sugerencias/papel/", {"text": ""}).status_code == 422


def test_a_meeting_is_called_counted_and_its_minutes_kept(client: Client) -> None:
    said = {
        "kind": "assembly",
        "title": "Asamblea",
        "place": "Casa comunal",
        "held_on": "2026-05-01",
        "year": 2025,
    }
    page = client.post("/asambleas/nueva/", said, follow=True).content.decode()
    assert "Casa comunal" in page
    found = Deliberation.objects.get()
    counted = client.post(
        f"/asambleas/{found.pk}/asistencia/", {"women": 12, "men": 0}, follow=True
    )
    assert "12 mujeres" in counted.content.decode()
    assert "0 hombres" in counted.content.decode()
    file = SimpleUploadedFile("acta.pdf", PDF)
    where = f"/asambleas/{found.pk}/acta/"
    assert client.post(where, {"title": "Acta", "file": file}).status_code == 302
    found.refresh_from_db()
    assert found.minutes is not None
    bad = client.post(where, {"title": "Acta", "file": SimpleUploadedFile("a.pdf", b"MZ")})
    assert bad.status_code == 422
