"""A document is one text, and what was sealed before a field existed keeps its seal."""

import json

import pytest

from sereno.reports.rules.document import (
    Document,
    NotADocument,
    Part,
    Sentence,
    Signer,
    read,
    seal_of,
)
from tests.reports.formats.stage import document


def test_it_is_read_back_as_it_was() -> None:
    whole = document()
    assert read(whole.text) == whole
    assert seal_of(whole.text) == whole.seal


def test_prose_labels_and_signers_are_read_back() -> None:
    part = Part(
        "Acta",
        labels=(("Lugar", "Casa comunal"),),
        sentences=(Sentence("Se llegó en 7 min.", "llegar"),),
        signers=(Signer("Aprobado por", "Dirección"),),
    )
    whole = Document("minutes", "Acta", "Loja", "2026", "", 1, "", parts=(part,), site="http://x")
    assert read(whole.text) == whole
    assert whole.address_of("llegar") == "http://x/cifras/llegar/"


def test_a_text_without_the_later_fields_keeps_its_seal() -> None:
    text = document().text
    assert {"sentences", "labels", "signers"}.isdisjoint(json.loads(text)["parts"][0])
    assert read(text).text == text


def test_another_text_is_no_document() -> None:
    with pytest.raises(NotADocument):
        read("{}")
