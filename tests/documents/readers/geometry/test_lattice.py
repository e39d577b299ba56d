"""Tables as office programs draw them: rules in some rows alone, rows told by their colour."""

import json

import pytest
import typst

from sereno.documents.readers.formats import pdf

HEADING = ("No.", "Actividad", "Meta", "Responsable")
ROWS = tuple(
    (str(n), f"Instalar alarmas en el barrio {n} y formar a quienes las usan", f"{n} barrios", unit)
    for n, unit in enumerate(("Proyectos", "Financiero", "Dirección", "Proyectos", "Tecnología"), 1)
)
SOURCE = """
#let data = json(bytes(sys.inputs.data))
#set page(paper: "a4", margin: 15mm)
#set text(font: "DejaVu Sans", size: 9pt, lang: "es")
#let edge = 0.8pt + black
#let framed = data.inner != ""
El cuadro que sigue fue preparado por la unidad de planificación con lo que dijo cada dirección.
#table(
  columns: (1fr, 5fr, 2fr, 2fr),
  inset: 5pt,
  stroke: (x, y) => (
    left: if (x == 0 and framed) or data.inner == "all" or (data.inner == "odd" and calc.odd(y)) {
      edge
    },
    right: if x == 3 and framed { edge },
    top: if (y < 2 and framed) or data.across { edge },
    bottom: if y == 5 and framed { edge },
  ),
  fill: (x, y) => if data.coloured == "even" and calc.even(y) { rgb("#d3dfee") }
    else if data.coloured == "all" { if calc.even(y) { rgb("#cccccc") } else { rgb("#e6e6e6") } },
  ..data.cells.map(cell => if cell.starts-with("Componente") { table.cell(colspan: 4, cell) }
    else { cell })
)
"""


def read(*rows: tuple[str, ...], inner: str, across: bool, coloured: str) -> list[list[str]]:
    cells = [text for row in (HEADING, *rows) for text in row]
    given = {"cells": cells, "inner": inner, "across": across, "coloured": coloured}
    paper = pdf.read(typst.compile(SOURCE.encode(), sys_inputs={"data": json.dumps(given)}))
    (grid,) = paper.grids
    return [[" ".join(cell.text.split()) for cell in row] for row in grid.rows]


@pytest.mark.parametrize(
    ("inner", "across", "coloured"),
    [
        ("odd", True, ""),  # columns ruled in every other row
        ("none", False, "even"),  # a frame, and every other row coloured
        ("odd", False, "even"),
        ("all", True, "even"),
        ("", False, "all"),  # no rule at all, every row coloured
    ],
)
def test_every_row_and_column_is_found(inner: str, *, across: bool, coloured: str) -> None:
    found = read(*ROWS, inner=inner, across=across, coloured=coloured)
    assert found == [list(HEADING), *map(list, ROWS)]


def test_a_title_over_the_columns_stays_one_cell() -> None:
    title = "Componente de vinculación con los barrios y las parroquias rurales del cantón"
    found = read(*ROWS[:2], (title,), *ROWS[2:4], inner="all", across=True, coloured="")
    assert found[3][0] == title
    assert not any(found[3][1:])
