"""The words and numbers of a row that was read, as whoever accepts it needs them."""

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from sereno.plans.budget.rules.numbers import NotAnAmount, amount

Fields = Mapping[str, Mapping[str, Any]]
ABSENT = frozenset({"no aplica", "n/a", "informacion no disponible", "información no disponible"})


def words(fields: Fields, *names: str) -> str:
    """The first of these fields that says something, on one line, as corrected or as it stands."""
    for name in names:
        text = said(fields.get(name))
        if text and text.lower() not in ABSENT:
            return text
    return ""


def said(field: Mapping[str, Any] | None) -> str:
    """A correction wins over the value, and a text that was cleaned over the one on paper."""
    if not field:
        return ""
    if "corrected" in field:
        return " ".join(str(field["corrected"]).split())
    value = field.get("value")
    if isinstance(value, list) and value and not re.search(r"\d", str(field.get("text", ""))):
        found = [exact(part) for part in value]  # marks under years: the years are what is said
        if all(part is not None for part in found):
            return ", ".join(str(part) for part in found)
    text = value if isinstance(value, str) and value else field.get("text", "")
    return " ".join(str(text).split())


def number(fields: Fields, *names: str) -> Decimal | None:
    """The first of these fields that is a number; a text that could be two is none."""
    for name in names:
        field = fields.get(name)
        if field and (found := number_of(field)) is not None:
            return found
    return None


def number_of(field: Mapping[str, Any]) -> Decimal | None:
    if "corrected" not in field and (found := exact(field.get("value"))) is not None:
        return found
    try:
        return amount(said(field).replace("%", ""))
    except NotAnAmount:
        return None


def exact(value: Any) -> Decimal | None:
    """A number out of a kept value: itself, or the ``value`` of a target."""
    if isinstance(value, Mapping):
        if set(value) == {"decimal"}:
            return exact(value["decimal"])
        return exact(value.get("value"))
    if isinstance(value, bool) or value is None:
        return None
    try:
        return Decimal(str(value)) if isinstance(value, int | str) else None
    except InvalidOperation:
        return None
