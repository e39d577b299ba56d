"""Rows of a budget statement written again as the statement that the budget takes."""

from collections.abc import Sequence
from decimal import Decimal
from hashlib import sha256

from sereno.documents.rules.rows import is_money_by_name, plain
from sereno.documents.rules.values import Fields, number, words

NAMES = ("programme", "project")
ASKED = ("code", "initial", "codified", "committed", "accrued", "paid")
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
        words(fields, "description", "line_name", "name", *NAMES)
        .replace("\t", " ")
        .replace('"', "'"),
        *(written(value) for value in told),
    )


def code_of(fields: Fields) -> str:
    """As written; where there is none, one of its own that the same name always gets."""
    code = words(fields, "code", "line_code").replace(" ", "")
    if code or not is_money_by_name(fields):
        return code
    name = plain(" ".join(words(fields, part) for part in NAMES))
    return f"SC-{int(sha256(name.encode()).hexdigest(), 16) % 10**6:06}"


def asked_of(fields: Fields) -> list[str]:
    """What a line needs and its document does not say: whoever reviews may write it."""
    return [name for name in ASKED if name not in fields] if is_money_by_name(fields) else []


def written(value: Decimal | None) -> str:
    return "" if value is None else f"{value:.2f}".replace(".", ",")
