"""What the rows of a table mean: which target each one speaks of, and what it would report."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from django.db.models import Q
from django.utils import timezone

from sereno.plans.models import Target
from sereno.plans.rules import Kind
from sereno.plans.rules.printing import PERCENT
from sereno.results.actions.measure import Report
from sereno.results.actions.table import TableDraft
from sereno.results.models import Measurement
from sereno.results.queries import midnight, targets
from sereno.results.rules import table as rules
from sereno.results.rules.table import DONE, Line, Told
from sereno.web.rules import decimal
from sereno.web.tables import plain

PUBLISHED = Q(indicator__project__objective__component__plan__published_at__isnull=False)
WHOLE_CANTON = {"", "todo el canton", "canton", "cantonal"}


class Fault(StrEnum):
    """Why a row that can be read reports nothing."""

    UNKNOWN_TARGET = "unknown_target"
    SEVERAL_TARGETS = "several_targets"
    TWICE = "twice"
    FUTURE = "future"
    NEEDS_PARTS = "needs_parts"
    NOT_A_SHARE = "not_a_share"
    NOT_A_STEP = "not_a_step"
    NOT_YES_OR_NO = "not_yes_or_no"
    NOT_A_NUMBER = "not_a_number"


@dataclass(frozen=True)
class Unmeant:
    """A row whose meaning could not be found."""

    number: int
    fault: Fault
    column: str
    text: str

    @property
    def said(self) -> str:
        """What stood in the cell; of a row that came twice the text names the first one."""
        return "" if self.fault is Fault.TWICE else self.text


class _Unmeant(Exception):
    def __init__(self, fault: Fault, column: str, text: str) -> None:
        super().__init__(fault)
        self.fault, self.column, self.text = fault, column, text


def meant(lines: Iterable[Line], *, at: datetime) -> tuple[list[TableDraft], list[Unmeant]]:
    """Every row as a draft of a report, or why it is none."""
    listed = list(targets().filter(PUBLISHED))
    drafts: dict[tuple[int, datetime], TableDraft] = {}
    lost: list[Unmeant] = []
    for line in lines:
        try:
            draft = _draft(line, listed, at=at)
        except _Unmeant as problem:
            lost.append(Unmeant(line.number, problem.fault, problem.column, problem.text))
            continue
        first = drafts.setdefault((draft.target.pk, draft.ends_at), draft)
        if first is not draft:
            lost.append(Unmeant(line.number, Fault.TWICE, rules.TARGET, str(first.number)))
    return list(drafts.values()), lost


def reportable(year: int, *, today: date) -> list[Target]:
    """What a person may report in a year: begun, not computed, no number for its whole period."""
    found = targets().filter(
        PUBLISHED,
        indicator__source="",
        starts_on__lte=min(today, date(year, 12, 31)),
        ends_on__gte=date(year, 1, 1),
    )
    standing = Measurement.objects.filter(returned_at=None).order_by("ends_at")
    until = dict(standing.values_list("target", "ends_at"))
    return [one for one in found if one.pk not in until or until[one.pk] < _closing(one)]


def _closing(target: Target) -> datetime:
    return midnight(target.ends_on + timedelta(days=1))


def _draft(line: Line, listed: list[Target], *, at: datetime) -> TableDraft:
    target = _target(line, listed, today=timezone.localdate(at))
    until = line.until or min(timezone.localdate(at), target.ends_on)
    if until > timezone.localdate(at):
        raise _Unmeant(Fault.FUTURE, rules.UNTIL, f"{until:%d/%m/%Y}")
    return TableDraft(
        number=line.number,
        target=target,
        found=_report(line.told, target),
        ends_at=min(at, midnight(until + timedelta(days=1))),
        note=line.note,
        link=line.link,
    )


def _target(line: Line, listed: list[Target], *, today: date) -> Target:
    if line.target:
        found = [one for one in listed if line.target == str(one.pk)]
        if not found:
            raise _Unmeant(Fault.UNKNOWN_TARGET, rules.TARGET, line.target)
        return found[0]
    name = plain(line.indicator)
    parish = plain(line.parish)
    day = line.until or today
    found = [
        one
        for one in listed
        if name in {plain(one.indicator.slug), plain(one.indicator.name)}
        and (parish in WHOLE_CANTON if one.parish is None else parish == plain(one.parish.name))
        and one.starts_on <= day <= one.ends_on
    ]
    if len(found) != 1:
        fault = Fault.SEVERAL_TARGETS if found else Fault.UNKNOWN_TARGET
        said = " · ".join(word for word in (line.indicator, line.parish) if word)
        raise _Unmeant(fault, rules.INDICATOR, said)
    return found[0]


def _report(told: Told, target: Target) -> Report:
    if told.absent is not None:
        return Report(absent=told.absent)
    if target.kind == Kind.MILESTONE:
        return _milestone(told)
    if target.kind == Kind.SCALE:
        return _step(told, target)
    if target.is_told_by_parts:
        if told.part is None:
            raise _Unmeant(Fault.NEEDS_PARTS, rules.VALUE, _text(told))
        return Report(part=told.part, whole=told.whole)
    if told.part is not None or (
        told.percent and target.indicator.unit.strip().lower() not in PERCENT
    ):
        raise _Unmeant(Fault.NOT_A_SHARE, rules.VALUE, _text(told))
    if told.value is None:
        raise _Unmeant(Fault.NOT_A_NUMBER, rules.VALUE, _text(told))
    return Report(value=told.value)


def _milestone(told: Told) -> Report:
    done = DONE.get(plain(told.word))
    if told.value is not None and not told.percent and told.value in {0, 1}:
        done = bool(told.value)
    if done is None:
        raise _Unmeant(Fault.NOT_YES_OR_NO, rules.VALUE, _text(told))
    return Report(achieved=done)


def _step(told: Told, target: Target) -> Report:
    steps = {plain(word): Decimal(place) for place, word in enumerate(target.steps, 1)}
    value = steps.get(plain(told.word)) if told.word else told.value
    if value is None or value not in steps.values() or told.percent:
        raise _Unmeant(Fault.NOT_A_STEP, rules.VALUE, _text(told))
    return Report(value=value)


def _text(told: Told) -> str:
    """What the row said, written as here."""
    if told.part is not None and told.whole is not None:
        return f"{decimal(told.part)} de {decimal(told.whole)}"
    if told.value is None:
        return told.word
    return f"{decimal(told.value)} %" if told.percent else decimal(told.value)
