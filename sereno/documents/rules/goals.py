"""A row of a plan becomes a project with its indicator and its targets, typed and by year."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sereno.documents.rules.months import Unprogrammed, months_said, programming_of
from sereno.documents.rules.values import ABSENT, Fields, exact, number, said, words
from sereno.plans.rules import IndicatorDraft, Kind, ProjectDraft, TargetDraft, TaskDraft, amount
from sereno.web.personal import without

NOT_SAID = "No consta en el documento"
COMPONENT = ("component", "axis", "sector")
OBJECTIVE = ("objective", "strategic_objective", "operational_objective")
SERVES = ("national_objective", "global_goal")
PROJECT = ("project", "programme", "activity", "strategy", "action", "promise")
INDICATOR = ("indicator", "activity", "project")
UNIT = ("responsible", "unit_name", "unit")
DAYS = {
    "day": 1,
    "week": 7,
    "fortnight": 15,
    "month": 30,
    "quarter": 90,
    "half-year": 180,
    "year": 365,
}
TARGETS = ("target", "targets", "goal", "offer", "commitment")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


class Unfit(StrEnum):
    """Why a row becomes no part of a plan."""

    NOTHING_DONE = "nothing_done"
    OUTSIDE_THE_PLAN = "outside_the_plan"
    NOT_MEASURABLE = "not_measurable"
    NOT_PROGRAMMED = "not_programmed"


@dataclass(frozen=True)
class NoGoal(Exception):
    """The row cannot stand in a plan as it is."""

    why: Unfit
    text: str = ""


@dataclass(frozen=True)
class Goal:
    """What a row says, from its component down to its targets."""

    component: str
    objective: str
    project: ProjectDraft
    serves: tuple[str, ...] = ()  # what the document says that the objective is aligned to


def goal_of(fields: Fields, *, title: str, starts_on: date, ends_on: date) -> Goal:
    """The row inside the plan's period; raises ``NoGoal``."""
    name = words(fields, *PROJECT, *OBJECTIVE)
    if not name:
        raise NoGoal(Unfit.NOTHING_DONE)
    indicators = indicator_of(fields, starts_on, ends_on)
    years = years_of(fields)
    first, last = span(years, starts_on, ends_on)
    project = ProjectDraft(
        name=clean(name, 300),
        responsible=clean(words(fields, *UNIT) or NOT_SAID, 120),
        starts_on=first,
        ends_on=last,
        partners=clean(words(fields, "partners"), 300),
        suggestion=without(words(fields, "suggestion")),
        period_note=clean(words(fields, "years"), 300),
        indicators=indicators,
        tasks=tasks_of(fields, first, last),
    )
    return Goal(
        component=clean(words(fields, *COMPONENT) or title or NOT_SAID, 160),
        objective=without(words(fields, *OBJECTIVE) or NOT_SAID),
        project=project,
        serves=tuple(text for name in SERVES if (text := words(fields, name))),
    )


def tasks_of(fields: Fields, starts_on: date, ends_on: date) -> tuple[TaskDraft, ...]:
    """The activity of a row that has months, or that stands beside the project it belongs to."""
    above = words(fields, *(name for name in PROJECT if name != "activity"))
    name = words(fields, "activity") or (above if months_said(fields) else "")
    if not name or not (above or months_said(fields)):
        return ()
    try:
        programming = programming_of(fields, starts_on, ends_on)
    except Unprogrammed as problem:
        raise NoGoal(Unfit.NOT_PROGRAMMED, problem.text) from problem
    task = TaskDraft(
        name=clean(name, 300),
        programming=programming,
        responsible=clean(words(fields, *UNIT), 120),
        partners=clean(words(fields, "partners"), 300),
        verification=clean(words(fields, "verification", "means_of_verification"), 300),
    )
    return (task,)


def clean(text: str, most: int) -> str:
    """As it may be published, and no longer than its place; what is cut is cut at a word."""
    safe = without(text)
    return safe if len(safe) <= most else safe[: most - 1].rsplit(" ", 1)[0] + "…"


def indicator_of(fields: Fields, starts_on: date, ends_on: date) -> tuple[IndicatorDraft, ...]:
    targets = targets_of(fields, starts_on, ends_on)
    if not targets:
        return ()
    first = targets[0]
    unit = unit_of(fields, first)
    return (
        IndicatorDraft(
            slug="",
            name=clean(words(fields, *INDICATOR) or first.source_words, 300),
            unit=unit,
            direction=direction_of(fields, first),
            baseline=baseline_of(fields),
            baseline_note=clean(words(fields, "baseline_note"), 200),
            verification=clean(words(fields, "verification", "means_of_verification"), 300),
            definition=without(words(fields, "definition", "note")),
            targets=targets,
        ),
    )


def baseline_of(fields: Fields) -> Decimal | None:
    """What the row gives as its start, or its target: «de 300 a 200»."""
    told = number(fields, "baseline")
    typed = fields.get("target", {}).get("value")
    if told is not None or not isinstance(typed, Mapping) or "corrected" in fields["target"]:
        return told
    return exact(typed.get("baseline"))


def targets_of(fields: Fields, starts_on: date, ends_on: date) -> tuple[TargetDraft, ...]:
    """One for each year that has its own column; else one for the years of the row."""
    yearly = by_year(fields)
    if yearly:
        found = [
            draft_of(field, *year_in(year, starts_on, ends_on))
            for year, field in sorted(yearly.items())
            if promises(field)
        ]
        return tuple(found)
    field = next((fields[name] for name in TARGETS if promises(fields.get(name))), None)
    if field is None:
        return ()
    return (draft_of(field, *span(years_of(fields), starts_on, ends_on)),)


