"""A file that is broken, locked or hostile gets one sentence, by the page and by the command.

Nothing of it enters, the original stays as it came where it was kept, and the next file is read.
"""

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from sereno.documents.management import CannotAccept, Order, accept_file
from sereno.documents.models import Document, Item
from sereno.documents.views.bringing import LARGEST
from sereno.documents.watch import read_next
from sereno.plans.models import Plan
from tests.documents import hostile
from tests.documents.conftest import NOON, Council
from tests.journeys import papers
from tests.live import HOUSE


def cut_pdf() -> bytes:
    whole = papers.pdf("Plan", papers.PLURIANNUAL)
    return whole[: len(whole) // 3]


def locked_pdf() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(papers.pdf("Plan", papers.PLURIANNUAL))) as document:
        document.save(out, encryption=pikepdf.Encryption(user="clave", owner="otra"))
    return out.getvalue()


def cut_word() -> bytes:
    whole = papers.word(papers.MATRIX)
    return whole[: len(whole) // 2]


def locked_office() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 40


def old_office() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") * 40


def wide() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("Ancha")
        for column in range(10_000):
            sheet.write_string(0, column, "meta")
    return out.getvalue()


BAD: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "program.docx": (lambda: b"\x7fELF\x02\x01\x01" * 99, "wrong-type", "Guárdelo como PDF"),
    "cut.pdf": (cut_pdf, "truncated", "pida otra copia"),
    "cut.docx": (cut_word, "truncated", "pida otra copia"),
    "locked.pdf": (locked_pdf, "encrypted", "tiene contraseña"),
    "locked.xlsx": (locked_office, "encrypted", "tiene contraseña"),
    "old.doc": (old_office, "old-office", ".docx"),
    "nested.pdf": (hostile.nested_pdf, "truncated", "pida otra copia"),
    "pages.pdf": (hostile.many_pages_pdf, "too-long", "Divídalo"),
    "dense.pdf": (hostile.dense_pdf, "too-dense", "La página 1"),
    "bomb.docx": (lambda: hostile.bomb("word/document.xml"), "zip-bomb", "Guárdelo de nuevo"),
    "bomb.odt": (
        lambda: hostile.bomb("content.xml", "application/vnd.oasis.opendocument.text"),
        "zip-bomb",
        "Guárdelo de nuevo",
    ),
    "wide.xlsx": (wide, "too-many-columns", "Borre las columnas vacías"),
    "entities.docx": (lambda: hostile.laughs("word/document.xml"), "", ""),
    "empty.csv": (lambda: b"\n\n \n", "empty", "está vacío"),
}


@pytest.mark.parametrize("name", BAD)
def test_by_the_page_it_is_refused_in_one_sentence_and_kept_as_it_came(
    name: str, client: Client, council: Council
) -> None:
    make, code, words = BAD[name]
    content = make()
    client.force_login(council.carmen)
    sent = client.post(
        reverse("documents:bring"), {"files": [SimpleUploadedFile(name, content)]}, follow=True
    )
    assert sent.status_code == 200
    assert read_next(lambda: NOON)
    document = Document.objects.get()
    assert document.state == Document.State.REFUSED
    assert code in {document.code, ""}
    assert words in document.says
    assert document.says.endswith(".")
    page = client.get(reverse("documents:document", args=[document.pk])).content.decode()
    assert "nada de él entró" in page
    original = client.get(reverse("documents:original", args=[document.pk]))
    assert b"".join(original) == content
    assert not Item.objects.exists()


def test_by_the_command_all_are_refused_by_name_and_the_good_one_is_read(tmp_path: Path) -> None:
    for name, (make, _code, _words) in BAD.items():
        (tmp_path / name).write_bytes(make())
    (tmp_path / "huge.csv").touch()
    os.truncate(tmp_path / "huge.csv", 200 * 1024 * 1024)
    with (tmp_path / "huge.csv").open("r+b") as file:
        file.write(b"meta;unidad\n")
    (tmp_path / "good.csv").write_bytes(papers.comma(papers.ASKED))
    names = [*BAD, "huge.csv", "good.csv"]
    done = subprocess.run(
        [sys.executable, "-m", "sereno", "read", "--json", *(str(tmp_path / one) for one in names)],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 1
    told = dict(zip(names, json.loads(done.stdout), strict=True))
    assert told.pop("good.csv")["kind"] == "commitments"
    assert told.pop("huge.csv")["error"]["code"] == "too-large"
    for name, answer in told.items():
        code = BAD[name][1]
        assert answer["error"]["says"] in done.stderr
        assert answer["error"]["code"] == code or not code
        assert set(answer) == {"file", "error"}


def test_what_is_too_heavy_is_refused_before_it_is_kept(
    client: Client, council: Council, plan: Plan, tmp_path: Path
) -> None:
    client.force_login(council.carmen)
    heavy = SimpleUploadedFile("pesado.csv", b"a;b\n" + b"\0" * LARGEST)
    answer = client.post(
        reverse("documents:bring"), {"files": [heavy]}, headers={"Accept": "application/json"}
    )
    (told,) = answer.json()["files"]
    assert not told["kept"]
    assert "pesa más de 25 MB" in told["says"]
    huge = tmp_path / "enorme.csv"
    huge.touch()
    os.truncate(huge, 200 * 1024 * 1024)
    with pytest.raises(CannotAccept, match="pesa 200 MB"):
        accept_file(huge, Order("carmen", plan=plan.slug), kind="", at=NOON)
    assert not Document.objects.exists()


def test_a_macro_is_not_run_and_the_rows_are_read(client: Client, council: Council) -> None:
    kept = io.BytesIO(papers.excel(papers.OPERATING))
    with zipfile.ZipFile(kept, "a") as package:
        package.writestr("xl/vbaProject.bin", b"x")
    client.force_login(council.carmen)
    files = {"files": [SimpleUploadedFile("poa.xlsm", kept.getvalue())]}
    client.post(reverse("documents:bring"), files)
    assert read_next(lambda: NOON)
    document = Document.objects.get()
    assert document.items.count() == 2
    page = client.get(reverse("documents:document", args=[document.pk])).content.decode()
    assert "Trae macros: no se ejecutaron." in page


def test_pictures_without_anything_to_recognise_them_say_what_to_install(
    client: Client, council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    picture = papers.pdf("", prose=())
    with pikepdf.open(io.BytesIO(picture)) as document:
        page = document.pages[0]
        image = pikepdf.Stream(document, b"\x80" * 90_000)
        image.stream_dict = pikepdf.Dictionary(
            Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=300, Height=300,
            ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8,
        )  # fmt: skip
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=image))
        page.obj.Contents = document.make_stream(b"q 800 0 0 550 0 0 cm /Im Do Q")
        out = io.BytesIO()
        document.save(out)
    client.force_login(council.carmen)
    files = {"files": [SimpleUploadedFile("foto.pdf", out.getvalue())]}
    client.post(reverse("documents:bring"), files)
    assert read_next(lambda: NOON)
    document_kept = Document.objects.get()
    assert (document_kept.state, document_kept.code) == ("refused", "no-ocr")
    assert "sudo apt install tesseract-ocr" in document_kept.says
