"""A column gets what its longest word needs, or a share of what is left."""

import pytest

from sereno.reports.formats.pdf.columns import AIR, SIZE, SMALL, UPRIGHT, Room, lies, room
from sereno.reports.rules.document import Cell, Column, Kind, Table

LONG = "palabra " * 30


def table(*columns: Column, rows: list[list[str]]) -> Table:
    return Table("1", "", columns, tuple(tuple(map(Cell, row)) for row in rows))


def of(*columns: Column, rows: list[list[str]]) -> Room:
    return room(table(*columns, rows=rows), is_lying=False)


def test_a_number_takes_its_digits_and_its_heading() -> None:
    found = of(Column("No.", Kind.NUMBER), Column("Meta"), rows=[["1234567890", LONG]])
    assert found.columns[0] == pytest.approx(5.3)
    assert of(Column("Presupuesto", Kind.MONEY), rows=[["1"]]).columns[0] > 6


def test_talkative_columns_fill_the_page_by_how_much_they_say() -> None:
    found = of(Column("Uno"), Column("Dos"), rows=[["doce letras y", LONG]])
    assert sum(found.columns) == pytest.approx((UPRIGHT - 2 * AIR) / SIZE, abs=0.02)
    assert found.columns[1] > 2 * found.columns[0]


def test_nobody_gets_less_than_the_longest_word_while_there_is_room() -> None:
    word = "institucionalidad"
    beside = of(*(Column(n) for n in "abc"), rows=[[f"{word} a b", LONG, LONG]])
    alone = of(*(Column(n) for n in "abc"), rows=[["palabras y mas", LONG, LONG]])
    assert beside.columns[0] > alone.columns[0]
    assert not beside.breaks_words


def test_words_are_divided_where_there_is_no_room_for_all() -> None:
    row = ["x" * 60 + " y otra palabra"] * 3
    found = of(*(Column(n) for n in "abc"), rows=[row])
    assert found.breaks_words
    assert len(set(found.columns)) == 1


def test_a_word_of_a_short_column_is_not_cut_where_columns_are_few() -> None:
    word = "Electroencefalografista"
    few = of(*(Column(n) for n in "ab"), rows=[[word, ""], *([["", ""]] * 9)])
    many = of(*(Column(n) for n in "abcdefg"), rows=[[word, *[""] * 6], *([[""] * 7] * 9)])
    assert few.columns[0] > many.columns[0]


def test_an_address_goes_on_in_the_next_line() -> None:
    address = "https://consejo.example/metas/una-direccion-muy-larga-con-mas-y-mas/"
    assert not of(Column("Enlace", Kind.LINK), rows=[[address]]).breaks_words


def test_many_columns_turn_the_page_and_then_make_letters_small() -> None:
    crowd = table(*(Column(f"c{n}") for n in range(12)), rows=[["palabra"] * 12])
    assert lies([crowd])
    assert room(crowd, is_lying=True).size == SMALL
    assert not lies([table(Column("Una"), rows=[])])


def test_a_table_without_rows_has_its_headings() -> None:
    (width,) = of(Column("Una"), rows=[]).columns
    assert width == pytest.approx(1.92)
