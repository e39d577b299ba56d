"""How the numbers of several periods, or of several places, become one: said by each indicator."""

from dataclasses import replace
from enum import StrEnum

from sereno.plans.rules.drafts import IndicatorDraft


class Calculation(StrEnum):
    """What is done with several numbers; ``apart`` where no rule makes one of them.

    A median, for one, cannot be worked out from other medians: it is measured over the whole.
    """

    SUM = "sum"
    LATEST = "latest"
    MEAN = "mean"
    MAX = "max"
    RATIO = "ratio"
    APART = "apart"


SHARES = frozenset({"percent", "%", "porcentaje", "por ciento"})
COUNTS = frozenset({"count", "sum"})
TIMES = sorted(way.value for way in Calculation)
PLACES = sorted({*TIMES} - {Calculation.LATEST.value})  # places have no last one


def stated(draft: IndicatorDraft) -> IndicatorDraft:
    """The indicator with both calculations said; what is left open is read from its nature."""
    time, place = _usual(draft)
    return replace(draft, over_time=draft.over_time or time, over_place=draft.over_place or place)


def _usual(draft: IndicatorDraft) -> tuple[str, str]:
    """The careful guess: what may not be added up stays apart until somebody says otherwise."""
    if draft.accumulates:
        return Calculation.SUM.value, Calculation.SUM.value
    if draft.unit.strip().lower() in SHARES:
        return Calculation.LATEST.value, Calculation.RATIO.value
    if draft.formula:
        return Calculation.APART.value, Calculation.APART.value
    return Calculation.LATEST.value, Calculation.APART.value
