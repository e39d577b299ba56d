"""A statement of the budget's execution: numeral 6, or the cédula of income or spending."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from sereno.documents.readers.kinds.shapes import Shape, one_of
from sereno.documents.readers.paper import Paper
from sereno.documents.readers.reading import Reading, Row, Table
from sereno.plans.budget.rules.groups import groups

SHAPE = Shape(
    "budget_statement",
    "una cédula o ejecución presupuestaria",
    (one_of("code", "description"), one_of("codified"), one_of("accrued"),
     one_of("initial", "amendments", "paid", "committed")),
    one_of("initial", "amendments", "certified", "committed", "paid", "unpaid", "execution"),
    ("presupuest", "cedula"),
)  # fmt: skip
recognise = SHAPE.recognise


def read(paper: Paper) -> Reading:
    """Its rows; one that adds up those whose codes go on from its own is a total."""
    reading = SHAPE.read(paper)
    return replace(reading, tables=tuple(map(with_groups, reading.tables)))


def with_groups(table: Table) -> Table:
    found = groups_of(table.rows)
    rows = [
        replace(row, notes=(*row.notes, "total"))
        if at in found and "total" not in row.notes
        else row
        for at, row in enumerate(table.rows)
    ]
    return replace(table, rows=tuple(rows))


def groups_of(rows: Sequence[Row]) -> dict[int, tuple[int, ...]]:
    """The places of the groups among the rows, each with those of its lines."""
    return groups([(code_of(row), amount_of(row)) for row in rows])


def code_of(row: Row) -> str:
    return row.fields["code"].text if "code" in row.fields else ""


def amount_of(row: Row) -> Decimal | None:
    value = row.fields["codified"].value if "codified" in row.fields else None
    return value if isinstance(value, Decimal) else None
