"""Rows of a budget statement written again as the statement that the budget takes."""

from collections.abc import Sequence
from decimal import Decimal

from sereno.documents.rules.values import Fields, number, words

HEADER = (
    "partida",
    "denominacion",
    "inicial",
    "reformas",
    "codificado",
    "certificado",
    "comprometido",
    "devengado",
    "pagado",
)


def statement(rows: Sequence[Fields]) -> str:
    """One line a row, tabs between, amounts as written here; what is not said is blank."""
    return "\n".join("\t".join(line) for line in [HEADER, *(line_of(row) for row in rows)])


def line_of(fields: Fields) -> tuple[str, ...]:
    """What follows exactly from two other amounts is worked out; nothing else is invented."""
    initial = number(fields, "initial", "assigned")
    amendments = number(fields, "amendments")
    revised = number(fields, "codified", "revised")
    if initial is None and revised is not None and amendments is not None:
        initial = revised - amendments
    if initial is not None and revised is not None and amendments is None:
        amendments = revised - initial
    if revised is None and initial is not None and amendments is not None:
        revised = initial + amendments
    told = (
        initial,
        amendments,
        revised,
        number(fields, "certified"),
        number(fields, "committed"),
        number(fields, "accrued", "executed"),
        number(fields, "paid"),
    )
    return (
        code_of(fields),
        words(fields, "description", "line_name", "name").replace("\t", " ").replace('"', "'"),
        *(written(value) for value in told),
    )


def code_of(fields: Fields) -> str:
    return words(fields, "code", "line_code").replace(" ", "")


def written(value: Decimal | None) -> str:
    return "" if value is None else f"{value:.2f}".replace(".", ",")
