"""A row cut by the end of a page is one row again, and a new row stays a new row."""

from sereno.documents.readers.geometry import joining
from sereno.documents.readers.geometry.sheet import Slot, Table, TableRow, Word, lines_of


def row(page: int, top: float, *texts: str, is_cut: bool = False) -> TableRow:
    return TableRow([slot(page, top, n, text) for n, text in enumerate(texts)], is_cut)


def slot(page: int, top: float, column: int, text: str) -> Slot:
    words = [
        Word(part, 100.0 * column + 30 * k, top, 100.0 * column + 30 * k + 28, top + 8, 8)
        for k, part in enumerate(text.split())
    ]
    return Slot(page, words)


def table(page: int, *rows: TableRow) -> Table:
    return Table(page, (0.0, 100.0, 200.0, 300.0), list(rows), 50, 780)


def told(rows: list[TableRow]) -> list[list[str]]:
    return [
        [
            " ".join(line.text for part in (s, *s.further) for line in lines_of(part.words))
            for s in row.slots
        ]
        for row in rows
    ]


FIRST = (
    row(1, 50, "No.", "Objetivo", "Meta"),
    row(1, 70, "1", "Instalar", "5"),
    row(1, 90, "2", "Equipar", "7"),
    row(1, 110, "3", "Formar", "9"),
)


def joined(last: TableRow, *after: TableRow) -> list[list[str]]:
    whole = joining.joined([table(1, *FIRST, last), table(2, *after)], [False, True])
    assert len(whole) == 1
    return told(whole[0].rows)[4:]


def test_an_empty_key_says_that_the_row_was_cut() -> None:
    found = joined(row(1, 770, "4", "Capacitar", "8"), row(2, 50, "", "a comités", ""))
    assert found == [["4", "Capacitar a comités", "8"]]


def test_a_row_without_its_lower_border_goes_on_whatever_it_says() -> None:
    found = joined(row(1, 770, "4", "Capacitar", "", is_cut=True), row(2, 50, "", "A Comités", "8"))
    assert found == [["4", "Capacitar A Comités", "8"]]


def test_a_full_row_is_a_new_row() -> None:
    found = joined(row(1, 770, "4", "Capacitar", "8"), row(2, 50, "5", "Difundir", "2"))
    assert found == [["4", "Capacitar", "8"], ["5", "Difundir", "2"]]


def test_a_repeated_heading_leaves_the_body_and_keeps_its_place() -> None:
    tables = [
        table(1, *FIRST),
        table(2, row(2, 50, "No.", "Objetivo", "Meta"), row(2, 70, "4", "Difundir", "2")),
    ]
    (whole,) = joining.joined(tables, [False, True])
    assert told(whole.rows)[4:] == [["4", "Difundir", "2"]]
    assert whole.rows[0].slots[1].repeated_on == [2]


def test_tables_of_other_columns_stay_apart() -> None:
    other = Table(2, (0.0, 150.0, 300.0), [row(2, 50, "a", "b")], 50, 60)
    assert len(joining.joined([table(1, *FIRST), other], [False, True])) == 2


def test_an_open_row_that_fills_its_page_is_whole_where_the_next_says_everything_anew() -> None:
    found = joined(
        row(1, 770, "4", "Capacitar", "8", is_cut=True), row(2, 50, "5", "Difundir", "2")
    )
    assert found == [["4", "Capacitar", "8"], ["5", "Difundir", "2"]]


def test_an_open_row_goes_on_with_a_small_letter() -> None:
    found = joined(
        row(1, 770, "4", "Capacitar", "8", is_cut=True), row(2, 50, "5", "a comités", "2")
    )
    assert found == [["4 5", "Capacitar a comités", "8 2"]]
