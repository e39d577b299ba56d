"""A document with a table, a figure and cells that try to do harm."""

from decimal import Decimal

from sereno.reports.rules.document import Cell, Cited, Column, Document, Kind, Part, Shown, Table
from sereno.results.rules.rows import Row, sheet

HARM = '=HYPERLINK("http://x";"y")'
COLUMNS = (
    Column("Unidad"),
    Column("Monto", Kind.MONEY),
    Column("Fecha", Kind.DATE),
    Column("Enlace", Kind.LINK),
)


def document(rows: int = 3) -> Document:
    worked_out = sheet("median", [Row("incident:1", Decimal(6)), Row("incident:2", Decimal(8))])
    filled = tuple(
        (
            Cell(f"Unidad {number}"),
            Cell("4.884,15", "4884.15"),
            Cell("31/10/2026", "2026-10-31"),
            Cell("https://loja.example/metas/llegar-pronto/"),
        )
        for number in range(1, rows + 1)
    )
    harmful = (Cell(HARM), Cell("-5,00", "-5.00"), Cell("NO APLICA"), Cell("@x"))
    table = Table("1.3", "Metas", COLUMNS, (*filled, harmful), (("FECHA", "31/10/2026"),))
    return Document(
        kind="transparency",
        title="Transparencia activa, octubre de 2026",
        council="Consejo de Loja",
        period="octubre de 2026",
        on="05/11/2026 09:00",
        line=41,
        line_seal="0" * 64,
        is_example=True,
        parts=(Part("Numeral 1.3", paragraphs=("Metas de las unidades.",), table=table),),
        figures=(
            Cited(
                "llegar",
                "7 min",
                worked_out.seal,
                worked_out.text,
                "7",
                (Shown("Lista de asistencia", "b" * 64),),
            ),
        ),
    )
