"""Tables that people paste or send: what a cell says, and every file that is refused by name."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from sereno.web import tables
from sereno.web.tables import NotATable, Unreadable


def book(
    *rows: list[Any], formats: dict[str, str] | None = None, part: tuple[str, str] | None = None
) -> bytes:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for place, pattern in (formats or {}).items():
        sheet[place].number_format = pattern
    out = BytesIO()
    made.save(out)
    if part:
        with ZipFile(out, "a", ZIP_DEFLATED) as archive:
            archive.writestr(*part)
    return out.getvalue()


def test_a_workbook_says_what_its_sheet_shows() -> None:
    row = [
        "A",
        4884.15,
        0.888,
        0.1 + 0.2,
        12,
        True,
        date(2026, 3, 31),
        "dos\nlíneas",
        Decimal("1e-7"),
    ]
    text = tables.text_of(book(row, formats={"C1": "0.0%"}))
    assert text.split("\t") == [
        *("A", "4884,15", "88,8 %", "0,3", "12", "sí", "31/03/2026", "dos líneas", "0,0000001")
    ]


def test_a_formula_nobody_worked_out_is_not_taken_for_empty() -> None:
    assert tables.text_of(book(["=1+1"])) == "=1+1"


def test_a_percent_sign_in_words_is_no_percentage() -> None:
    assert tables.text_of(book([5], formats={"A1": '0" % de algo"'})) == "5"


def test_only_the_first_sheet_that_can_be_seen_is_read() -> None:
    made = Workbook()
    hidden, seen = made.active, made.create_sheet("Visible")
    assert hidden is not None
    hidden.append(["oculto"])
    hidden.sheet_state = "hidden"
    seen.append(["visible"])
    out = BytesIO()
    made.save(out)
    assert tables.text_of(out.getvalue()) == "visible"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"x" * (tables.LARGEST + 1), Unreadable.TOO_LARGE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "locked"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"Workbook", Unreadable.OLD_EXCEL),
        (book(["a"], part=("xl/vbaProject.bin", "x")), Unreadable.HAS_MACROS),
        (book(["a"], part=("xl/x.xml", "<!DOCTYPE a><a/>")), Unreadable.NOT_A_TABLE),
        (b"PK\x03\x04rest", Unreadable.NOT_A_TABLE),
        (b"%PDF-1.7", Unreadable.NOT_A_TABLE),
        (b"a\0b", Unreadable.NOT_A_TABLE),
    ],
)
def test_what_is_no_table_is_refused_by_name(content: bytes, why: str) -> None:
    with pytest.raises(NotATable) as refused:
        tables.text_of(content)
    assert refused.value.why == why


def test_a_workbook_that_unfolds_into_too_much_is_refused() -> None:
    bomb = book(["a"], part=("xl/big.xml", "0" * (tables.UNPACKED + 1)))
    assert len(bomb) < tables.LARGEST
    with pytest.raises(NotATable) as refused:
        tables.text_of(bomb)
    assert refused.value.why is Unreadable.TOO_LARGE


def test_rows_keep_the_number_that_a_spreadsheet_gives_them() -> None:
    assert tables.rows_of('\ufeffa;b\r\n\r\n"1;2";3\n') == [(1, ["a", "b"]), (3, ["1;2", "3"])]


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_cell_that_goes_out_runs_and_none_is_lost(first: str, second: str) -> None:
    sent = tables.written([[first, second]]).decode("utf-8-sig")
    assert not sent.startswith(("=", "+", "-", "@", "\t"))
    for text in (first, second):
        assert tables.harmless(text).endswith(text)


def test_a_workbook_to_be_filled_in_is_read_back_as_it_was_written() -> None:
    made = tables.workbook_of(["Código", "Valor"], [["=1+1", "007"]], name="2026", widths=[20])
    assert tables.rows_of(tables.text_of(made)) == [(1, ["Código", "Valor"]), (2, ["=1+1", "007"])]


def test_columns_are_found_by_any_of_their_words() -> None:
    known = {"code": {"partida", "codigo"}, "value": {"valor"}}
    assert tables.columns_of(["CÓDIGO ", "x", "Valor."], known.items()) == {"code": 0, "value": 2}
