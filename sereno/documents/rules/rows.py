"""To which part of the house a row belongs, and by what it is known again in another edition."""

import re
import unicodedata
from enum import StrEnum

from sereno.documents.readers.values.totals import NAMES, is_total
from sereno.documents.rules.values import Fields, said, words

DOES = frozenset(("activity", "project", "programme", "indicator", "strategy", "action", "promise"))
AMOUNTS = ("initial", "codified", "revised", "accrued", "committed", "paid")
ASKS = ("suggestion", "commitment", "demand")
RESULTS = ("executed", "result", "progress", "achieved", "percent")


class Belongs(StrEnum):
    """What a row may become."""

    GOAL = "goal"
    MONEY = "money"
    ASKED = "asked"
    PROGRESS = "progress"
    NOTHING = "nothing"


def belongs(fields: Fields, kind: str) -> Belongs:
    """Told by the fields that say something; the kind decides only between two that fit."""
    there = {name for name, field in fields.items() if said(field)}
    if adds_up(fields):
        return Belongs.NOTHING  # what it adds up enters row by row
    if there & {"code", "line_code"} and there & set(AMOUNTS):
        return Belongs.MONEY
    if is_money_by_name(fields):
        return Belongs.MONEY
    plans = bool(there & DOES)
    if there & set(ASKS) and (not plans or kind in {"suggestions", "commitments"}):
        return Belongs.ASKED
    promised = there & {"target", "goal", "targets"} or any(
        re.fullmatch(r"(?:target|goal)_20\d\d", name) for name in there
    )
    if kind == "electoral_promises" and "promise" in there:
        return Belongs.GOAL
    if there & set(RESULTS) and there & {"indicator", "target"}:
        return Belongs.PROGRESS
    if plans or promised or "objective" in there:
        return Belongs.GOAL
    return Belongs.NOTHING


def adds_up(fields: Fields) -> bool:
    """Whether the row is a total of others."""
    return any(is_total(said(fields[name])) for name in NAMES if name in fields)


def is_money_by_name(fields: Fields) -> bool:
    """Amounts of a programme or project that the document gives no code: as in a report."""
    there = {name for name, field in fields.items() if said(field)}
    promises = any(name.startswith(("target", "indicator", "goal", *ASKS)) for name in there)
    return (
        not adds_up(fields)
        and not there & {"code", "line_code"}
        and bool(there & set(AMOUNTS))
        and bool(there & {"programme", "project"})
        and not promises
    )


def plain(text: str) -> str:
    """Small letters and figures, one space between words: two editions write the same otherwise."""
    flat = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in flat if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", bare).split())


def key_of(fields: Fields) -> str:
    """What a row is known by: its code, else what is done and counted."""
    code = words(fields, "code", "line_code")
    if code:
        return plain(code)
    names = ("unit_name", "project", "activity", "strategy", "indicator", "suggestion")
    told = [plain(words(fields, name)) for name in names]
    return " | ".join(part for part in told if part) or plain(words(fields, "objective", "target"))


def differences(before: Fields, now: Fields) -> list[tuple[str, str, str]]:
    """The fields that say something else, with what was and what is."""
    names = [*before, *(name for name in now if name not in before)]
    return [
        (name, said(before.get(name)), said(now.get(name)))
        for name in names
        if plain(said(before.get(name))) != plain(said(now.get(name)))
        or _figures(said(before.get(name))) != _figures(said(now.get(name)))
    ]


def _figures(text: str) -> list[str]:
    return re.findall(r"\d[\d.,]*", text)
