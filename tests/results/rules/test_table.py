"""A table of measurements: how numbers are written, and why a row is not read."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sereno.results.rules.table import NoHeader, Told, Why, read
from sereno.web.rules import Absent, decimal

HEAD = "Meta\tHasta\tValor\tNumerador\tDenominador\tNota"


def one(value: str = "", part: str = "", whole: str = "", until: str = "") -> Told | Why:
    table = read("\n".join((HEAD, f"7\t{until}\t{value}\t{part}\t{whole}")))
    assert len(table.lines) + len(table.unread) == 1
    return table.lines[0].told if table.lines else table.unread[0].why


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("1.234,5", Told(Decimal("1234.5"))),
        ("1234,5", Told(Decimal("1234.5"))),
        ("1234.5", Told(Decimal("1234.5"))),
        ("1.234", Told(Decimal(1234))),
        ("0", Told(Decimal(0))),
        ("88,8 %", Told(Decimal("88.8"), percent=True)),
        ("88,8%", Told(Decimal("88.8"), percent=True)),
        ("8 de 9", Told(part=Decimal(8), whole=Decimal(9))),
        ("8/9", Told(part=Decimal(8), whole=Decimal(9))),
        ("88,9 % (8 de 9)", Told(part=Decimal(8), whole=Decimal(9))),
        ("Sin dato", Told(absent=Absent.UNKNOWN)),
        ("NO APLICA", Told(absent=Absent.NOT_APPLICABLE)),
        ("n/a", Told(absent=Absent.NOT_APPLICABLE)),
        ("cumplido", Told(word="cumplido")),
    ],
)
def test_a_number_is_read_as_people_write_it(value: str, told: Told) -> None:
    assert one(value) == told


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("", Why.NO_VALUE),
        ("1,234.5", Why.POINT_FOR_DECIMALS),
        ("0.875", Why.POINT_FOR_DECIMALS),
        ("1234.567", Why.POINT_FOR_DECIMALS),
        ("-4", Why.NEGATIVE),
        ("4 km2", Why.NOT_A_NUMBER),
        ("#DIV/0!", Why.NOT_A_NUMBER),
        ("=A1+B1", Why.NOT_A_NUMBER),
        ("08/09/2026", Why.NOT_A_NUMBER),
        ("1234567890123", Why.TOO_LARGE),
        ("1,23456", Why.TOO_LARGE),
        ("88,8 % (8 de 9)", Why.SHARE_IS_NOT_ITS_PARTS),
    ],
)
def test_what_could_be_read_in_two_ways_is_refused(value: str, why: Why) -> None:
    assert one(value) == why


def test_parts_may_stand_in_columns_of_their_own() -> None:
    assert one("", "8", "9") == Told(part=Decimal(8), whole=Decimal(9))
    assert one("88,9 %", "8", "9") == Told(part=Decimal(8), whole=Decimal(9))
    assert one("88,8 %", "8", "9") == Why.SHARE_IS_NOT_ITS_PARTS
    assert one("8", "8", "9") == Why.TWO_ANSWERS
    assert one("", "8", "") == Why.HALF_A_SHARE
    assert one("50 %", "0", "0") == Why.SHARE_IS_NOT_ITS_PARTS


def test_a_day_is_written_here_or_by_a_spreadsheet() -> None:
    for text in ("31/03/2026", "2026-03-31", "2026-03-31 00:00:00"):
        assert read(f"{HEAD}\n7\t{text}\t4").lines[0].until == date(2026, 3, 31)
    assert one("4", until="31/02/2026") == Why.NOT_A_DAY
    assert one("4", until="marzo") == Why.NOT_A_DAY


def test_no_row_takes_another_with_it_and_each_keeps_its_number() -> None:
    table = read(f"{HEAD}\n7\t\t4\n\n\t\t5\n8\t\tcuatro 4\n9\t\t6\t\t\t\tde más")
    assert [line.number for line in table.lines] == [2]
    assert [(bad.number, bad.why) for bad in table.unread] == [
        (4, Why.NO_TARGET),
        (5, Why.NOT_A_NUMBER),
        (6, Why.TOO_MANY_CELLS),
    ]
    assert sorted(table.raw) == [2, 4, 5, 6]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("", ("target", "value")),
        ("hola;que", ("target", "value")),
        ("Meta;Nota", ("value",)),
        ("Meta;Numerador", ("value",)),
        ("Valor", ("target",)),
    ],
)
def test_a_table_says_its_columns(text: str, missing: tuple[str, ...]) -> None:
    with pytest.raises(NoHeader) as refused:
        read(text)
    assert refused.value.missing == missing


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_what_a_page_prints_is_read_back(value: Decimal) -> None:
    assert one(decimal(value)) == Told(Decimal(str(value)))


@given(st.text(max_size=40))
def test_nothing_written_in_a_cell_breaks_the_reading(text: str) -> None:
    cell = " ".join(text.split())
    table = read(f"{HEAD}\n7\t\t{cell}")
    assert len(table.lines) + len(table.unread) == 1
