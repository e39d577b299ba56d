"""What a person must look at first: each doubt of a row with its field and its reason."""

from collections.abc import Mapping, Sequence
from typing import Any

from sereno.documents.rules.rows import is_money_by_name
from sereno.documents.rules.values import Fields, said
from sereno.web.personal import holds

SURE = 0.85
Doubt = dict[str, str]
LOUD = frozenset({"error", "warning"})


def doubts_of(
    fields: Fields,
    *,
    repeats: int | None,
    findings: Sequence[Mapping[str, Any]],
    notes: Sequence[str] = (),
) -> list[Doubt]:
    """``why`` is ``unsure``, ``finding``, ``personal``, ``repeats``, ``no-code`` or ``read``.

    ``read`` is about how the whole row was read, and its ``code`` is the reader's note.
    """
    doubts = [
        {"field": name, "why": "unsure"}
        for name, field in fields.items()
        if field.get("confidence", 1) < SURE and said(field)
    ]
    for finding in findings:
        if finding["severity"] in LOUD:
            doubts += [
                {"field": name, "why": "finding", "code": finding["code"]}
                for name, field in fields.items()
                if touches(finding, field)
            ]
    doubts += [
        {"field": name, "why": "personal"} for name, field in fields.items() if holds(said(field))
    ]
    if is_money_by_name(fields):
        doubts.append({"field": "", "why": "no-code"})
    if repeats is not None:
        doubts.append({"field": "", "why": "repeats"})
    doubts += [{"field": "", "why": "read", "code": note} for note in notes]
    return doubts


def touches(finding: Mapping[str, Any], field: Mapping[str, Any]) -> bool:
    """Whether a finding speaks of a cell that the field was read from."""
    cells = [where(cell) for cell in finding["cells"]]
    return any(where(place) in cells for place in field.get("source", ()))


def where(place: Mapping[str, Any]) -> tuple[Any, ...]:
    """The cell of a place, whatever box it has."""
    return tuple(place.get(name) for name in ("page", "sheet", "table", "row", "column"))
