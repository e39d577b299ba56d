"""A file can be taken in from the command line, by somebody who may, and only once."""

from pathlib import Path

import pytest
from django.utils import timezone

from sereno.documents.management import CannotAccept, Order, accept_file
from sereno.documents.models import Document
from sereno.people.models import Person

pytestmark = pytest.mark.django_db


def test_nobody_accepts_without_the_right_and_nothing_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "cuadro.csv"
    path.write_text("Actividad;Meta\nRondas;40 rondas\n", encoding="utf-8")
    Person.objects.create_user("pedro", password="x")
    for name, words in (("nadie", "--by"), ("pedro", "no puede aceptar")):
        with pytest.raises(CannotAccept, match=words):
            accept_file(path, Order(name), kind="", at=timezone.now())
    assert not Document.objects.exists()
