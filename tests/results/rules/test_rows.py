"""Rows in, number out, and a sheet that anyone can work out again."""

from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256
from statistics import median as middle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sereno.results.rules import rows
from sereno.results.rules.rows import BadSheet, Found, Row

HEAD = [("indicador", "ack_median"), ("unidad", "minutes")]


def of(*values: str) -> list[Row]:
    return [Row(f"alert:{number}", Decimal(value)) for number, value in enumerate(values, 1)]


@pytest.mark.parametrize(
    ("formula", "values", "expected"),
    [
        ("count", (), Found(Decimal(0))),
        ("count", ("3", "4"), Found(Decimal(2))),
        ("sum", (), Found(Decimal(0))),
        ("sum", ("3", "4.5"), Found(Decimal("7.5"))),
        ("median", (), Found(None)),
        ("median", ("1", "9", "2"), Found(Decimal(2))),
        ("median", ("1", "2", "4", "9"), Found(Decimal(3))),
        ("p90", (), Found(None)),
        ("p90", ("5",), Found(Decimal(5))),
        ("p90", (*"123456789", "10"), Found(Decimal(9))),
        ("p90", (*"123456789", "10", "11"), Found(Decimal(10))),
        ("share", (), Found(None, Decimal(0), Decimal(0))),
        ("share", ("1", "0", "1"), Found(Decimal("66.6667"), Decimal(2), Decimal(3))),
        ("share", ("0", "0"), Found(Decimal(0), Decimal(0), Decimal(2))),
    ],
)
def test_formulas(formula: str, values: tuple[str, ...], expected: Found) -> None:
    assert rows.FORMULAS[formula](of(*values)) == expected


values = st.lists(st.decimals(0, 10_000, places=2), max_size=40)


@given(values.filter(bool))
def test_nine_of_ten_rows_do_not_exceed_the_p90_and_it_is_one_of_them(
    given_values: list[Decimal],
) -> None:
    found = rows.p90([Row(f"alert:{n}", value) for n, value in enumerate(given_values)]).value
    assert found in given_values
    assert found is not None
    within = sum(value <= found for value in given_values)
    assert within * 10 >= 9 * len(given_values)
    below = sum(value < found for value in given_values)
    assert below * 10 < 9 * len(given_values)


@given(values.filter(bool))
def test_the_median_is_the_one_of_the_books(given_values: list[Decimal]) -> None:
    listed = [Row(f"alert:{n}", value) for n, value in enumerate(given_values)]
    assert rows.median(listed).value == rows.fine(middle(given_values))


@given(listed=values, formula=st.sampled_from(["count", "sum", "median", "p90", "share"]))
def test_a_sheet_is_worked_out_again_from_its_own_text(listed: list[Decimal], formula: str) -> None:
    made = rows.sheet(
        formula, [Row(f"alert:{n}", value) for n, value in enumerate(listed)], head=HEAD
    )
    assert rows.recompute(made.text) == made.found
    assert rows.recompute(rows.sealed(made.text, made.found.value)) == made.found


@given(st.permutations(range(30)))
def test_the_same_rows_make_the_same_seal_in_any_order(order: list[int]) -> None:
    mixed = [Row(f"alert:{n}", Decimal(n)) for n in order]
    straight = [Row(f"alert:{n}", Decimal(n)) for n in range(30)]
    assert rows.sheet("sum", mixed).seal == rows.sheet("sum", straight).seal


def test_rows_stand_in_the_order_of_their_numbers() -> None:
    sheet = rows.sheet("count", [Row("alert:41", Decimal(1)), Row("alert:9", Decimal(1))])
    assert [row.record for row in rows.read(sheet.text)[1]] == ["alert:9", "alert:41"]


def test_the_seal_is_the_sha256_of_the_file_that_is_given_out() -> None:
    sheet = rows.sheet("median", of("1.00", "2.50"), head=HEAD)
    file = rows.sealed(sheet.text, sheet.found.value)
    assert file == (
        "# indicador: ack_median\n# unidad: minutes\n# fórmula: median\n# filas: 2\n"
        "registro,valor\nalert:1,1\nalert:2,2.5\n= 1.75\n"
    )
    assert sheet.seal == sha256(file.encode()).hexdigest()


def test_no_number_is_sealed_as_such_and_not_as_zero() -> None:
    empty = rows.sheet("median", [])
    assert rows.sealed(empty.text, empty.found.value).endswith("= sin dato\n")
    assert empty.seal != rows.seal(empty.text, Decimal(0))


@pytest.mark.parametrize("formula", ["count", "sum", "median", "share"])
def test_what_nobody_records_yet_is_unknown_and_not_zero(formula: str) -> None:
    sheet = rows.sheet(formula, [], head=[*HEAD, rows.UNKEPT])
    assert sheet.is_unkept
    assert sheet.found == rows.recompute(sheet.text) == Found(None)
    assert rows.sealed(sheet.text, None).endswith("= sin dato\n")


@given(position=st.integers(0, 200), letter=st.sampled_from("0123456789x"))
def test_any_change_of_a_sheet_breaks_its_seal(position: int, letter: str) -> None:
    sheet = rows.sheet("sum", of("1", "2", "3"), head=HEAD)
    place = position % len(sheet.text)
    changed = sheet.text[:place] + letter + sheet.text[place + 1 :]
    assert (rows.seal(changed, sheet.found.value) == sheet.seal) == (changed == sheet.text)


@pytest.mark.parametrize(
    "text",
    [
        "registro,valor\nalert:1,1\n",
        "# fórmula: magia\n# filas: 0\nregistro,valor\n",
        "# fórmula: sum\n# filas: 2\nregistro,valor\nalert:1,1\n",
        "# fórmula: sum\n# filas: 1\nregistro,valor\nalert:1,uno\n",
    ],
)
def test_a_text_that_is_no_sheet_is_refused(text: str) -> None:
    with pytest.raises(BadSheet):
        rows.recompute(text)


def test_a_name_with_line_breaks_stays_in_its_line() -> None:
    sheet = rows.sheet("count", [], head=[("indicador", "uno\n# fórmula: sum")])
    assert rows.read(sheet.text)[0]["fórmula"] == "count"


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ([], Found(None)),
        ([Row("valor", Decimal(7))], Found(Decimal(7))),
        (
            [Row("parte", Decimal(5)), Row("total", Decimal(13))],
            Found(Decimal("38.4615"), Decimal(5), Decimal(13)),
        ),
    ],
)
def test_a_reported_number_has_a_sheet_as_well(listed: list[Row], expected: Found) -> None:
    sheet = rows.sheet("reported", listed)
    assert sheet.found == rows.recompute(sheet.text) == expected


@pytest.mark.parametrize(
    ("value", "text"),
    [("7.0000", "7"), ("0.50", "0.5"), ("100", "100"), ("0", "0"), ("1E+3", "1000")],
)
def test_a_number_is_written_in_one_way_only(value: str, text: str) -> None:
    assert rows.plain(Decimal(value)) == text


def test_a_minute_of_a_row_has_two_decimals() -> None:
    taken = datetime(2026, 1, 1, 0, 1, 40, tzinfo=UTC) - datetime(2026, 1, 1, tzinfo=UTC)
    assert rows.minutes(taken.total_seconds()) == Decimal("1.67")
