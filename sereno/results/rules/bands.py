"""Categories of compliance: words for stretches of a percentage, as a dated source defines them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from sereno.results.rules.progress import Progress

HUNDRED = Decimal(100)
# What this project proposes to a council that has none: no norm says these limits.
PROPOSED = "85 Cumplida\n70 Parcial\n0 Incumplida"


class BadBands(Exception):
    """These lines are no bands; the message is a word for the view."""


@dataclass(frozen=True)
class Band:
    """A word from a percentage on, up to where the next one begins."""

    starts: Decimal
    word: str


def read(text: str) -> list[Band]:
    """``85 cumplida`` on each line, the highest first; the last begins at zero."""
    found = []
    for line in text.splitlines():
        number, _space, word = " ".join(line.split()).partition(" ")
        if not number:
            continue
        try:
            starts = Decimal(number.replace("%", "").replace(",", "."))
        except InvalidOperation as problem:
            raise BadBands("a_number_first") from problem
        if not word or not starts.is_finite():
            raise BadBands("a_number_first")
        found.append(Band(starts, word))
    limits = [band.starts for band in found]
    if len(found) < 2 or limits != sorted({*limits}, reverse=True) or limits[-1] != 0:
        raise BadBands("from_the_highest_to_zero")
    return found


def band_of(progress: Progress, bands: Sequence[Band]) -> Band | None:
    """The band of a progress, by its exact number; what is worse than at the start is the lowest.

    What has no number, and a scale of words, has no band: none of these is the lowest one.
    """
    if progress.ratio is None or not bands:
        return None
    far = max(progress.ratio * HUNDRED, Decimal(0))
    return next((band for band in bands if far >= band.starts), None)
