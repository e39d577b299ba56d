"""The matrix of a thousand rows and seven columns that all of them write, in Spanish."""

from sereno.reports.rules.document import Cell, Column, Document, Kind, Part, Table

ROWS = 1000
SITE = "https://consejo.example"
COLUMNS = (
    Column("No.", Kind.NUMBER),
    Column("Unidad administrativa"),
    Column("Objetivo"),
    Column("Indicador"),
    Column("Meta cuantificable", Kind.PERCENT),
    Column("Presupuesto", Kind.MONEY),
    Column("Enlace", Kind.LINK),
)


def document(rows: int = ROWS) -> Document:
    table = Table("1.3", "Metas y objetivos", COLUMNS, tuple(map(_row, range(1, rows + 1))))
    return Document(
        kind="transparency",
        title="Matriz de metas y objetivos",
        council="Consejo Cantonal de Seguridad Ciudadana",
        period="octubre de 2026",
        on="05/11/2026 09:00",
        line=41,
        line_seal="0" * 64,
        parts=(Part("Numeral 1.3. Metas y objetivos", table=table),),
        site=SITE,
    )


def _row(number: int) -> tuple[Cell, ...]:
    return (
        Cell(str(number), str(number)),
        Cell(f"Junta de Desarrollo Barrial {number}"),
        Cell("Fortalecer la organización barrial y la respuesta a las alertas comunitarias"),
        Cell(f"Porcentaje de moradores formados en el barrio {number}"),
        Cell(f"{number % 100},00 %", f"{number % 100}.00"),
        Cell("4.884,15", "4884.15"),
        Cell(f"{SITE}/metas/barrio-{number}/"),
    )
