"""The objectives of a pasted catalogue, each row by itself."""

import pytest

from sereno.plans.rules import CatalogueFault, Reject, catalogue_of

SEEN = "Ordenanza 12"


def read(text: str, known: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    table = catalogue_of(text, source=SEEN, known=known)
    assert not table.rejects
    return [(one.number, one.title) for one in table.objectives]


@pytest.mark.parametrize(
    "text",
    [
        "Número\tObjetivo\nOE1\tCuidar el agua\nOE2\tConvivir en paz",
        "objetivo;código\nCuidar el agua;OE1\nConvivir en paz;OE2",
        "OE1\tCuidar el agua\n\nOE2\tConvivir en paz\n",
        "OE1.;Cuidar el agua\r\nOE2.;Convivir en paz",
    ],
)
def test_columns_are_found_by_their_names_or_their_order(text: str) -> None:
    assert read(text) == [("OE1", "Cuidar el agua"), ("OE2", "Convivir en paz")]


def test_without_numbers_rows_are_numbered_as_they_come() -> None:
    assert read("Cuidar el agua\nConvivir en paz") == [
        ("1", "Cuidar el agua"),
        ("2", "Convivir en paz"),
    ]
    assert read("Objetivo\nConvivir en paz", known=("1",)) == [("2", "Convivir en paz")]


def test_every_objective_says_where_it_was_seen() -> None:
    assert {one.source for one in catalogue_of("1;Agua", source=SEEN).objectives} == {SEEN}


def test_a_row_that_is_no_objective_is_named_and_stops_no_other() -> None:
    lines = [
        "1;Agua",
        "2;",
        "el objetivo de todos;3",
        f"4;{'x' * 301}",
        "1;Otra agua",
        "9;Ya está",
        "5;Convivir en paz",
    ]
    table = catalogue_of("\n".join(lines), source=SEEN, known=("9",))
    assert [one.number for one in table.objectives] == ["1", "5"]
    assert table.rejects == (
        Reject(2, "2", CatalogueFault.NO_TITLE),
        Reject(3, "el objetivo de todos · 3", CatalogueFault.LONG_NUMBER),
        Reject(4, f"4 · {'x' * 301}", CatalogueFault.LONG_TITLE),
        Reject(5, "1 · Otra agua", CatalogueFault.TWICE),
        Reject(6, "9 · Ya está", CatalogueFault.STANDS),
    )
    assert catalogue_of("", source=SEEN) == catalogue_of("\n \n", source=SEEN)
