"""Cards of label and value become rows, each word in its own place."""

from sereno.documents.readers.kinds import understand
from sereno.documents.readers.kinds.upright import upright
from sereno.documents.readers.paper import Cell, Grid, Paper, Place

CARD = """PROYECTO|Escuelas seguras
OBJETIVO|Prevenir la violencia
INDICADOR|Escuelas con brigada
META:|80 % de las 45 escuelas
RESPONSABLE|Educación"""
OTHER = """PROYECTO|Rutas seguras
OBJETIVO|Acompañar
INDICADOR|Número de rutas señalizadas
META:|6 rutas por año
RESPONSABLE|Movilidad"""


def grid(text: str) -> Grid:
    rows = [line.split("|") for line in text.split("\n")]
    return Grid(
        tuple(
            tuple(Cell(word, Place(table=1, row=at, column=n)) for n, word in enumerate(row, 1))
            for at, row in enumerate(rows, 1)
        )
    )


def test_each_card_is_a_row_and_no_word_is_lost() -> None:
    reading = understand(Paper((grid(CARD), grid(OTHER))))
    (table,) = reading.tables
    first, second = table.rows
    assert first.fields["project"].text == "Escuelas seguras"
    assert first.fields["target"].text.startswith("80 %")
    assert second.fields["indicator"].text == "Número de rutas señalizadas"
    assert second.fields["responsible"].source[0].row == 5
    assert reading.unplaced == ()


def test_cards_one_below_the_other_in_one_table_are_told_apart() -> None:
    (table,) = understand(Paper((grid(f"{CARD}\n{OTHER}"),))).tables
    assert [row.fields["project"].text for row in table.rows] == [
        "Escuelas seguras",
        "Rutas seguras",
    ]


def test_two_labels_side_by_side_and_a_value_over_two_rows() -> None:
    wide = "FICHA 1|||\nPROYECTO|Luz|RESPONSABLE|Obras\nOBJETIVO|Alumbrar||\n|las calles||\n"
    (table,) = understand(Paper((grid(f"{wide}INDICADOR|Faroles||\nMETA|40 faroles||"),))).tables
    fields = table.rows[0].fields
    assert fields["responsible"].text == "Obras"
    assert fields["objective"].text == "Alumbrar\nlas calles"


def test_a_table_with_its_heading_above_stays() -> None:
    table = grid("Proyecto|Indicador|Meta\nLuz|Faroles|40 faroles")
    assert upright(Paper((table,))).blocks == (table,)
