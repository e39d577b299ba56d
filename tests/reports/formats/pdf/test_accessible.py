"""What a machine can check of PDF/UA: our own passes, and each fault put into it is named."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Object, String

from sereno.reports.formats.pdf.accessible import faults
from sereno.reports.formats.pdf.printed import pdf
from tests.reports.formats import chain

Spoil = Callable[[pikepdf.Pdf], object]


@pytest.fixture(scope="module")
def drawn() -> bytes:
    return pdf(chain.signable(), address="http://127.0.0.1:8000/ediciones/informe/")


def spoiled(data: bytes, spoil: Spoil) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as opened:
        spoil(opened)
        made = io.BytesIO()
        opened.save(made)
    return faults(made.getvalue())


def elements(opened: pikepdf.Pdf, kind: str) -> list[Object]:
    return [
        each
        for each in opened.objects
        if isinstance(each, Dictionary) and str(each.get("/S", "")) == kind and "/P" in each
    ]


def skip_a_heading(opened: pikepdf.Pdf) -> None:
    for each in elements(opened, "/H1"):
        each.S = Name("/H3")


def behead_tables(opened: pikepdf.Pdf) -> None:
    for each in elements(opened, "/TH"):
        each.S = Name("/TD")


def add_a_picture(opened: pikepdf.Pdf) -> None:
    elements(opened, "/H1")[0].S = Name("/Figure")


def silence_links(opened: pikepdf.Pdf) -> None:
    for page in opened.pages:
        for note in page.obj.get("/Annots", []):
            note.Contents = String("")


def loosen_fonts(opened: pikepdf.Pdf) -> None:
    for each in opened.objects:
        if isinstance(each, Dictionary):
            for name in ("/FontFile", "/FontFile2", "/FontFile3"):
                if name in each:
                    del each[name]


def test_ours_passes(drawn: bytes) -> None:
    assert faults(drawn) == []


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda opened: opened.Root.__delitem__("/MarkInfo"), "untagged"),
        (lambda opened: opened.Root.__delitem__("/Lang"), "no-language"),
        (lambda opened: opened.Root.__delitem__("/ViewerPreferences"), "no-title"),
        (lambda opened: opened.Root.__delitem__("/Metadata"), "not-declared"),
        (lambda opened: opened.Root.__delitem__("/StructTreeRoot"), "no-structure"),
        (skip_a_heading, "heading-skipped"),
        (behead_tables, "table-without-head"),
        (add_a_picture, "picture-without-text"),
        (silence_links, "link-without-text"),
        (loosen_fonts, "font-not-embedded"),
    ],
)
def test_a_fault_is_named(drawn: bytes, spoil: Spoil, code: str) -> None:
    assert code in spoiled(drawn, spoil)
