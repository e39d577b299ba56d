"""Plain text becomes tables and lines, each in its place, with the words as they stand."""

from sereno.documents.readers.formats.text import read
from sereno.documents.readers.paper import Grid, Line

PAPER = """Informe de la red de faroles

Barrio\tFaroles
Loma Alta\t12
La Vega\t7\tdos apagados



La Ribera\t4\t
Fecha: 3 de mayo
Persona: sin nombre

Fin: aquí no hay otra pareja al lado
""".encode()


def test_runs_of_tabs_are_ragged_tables_and_the_rest_are_lines() -> None:
    paper = read(PAPER)
    first, table, rest, last = paper.blocks
    assert isinstance(first, Line)
    assert isinstance(table, Grid)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Barrio", "Faroles"],
        ["Loma Alta", "12"],
        ["La Vega", "7", "dos apagados"],
    ]
    assert isinstance(rest, Grid)
    assert rest.is_continued
    assert [cell.text for cell in rest.rows[1]] == ["Fecha:", "3 de mayo"]
    assert isinstance(last, Line)
    assert last.text.startswith("Fin:")


def test_each_cell_says_its_page_table_row_and_column() -> None:
    paper = read(PAPER)
    cell = paper.grids[1].rows[0][1]
    place = (cell.place.page, cell.place.table, cell.place.row, cell.place.column)
    assert (cell.text, *place) == ("4", 2, 2, 1, 2)
    assert paper.pages == 2


def test_no_word_is_lost() -> None:
    said = " ".join(piece.text for piece in read(PAPER).pieces()).split()
    assert sorted(said) == sorted(PAPER.decode().split())
