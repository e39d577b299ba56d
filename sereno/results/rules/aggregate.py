"""Several numbers become one: a year from its periods, the canton from its parishes.

A missing number makes the whole unknown, never smaller. What there is so far is told beside it,
with how many are missing, and is never passed off as the whole.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from sereno.plans.rules import Calculation
from sereno.results.rules.progress import Actual, Progress, Promise, attainment
from sereno.web.rules import Absent

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Piece:
    """The number of one period or one place: which, what it came to, and when it was taken.

    A ratio comes with its parts. Of two numbers for the same piece the one taken later stands.
    """

    of: str
    value: Decimal | Absent
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    starts_on: date | None = None
    taken: int = 0


@dataclass(frozen=True)
class Whole:
    """What several pieces come to: a number, or why there is none and what there is so far.

    ``missing`` names what nobody knows, ``coming`` what is not due yet, ``replaced`` the numbers
    that later ones took the place of, ``doubtful`` what cannot be as it was entered.
    """

    value: Decimal | Absent
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    so_far: Decimal | None = None
    pieces: int = 0
    missing: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()
    replaced: tuple[Piece, ...] = ()
    doubtful: tuple[str, ...] = ()


def whole(pieces: Iterable[Piece], how: str, *, running: bool = False) -> Whole:
    """Work the whole out, in whichever order the pieces come.

    ``running`` says that each period was entered as the count since the year began, so that the
    last one is the year and adding them would count the same things again and again.
    """
    standing, replaced = _standing(pieces)
    counted = [piece for piece in standing if piece.value != Absent.NOT_APPLICABLE]
    way = Calculation.LATEST if running else Calculation(how)
    known = [piece for piece in counted if _is_known(piece, way)]
    coming = tuple(piece.of for piece in counted if piece.value == Absent.NOT_DUE)
    missing = tuple(piece.of for piece in counted if piece not in known and piece.of not in coming)
    if way == Calculation.APART or (standing and not counted):
        return Whole(Absent.NOT_APPLICABLE, pieces=len(counted), replaced=replaced)
    found, numerator, denominator = _worked_out(known, way)
    empty = way == Calculation.RATIO and known and not denominator
    doubtful = _fallen(known) if running else ()
    if way == Calculation.RATIO:
        doubtful += tuple(piece.of for piece in known if piece.numerator and not piece.denominator)
    value: Decimal | Absent
    if _is_open(counted, missing, way) or doubtful:
        value = Absent.UNKNOWN
    elif coming:
        value = Absent.NOT_DUE
    elif found is None:
        value = Absent.NOT_APPLICABLE if empty else Absent.UNKNOWN
    else:
        value = found
    is_whole = isinstance(value, Decimal)
    return Whole(
        value,
        numerator=numerator,
        denominator=denominator,
        so_far=None if is_whole or doubtful else found,
        pieces=len(counted),
        missing=missing,
        coming=coming,
        replaced=replaced,
        doubtful=doubtful,
    )


def own(pieces: Iterable[Piece]) -> list[Piece]:
    """What each period added, where it was entered as the count since the year began.

    After a missing period nobody knows what the next one added, nor from a count that fell.
    """
    standing, _replaced = _standing(pieces)
    before: Decimal | Absent = Decimal(0)
    found = []
    for piece in standing:
        added: Decimal | Absent = piece.value
        if isinstance(piece.value, Decimal):
            known = isinstance(before, Decimal) and piece.value >= before
            added = (
                piece.value - before if known and isinstance(before, Decimal) else Absent.UNKNOWN
            )
        found.append(Piece(piece.of, added, starts_on=piece.starts_on, taken=piece.taken))
        before = piece.value
    return found


def covers(spans: Sequence[tuple[date, date]], whole_of: tuple[date, date]) -> bool:
    """Whether periods lie side by side, from the first day to the last, none twice, none left."""
    expected, last = whole_of
    for starts_on, ends_on in sorted(spans):
        if starts_on != expected:
            return False
        expected = ends_on + timedelta(days=1)
    return bool(spans) and expected == last + timedelta(days=1)


def _standing(pieces: Iterable[Piece]) -> tuple[list[Piece], tuple[Piece, ...]]:
    """The newest number of each piece, in the order of time, and those it replaced."""
    newest: dict[str, Piece] = {}
    replaced = []
    for piece in sorted(pieces, key=lambda one: one.taken):
        if piece.of in newest:
            replaced.append(newest[piece.of])
        newest[piece.of] = piece
    in_order = sorted(newest.values(), key=lambda one: (one.starts_on or date.min, one.of))
    return in_order, tuple(replaced)


def _is_known(piece: Piece, way: Calculation) -> bool:
    """A share without its parts is not known well enough to be put together with others."""
    if isinstance(piece.value, Absent):
        return False
    return way != Calculation.RATIO or None not in (piece.numerator, piece.denominator)


def _is_open(counted: Sequence[Piece], missing: Sequence[str], way: Calculation) -> bool:
    """Whether what is missing matters: of a level only the last one that is due does."""
    due = [piece for piece in counted if piece.value != Absent.NOT_DUE]
    if way == Calculation.LATEST:
        return bool(due) and due[-1].of in missing
    return bool(missing)


def _worked_out(
    known: Sequence[Piece], way: Calculation
) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    values = [piece.value for piece in known if isinstance(piece.value, Decimal)]
    if not values:
        return None, None, None
    match way:
        case Calculation.SUM:
            return sum(values, Decimal(0)), None, None
        case Calculation.MEAN:
            return sum(values, Decimal(0)) / len(values), None, None
        case Calculation.MAX:
            return max(values), None, None
        case Calculation.RATIO:
            part = sum((piece.numerator or Decimal(0) for piece in known), Decimal(0))
            all_of = sum((piece.denominator or Decimal(0) for piece in known), Decimal(0))
            return (part * HUNDRED / all_of if all_of else None), part, all_of
        case _:
            return values[-1], known[-1].numerator, known[-1].denominator


def _fallen(known: Sequence[Piece]) -> tuple[str, ...]:
    """Periods whose running count is under the one before: it cannot be a count so far."""
    values = [piece.value for piece in known if isinstance(piece.value, Decimal)]
    pairs = zip(known[1:], values[1:], values, strict=False)
    return tuple(piece.of for piece, value, before in pairs if value < before)


@dataclass(frozen=True)
class Account:
    """What several pieces come to, and how far that keeps the promise made for all of them."""

    whole: Whole
    progress: Progress


def account(
    promise: Promise,
    pieces: Iterable[Piece],
    how: str,
    *,
    until: date,
    today: date,
    running: bool = False,
) -> Account:
    """The whole of some pieces counted up to a day, judged by what was in force on it."""
    found = whole(pieces, how, running=running)
    actual: Actual | None = Actual(found.value, promise.starts_on, until)
    if found.value is Absent.UNKNOWN and not found.pieces:
        actual = None
        if today <= promise.ends_on:
            found = replace(found, value=Absent.NOT_DUE)
    return Account(found, attainment(promise, actual, today=today))
