"""The worked cases of the public arithmetic suite: read from their file, and worked out anew."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sereno.plans.rules import Calculation, Kind
from sereno.results.rules.aggregate import Account, Piece, account
from sereno.results.rules.progress import Amount, Promise, State
from sereno.web.rules import Absent, exact

WORDS = {
    "sin dato": Absent.UNKNOWN,
    "no aplica": Absent.NOT_APPLICABLE,
    "aún no vence": Absent.NOT_DUE,
}
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
PROMISE = {"kind", "direction", "baseline", "target", "high", "every_days", "earlier"}
DATES = {"starts_on", "ends_on", "until", "today"}
MEASURED = {"actual", "numerator", "denominator", "pieces", "how", "running"}
KNOWN = PROMISE | DATES | MEASURED | {"name", "group", "title", "why", "peers", "expected"}
LISTS = {"missing", "coming", "replaced", "doubtful"}
EXPECTED = LISTS | {"value", "progress", "state", "over", "so_far"}


class BadCase(Exception):
    """A case that cannot be worked out; the message says which and why."""


@dataclass(frozen=True)
class Case:
    """A question with its answer and the reason for it, in the words of the file."""

    name: str
    group: str
    title: str
    why: str
    promise: Promise
    pieces: tuple[Piece, ...]
    how: str
    running: bool
    until: date
    today: date
    expected: dict[str, Any]
    peers: bool

    def account(self) -> Account:
        """Worked out by the function behind every page."""
        return account(
            self.promise,
            self.pieces,
            self.how,
            until=self.until,
            today=self.today,
            running=self.running,
        )

    def differences(self) -> list[str]:
        """What came out otherwise than the case says; nothing where it is right."""
        found = told(self.account(), self.expected)
        return [
            f"{name}: {found[name]} ≠ {said}"
            for name, said in self.expected.items()
            if found[name] != said
        ]


def read(text: str) -> list[Case]:
    """The cases of a file, in its order."""
    return [_case(row) for row in tomllib.loads(text)["case"]]


def told(found: Account, expected: dict[str, Any]) -> dict[str, Any]:
    """An account in the words of the file, each number with as many decimals as it says there."""
    whole, progress = found.whole, found.progress
    ratio = None if progress.ratio is None else progress.ratio * 100
    return {
        "value": _number(whole.value, expected.get("value")),
        "progress": _number(ratio, expected.get("progress")),
        "so_far": _number(whole.so_far, expected.get("so_far")),
        "state": progress.state.value,
        "over": progress.over,
        "missing": [*whole.missing],
        "coming": [*whole.coming],
        "replaced": [str(piece.value) for piece in whole.replaced],
        "doubtful": [*whole.doubtful],
    }


def _number(value: Decimal | Absent | None, said: str | None) -> str:
    if value is None:
        return "ninguno"
    if isinstance(value, Absent):
        return next(word for word, absent in WORDS.items() if absent is value)
    _point, _dot, places = (said or "").partition(".")
    return str(exact(value, len(places)))


def _case(row: dict[str, Any]) -> Case:
    name = str(row.get("name", ""))
    strange = (set(row) - KNOWN) | (set(row["expected"]) - EXPECTED)
    if strange or row["expected"].get("state") not in {*State}:
        raise BadCase(f"{name}: {', '.join(sorted(strange)) or 'state'}")
    starts_on, ends_on = row.get("starts_on", FIRST), row.get("ends_on", LAST)
    promise = Promise(
        kind=Kind(row.get("kind", "quantity")),
        direction=row.get("direction", "rise"),
        starts_on=starts_on,
        ends_on=ends_on,
        value=_decimal(row.get("target")),
        every_days=row.get("every_days"),
        baseline=_decimal(row.get("baseline")),
        high=_decimal(row.get("high")),
        earlier=tuple(_amount(amount) for amount in row.get("earlier", ())),
    )
    return Case(
        name=name,
        group=row["group"],
        title=row["title"],
        why=" ".join(row["why"].split()),
        promise=promise,
        pieces=tuple(_pieces(row, starts_on)),
        how=Calculation(row.get("how", "sum")),
        running=row.get("running", False),
        until=row.get("until", ends_on),
        today=row.get("today", ends_on + timedelta(days=1)),
        expected=row["expected"],
        peers=row.get("peers", False),
    )


def _pieces(row: dict[str, Any], starts_on: date) -> Iterable[Piece]:
    if "actual" in row:
        yield _piece({**row, "of": "período", "value": row["actual"]}, 0, starts_on)
    for order, piece in enumerate(row.get("pieces", ())):
        yield _piece(piece, order, starts_on + timedelta(days=order))


def _piece(row: dict[str, Any], order: int, starts_on: date) -> Piece:
    said = row["value"]
    return Piece(
        of=row["of"],
        value=WORDS[said] if said in WORDS else Decimal(said),
        numerator=_decimal(row.get("numerator")),
        denominator=_decimal(row.get("denominator")),
        starts_on=row.get("starts_on", starts_on),
        taken=row.get("taken", order),
    )


def _amount(row: dict[str, Any]) -> Amount:
    return Amount(
        until=row["until"],
        value=_decimal(row.get("value")),
        high=_decimal(row.get("high")),
        every_days=row.get("every_days"),
    )


def _decimal(said: str | None) -> Decimal | None:
    return None if said is None else Decimal(said)
