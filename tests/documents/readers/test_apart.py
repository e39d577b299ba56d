"""A hostile file stops only the process that opens it: always an answer, in a clear sentence."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from sereno.documents.readers import apart
from tests.documents import hostile
from tests.documents.readers.formats import printed

ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nested.pdf": (hostile.nested_pdf, "truncated"),
    "nested-text.pdf": (hostile.nested_text_pdf, "broken"),
    "looped-pages.pdf": (hostile.looped_pages_pdf, "truncated"),
    "false-count.pdf": (hostile.false_count_pdf, "no-words"),
    "many-pages.pdf": (hostile.many_pages_pdf, "too-long"),
    "dense.pdf": (hostile.dense_pdf, "too-dense"),
    "head-only.pdf": (lambda: b"%PDF-1.7\n", "truncated"),
    "bytes.pdf": (lambda: b"%PDF-1.4\n" + bytes(range(256)) * 400, "truncated"),
    "bomb.xlsx": (lambda: hostile.bomb("xl/workbook.xml"), "zip-bomb"),
    "bomb.odt": (lambda: hostile.bomb("content.xml", ODT), "zip-bomb"),
    "bomb.ods": (lambda: hostile.bomb("content.xml", ODS), "zip-bomb"),
    "nested.odt": (lambda: hostile.nested_xml("content.xml", ODT), "truncated"),
    "nested.docx": (lambda: hostile.nested_xml("word/document.xml"), "truncated"),
    "laughs.odt": (lambda: hostile.laughs("content.xml", ODT), ""),
    "laughs.xlsx": (lambda: hostile.laughs("xl/workbook.xml"), ""),
}
READ: dict[str, Callable[[], bytes]] = {
    "looped-form.pdf": hostile.looped_form_pdf,
    "scripted.pdf": hostile.scripted_pdf,
    "wall.pdf": hostile.wall_pdf,
    "map.pdf": hostile.drawing_pdf,
}


def kept(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_in_a_sentence_and_stays_as_it_came(
    name: str, tmp_path: Path
) -> None:
    make, code = REFUSED[name]
    content = make()
    path = kept(tmp_path, name, content)
    found = apart.read(path, name)
    assert found.reading is None
    assert code in {found.code, ""}
    assert found.says.endswith(".")
    assert path.read_bytes() == content


@pytest.mark.parametrize("name", READ)
def test_what_loops_or_is_as_large_as_a_wall_gives_its_words(name: str, tmp_path: Path) -> None:
    found = apart.read(kept(tmp_path, name, READ[name]()), name)
    assert found.reading
    assert [left.text for left in found.reading.unplaced] == ["Meta"]
    assert ("drawing" in found.reading.notes) is (name == "map.pdf")


@pytest.mark.parametrize("make", [hostile.branching_pdf, hostile.swollen_pdf])
def test_what_never_ends_is_cut_off_by_time_or_memory(
    make: Callable[[], bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "SECONDS", 4)
    found = apart.read(kept(tmp_path, "x.pdf", make()), "x.pdf")
    assert found.reading is None
    assert found.code in {apart.TOO_HEAVY[0], apart.BROKEN[0]}
    assert "vuelva a subirlo" in found.says or "Divídalo" in found.says


def test_a_page_as_large_as_a_wall_is_drawn_small_enough(tmp_path: Path) -> None:
    path = kept(tmp_path, "wall.pdf", hostile.pdf(hostile.WORDS, (0, 0, 14_000, 14_000)))
    picture = apart.page(path, 1)
    assert picture
    assert int.from_bytes(picture[16:20]) == apart.LARGEST
    assert apart.page(path, 2) is None


def test_the_picture_and_size_of_a_page_that_was_turned_fit_the_boxes_of_its_words(
    tmp_path: Path,
) -> None:
    straight = printed.pdf(("Actividad", "Meta"), [("Podar", f"{n} parques") for n in range(2, 9)],
                           ruled=True)  # fmt: skip
    with pikepdf.open(io.BytesIO(straight)) as document:
        document.pages[0].rotate(90, relative=True)
        document.save(tmp_path / "side.pdf")
    upright = apart.read(kept(tmp_path, "straight.pdf", straight), "a.pdf")
    side = apart.read(tmp_path / "side.pdf", "b.pdf")
    assert side.extra["sizes"] == upright.extra["sizes"]
    assert side.reading
    assert upright.reading
    assert side.reading.tables == upright.reading.tables
    assert apart.page(tmp_path / "side.pdf", 1) == apart.page(tmp_path / "straight.pdf", 1)