def by_year(fields: Fields) -> dict[int, Mapping[str, Any]]:
    """``target_2026`` and the like."""
    return {
        int(name[-4:]): field
        for name, field in fields.items()
        if re.fullmatch(r"(?:target|goal)_20\d\d", name)
    }


def promises(field: Mapping[str, Any] | None) -> bool:
    value = field.get("value") if field else None
    text = said(field)
    if not field or not text or text.lower() in ABSENT:
        return False
    absent = isinstance(value, Mapping) and value.get("kind") == "absent"
    return not absent or "corrected" in field


def draft_of(field: Mapping[str, Any], starts_on: date, ends_on: date) -> TargetDraft:
    """As the reader typed it; read from its words where it did not, or where it was corrected."""
    typed = field.get("value")
    if isinstance(typed, Mapping) and "corrected" not in field:
        text = clean(" ".join(str(field.get("text", "")).split()), 300)
        if typed.get("kind") == "refused":
            raise NoGoal(Unfit.NOT_MEASURABLE, text)
        draft = _typed(typed, TargetDraft("", starts_on, ends_on, source_words=text))
        if draft is not None:
            return draft
    text = clean(said(field), 300)
    read = amount(text)
    draft = TargetDraft(
        kind=read.kind.value,
        starts_on=starts_on,
        ends_on=ends_on,
        value=read.value,
        every_days=read.every_days,
        universe=clean(read.of, 200) if read.kind == Kind.SHARE else "",
        universe_size=read.size,
        source_words=text,
    )
    whole = exact(typed)
    if "corrected" in field or whole is None or read.kind is not Kind.MILESTONE:
        return draft
    kind = Kind.SHARE if field.get("unit") == "%" else Kind.QUANTITY
    return replace(draft, kind=kind.value, value=whole)


def _typed(typed: Mapping[str, Any], draft: TargetDraft) -> TargetDraft | None:
    """The target that a reader's own value stands for; nothing where it is only words."""
    kind = typed.get("kind")
    condition = clean(str(typed.get("condition") or ""), 300)
    value = exact(typed.get("from")) if "from" in typed else exact(typed.get("value"))
    if kind == Kind.FREQUENCY and (days := days_of(typed)):
        return replace(draft, kind=Kind.FREQUENCY.value, every_days=days)
    if kind == Kind.QUANTITY and value is not None:
        high = exact(typed.get("to"))
        return replace(draft, kind=Kind.QUANTITY.value, value=value, high=high, condition=condition)
    if kind == Kind.SHARE and value is not None:
        universe = clean(str(typed.get("of") or ""), 200)
        return replace(
            draft, kind=Kind.SHARE.value, value=value, universe=universe, condition=condition
        )
    if kind in {Kind.MILESTONE, "qualitative"} and draft.source_words:
        return replace(draft, kind=Kind.MILESTONE.value)
    return None


def days_of(typed: Mapping[str, Any]) -> int | None:
    """Every how many days: so many times every so many periods, rounded down to whole days."""
    period = DAYS.get(str(typed.get("period")))
    times, every = exact(typed.get("times")), exact(typed.get("every"))
    if not period or not times or not every:
        return None
    return max(1, int(every * period / times))


def unit_of(fields: Fields, target: TargetDraft) -> str:
    """The word people read: of the target, else of the row, else what the words count."""
    if target.kind == Kind.SHARE:
        return "%"
    if target.kind == Kind.MILESTONE:
        return "hito"
    if target.kind == Kind.FREQUENCY:
        return "veces"
    field = next((fields[name] for name in TARGETS if promises(fields.get(name))), {})
    typed = field.get("value")
    told = typed.get("unit") or typed.get("of") if isinstance(typed, Mapping) else ""
    read = amount(target.source_words)
    return clean(
        str(field.get("unit") or told or words(fields, "measure_unit") or read.of or "unidades"), 60
    )


def direction_of(fields: Fields, target: TargetDraft) -> str:
    if target.high is not None:
        return "within"
    told = words(fields, "direction")
    field = next((fields[name] for name in TARGETS if promises(fields.get(name))), {})
    typed = field.get("value")
    if not told and isinstance(typed, Mapping):
        told = str(typed.get("direction") or "")
    return told if told in {"rise", "fall", "keep"} else "rise"


def years_of(fields: Fields) -> list[int]:
    """Every year that the row names for itself, in order; a span is filled."""
    field = fields.get("years")
    if not field:
        return []
    value = field.get("value")
    text = said(field)
    if isinstance(value, list) and "corrected" not in field:
        text = " ".join(str(exact(part) or part) for part in value)
    found = sorted({int(year) for year in _YEAR.findall(text)})
    spans = re.search(r"20\d\d\s*(?:-|\u2013|a|al|hasta)\s*20\d\d", text)
    return list(range(found[0], found[-1] + 1)) if spans and found else found


def span(years: list[int], starts_on: date, ends_on: date) -> tuple[date, date]:
    """The row's own years inside the plan; the whole plan where it names none."""
    if not years:
        return starts_on, ends_on
    first, last = max(date(years[0], 1, 1), starts_on), min(date(years[-1], 12, 31), ends_on)
    if last < first:
        raise NoGoal(Unfit.OUTSIDE_THE_PLAN, f"{years[0]}-{years[-1]}")
    return first, last


def year_in(year: int, starts_on: date, ends_on: date) -> tuple[date, date]:
    return span([year], starts_on, ends_on)
