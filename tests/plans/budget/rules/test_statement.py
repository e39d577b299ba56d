"""A statement is read row by row: nothing aborts the rest, nothing vanishes."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sereno.plans.budget.rules import NAMES, Kind, NoHeader, Why, group_of, kind_of, read
from sereno.plans.budget.rules.statement import COLUMNS
from tests.plans.budget.paper import HEADER, PAPER, row


def test_a_pasted_table_is_read_with_the_numbers_of_here() -> None:
    statement = read(PAPER)
    assert statement.rejects == ()
    cameras, income = statement.rows
    assert (cameras.code, cameras.description) == ("840104.01", "Cámaras")
    assert cameras.amounts.accrued == Decimal("4884.15")
    assert cameras.amounts.committed == Decimal("5000.00")
    assert income.amounts.committed is None
    assert income.amounts.paid == Decimal("200000.00")


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_file_of_a_spreadsheet_reads_the_same(delimiter: str) -> None:
    as_file = "\ufeff\r\n" + PAPER.replace("\t", delimiter).replace("\n", "\r\n")
    assert read(as_file).rows[0].amounts == read(PAPER).rows[0].amounts


def test_commas_may_divide_where_numbers_stand_in_quotes() -> None:
    quoted = "\n".join(
        ",".join(f'"{cell}"' for cell in line.split("\t")) for line in PAPER.splitlines()
    )
    assert [one.amounts for one in read(quoted).rows] == [one.amounts for one in read(PAPER).rows]


@pytest.mark.parametrize(
    ("bad", "why", "column"),
    [
        (row("51", accrued="4,884.15"), Why.POINT_FOR_DECIMALS, "accrued"),
        (row("51", accrued="4.884,155"), Why.MORE_THAN_CENTS, "accrued"),
        (row("51", initial="cien"), Why.NOT_A_NUMBER, "initial"),
        (row("51", paid=""), Why.MISSING, "paid"),
        (row("51", committed=""), Why.MISSING, "committed"),
        (row("13", certified="", committed="1,00"), Why.NOT_OF_INCOME, "committed"),
        (row(""), Why.NO_CODE, "code"),
        (row("TOTAL"), Why.NO_CODE, "code"),
        (row("840104.01"), Why.TWICE, "code"),
        (row("51") + "\t9", Why.TOO_MANY_CELLS, ""),
    ],
)
def test_a_bad_row_is_listed_and_the_others_stay(bad: str, why: Why, column: str) -> None:
    statement = read(f"{PAPER}\n\n{bad}\n{row('530101', initial='0,00')}")
    (reject,) = statement.rejects
    assert (reject.why, reject.column, reject.number) == (why, column, 5)
    assert [one.code for one in statement.rows] == ["840104.01", "130101", "530101"]


def test_what_was_certified_may_be_left_out_but_not_what_was_accrued() -> None:
    lines = [line.split("\t") for line in PAPER.splitlines()]
    place = HEADER.split("\t").index("Certificado")
    without = "\n".join("\t".join(c for i, c in enumerate(one) if i != place) for one in lines)
    assert read(without).rows[0].amounts.certified is None
    with pytest.raises(NoHeader) as refusal:
        read(PAPER.replace("Devengado", "Otra cosa"))
    assert refusal.value.missing == ("accrued",)


@pytest.mark.parametrize("text", ["", "\n \n", "hola"])
def test_a_text_without_columns_is_refused_whole(text: str) -> None:
    with pytest.raises(NoHeader):
        read(text)


def test_the_code_tells_the_kind_and_the_group() -> None:
    assert [kind_of(code) for code in ("130101", "370101", "510105", "840104", "")] == [
        Kind.INCOME,
        Kind.INCOME,
        Kind.EXPENSE,
        Kind.EXPENSE,
        Kind.EXPENSE,
    ]
    assert group_of("840104.01") == "84"


def test_every_amount_has_a_column() -> None:
    assert set(NAMES) <= set(COLUMNS)


def test_a_quote_left_open_does_not_swallow_the_rows_after_it() -> None:
    statement = read(PAPER.replace("Cámaras", '"Cámaras'))
    assert [one.number for one in statement.rejects] == [2]
    assert [one.code for one in statement.rows] == ["130101"]


signs = st.characters(codec="utf-8", exclude_characters="\n\r\t")
cells = st.text(signs, max_size=9)


@given(st.lists(st.lists(cells, min_size=1, max_size=11), max_size=8))
def test_every_row_is_either_kept_or_rejected(rows: list[list[str]]) -> None:
    statement = read("\n".join([HEADER, *("\t".join(one) for one in rows)]))
    told = {one.number for one in statement.rows} | {one.number for one in statement.rejects}
    assert len(told) == len(statement.rows) + len(statement.rejects)
    for number, one in enumerate(rows, 2):
        assert number in told or not "".join(one).strip(' "\x1c\x1d\x1e\x1f\x85\xa0\u3000')
