"""The lines of a table become its rows, whatever white and rules an office leaves between them."""

import pytest

from bench.readers import layouts, scoring
from sereno.documents.readers.formats import pdf
from sereno.documents.readers.geometry import segmenting
from sereno.documents.readers.geometry.pieces import Strip, strip_of
from sereno.documents.readers.geometry.sheet import TextLine, Word

SIZE, WIDTH = 8.0, 4.0


def strip(at: float, *cells: str) -> Strip:
    """A line of two columns, 100 points apart; each letter is four points wide."""
    runs = []
    for column, cell in enumerate(cells):
        left, words = 100.0 * column, list[Word]()
        for text in cell.split():
            right = left + WIDTH * len(text)
            words.append(Word(text, left, at, right, at + SIZE, SIZE))
            left = right + 2
        if words:
            runs.append((column, column, words))
    return strip_of(TextLine(tuple(word for *_, words in runs for word in words)), runs)


def told(*strips: Strip, rules: tuple[float, ...] = ()) -> list[str]:
    [rows] = segmenting.rows_of([strips], [rules])
    return [" / ".join(strip.line.text for strip in row) for row in rows]


def test_lines_as_far_apart_as_rows_are_told_by_where_the_words_break() -> None:
    assert told(
        strip(0, "1", "Instalar las alarmas en los"),
        strip(10, "", "barrios del norte"),
        strip(20, "2", "Capacitar a los comités del"),
        strip(30, "", "centro"),
        strip(40, "3", "Difundir"),
    ) == [
        "1 Instalar las alarmas en los / barrios del norte",
        "2 Capacitar a los comités del / centro",
        "3 Difundir",
    ]


def test_cells_that_share_their_middle_are_one_row() -> None:
    assert told(
        strip(0, "", "Instalar las alarmas en los"),
        strip(5, "1"),
        strip(10, "", "barrios del norte"),
        strip(20, "", "Capacitar a los comités del"),
        strip(25, "2"),
        strip(30, "", "centro"),
    ) == [
        "Instalar las alarmas en los / 1 / barrios del norte",
        "Capacitar a los comités del / 2 / centro",
    ]


def test_where_no_cell_has_two_lines_each_line_is_a_row() -> None:
    rows = [strip(16.0 * n, str(n), "Un barrio" if n % 2 else "Dos") for n in range(1, 7)]
    assert len(told(*rows)) == 6


def test_what_is_drawn_across_ends_a_row() -> None:
    lines = (strip(0, "Norte", "Instalar las alarmas en los"), strip(10, "Sur", "barrios"))
    assert told(*lines, rules=(9.0,)) == ["Norte Instalar las alarmas en los", "Sur barrios"]


# Prints drawn by lot: only columns ruled, only the heading, nothing but zebra; narrow gutters;
# cells at the top, the middle and the foot; monospaced letters; rows closer than lines.
SEEDS = (0, 1, 3, 10, 13, 14, 17, 21, 24, 39, 41, 50, 53, 72, 80)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_print_by_lot_is_read_whole(seed: int) -> None:
    one = layouts.layout(seed)
    paper = pdf.read(layouts.printed(one))
    found = [[[cell.text for cell in row] for row in grid.rows] for grid in paper.grids]
    [truth] = one.tables
    score = scoring.score(truth, found)
    assert score.cell_share >= 99, f"{one.says}: {score.wrong[:5]}"


def test_two_tables_with_a_line_of_text_between_stay_two() -> None:
    one = layouts.layout(37)
    paper = pdf.read(layouts.printed(one))
    assert len(paper.grids[-1].rows) == len(one.tables[-1].rows) + 1
    assert [len(grid.rows[0]) for grid in paper.grids] == [len(t.heading) for t in one.tables]
