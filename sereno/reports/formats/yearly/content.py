"""What the yearly report says, built once: the page, the PDF and the data file are all this."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from hashlib import sha256

from django.utils import timezone
from django.utils.translation import gettext as _

from sereno.plans.rules import printing
from sereno.reports.formats import pictures
from sereno.reports.formats.svg.ink import Svg
from sereno.reports.models import Figure
from sereno.reports.queries import words
from sereno.reports.queries.glance import PlanGoals
from sereno.reports.queries.goals import Goal, period_of, standings
from sereno.reports.queries.yearly import Year
from sereno.reports.rules.period import Period
from sereno.reports.rules.standing import KINDS
from sereno.results.models import Measurement


@dataclass(frozen=True)
class Promise:
    """One goal with its number, in the words that are printed."""

    name: str
    promised: str
    document_words: str
    until: str
    responsible: str
    number: str
    unit: str
    parts: str
    period: str
    standing: str
    kind: str
    origin: str
    is_computed: bool
    seal: str
    slug: str
    bar: Svg
    said: str
    history: Svg
    history_said: str


@dataclass(frozen=True)
class Section:
    title: str
    promises: tuple[Promise, ...]


@dataclass(frozen=True)
class Chapter:
    title: str
    kind: str
    period: str
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Count:
    """How many promises stand in one way."""

    word: str
    kind: str
    count: int


@dataclass(frozen=True)
class ParishLine:
    name: str
    kind: str
    some: int
    whole: int


@dataclass(frozen=True)
class Territory:
    """What is covered, parish by parish, with the map that shows it."""

    caption: str
    printed: str
    map: Svg
    said: str
    parishes: tuple[ParishLine, ...]


@dataclass(frozen=True)
class Corrected:
    """A figure of the year that another one took the place of, and why."""

    caption: str
    before: str
    now: str
    because: str
    on: str


@dataclass(frozen=True)
class Content:
    """The whole report, frozen. Its seal is the SHA-256 of everything else in it."""

    year: int
    council: str
    title: str
    is_example: bool
    on: str
    line: int
    line_seal: str
    line_at: str
    total: int
    counts: tuple[Count, ...]
    standings: Svg
    standings_said: str
    chapters: tuple[Chapter, ...]
    territory: Territory | None
    corrections: tuple[Corrected, ...]
    seal: str = ""

    def data(self) -> bytes:
        """The file that is sealed: the same bytes on every machine."""
        fields = asdict(self)
        del fields["seal"]
        text = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return text.encode()


def build(year: Year, *, is_example: bool) -> Content:
    """Freeze a year. It depends on what was asked for alone: no clock, no database, no address."""
    goals = [goal for plan in year.plans for goal in plan.goals]
    counts = standings(goals)
    content = Content(
        year=year.year,
        council=year.council,
        title=_("Informe anual %(year)s") % {"year": year.year},
        is_example=is_example,
        on=f"{year.on:%d/%m/%Y}",
        line=year.newest.number,
        line_seal=year.newest.seal,
        line_at=f"{timezone.localtime(year.newest.at):%d/%m/%Y %H:%M}",
        total=len(goals),
        counts=tuple(
            Count(str(words.STANDINGS[kind]), KINDS[kind].value, count)
            for kind, count in counts.items()
        ),
        standings=pictures.standings_of(counts),
        standings_said=", ".join(
            f"{words.STANDINGS[kind]}: {count}" for kind, count in counts.items() if count
        ),
        chapters=tuple(_chapter(plan) for plan in year.plans),
        territory=_territory(year),
        corrections=tuple(_corrections(year.corrections)),
    )
    return replace(content, seal=sha256(content.data()).hexdigest())


def _chapter(plan: PlanGoals) -> Chapter:
    return Chapter(
        title=plan.plan.title,
        kind=str(plan.plan.get_kind_display()),
        period=Period(plan.plan.starts_on, plan.plan.ends_on).words,
        sections=tuple(
            Section(part.component.name, tuple(_promise(goal) for goal in part.goals))
            for part in plan.components
        ),
    )


def _promise(goal: Goal) -> Promise:
    figure, target = goal.figure, goal.target
    measurement = figure.measurement if figure else None
    printed = goal.printed or printing.Printed(str(words.STANDINGS[goal.standing]).lower())
    history = pictures.history_of(goal, goal.past)
    bar = pictures.bar_of(goal)
    return Promise(
        name=goal.indicator.name,
        promised=target.said if target else "",
        document_words=target.source_words if target else "",
        until=f"{target.ends_on:%d/%m/%Y}" if target else "",
        responsible=goal.indicator.project.responsible.name,
        number=printing.as_read(printed.number),
        unit=printed.unit,
        parts=printing.as_read(printed.parts),
        period=period_of(measurement).words if measurement else "",
        standing=str(words.STANDINGS[goal.standing]),
        kind=KINDS[goal.standing].value,
        origin=str(measurement.get_origin_display()) if measurement else "",
        is_computed=bool(measurement and measurement.origin == Measurement.Origin.COMPUTED),
        seal=measurement.seal if measurement else "",
        slug=figure.slug if figure else "",
        bar=bar or Svg(""),
        said=pictures.sentence_of(goal) if bar else "",
        history=history or Svg(""),
        history_said=_said(goal.past) if history else "",
    )


def _said(figures: Iterable[Figure]) -> str:
    return "; ".join(
        f"{period_of(f.measurement).words}: {printing.as_read(f.printed_value)}" for f in figures
    )


def _territory(year: Year) -> Territory | None:
    found = year.coverage
    if found is None:
        return None
    return Territory(
        caption=found.figure.caption,
        printed=printing.as_read(found.figure.printed_value),
        map=pictures.map_of(found, year.outline),
        said=_("Mapa del cantón: un círculo por parroquia, lleno en la parte que cumple."),
        parishes=tuple(
            ParishLine(
                count.parish.name, str(count.parish.get_kind_display()), count.some, count.whole
            )
            for count in found.parishes
        ),
    )


def _corrections(figures: Iterable[Figure]) -> Iterable[Corrected]:
    for figure in figures:
        if figure.corrects:
            yield Corrected(
                caption=figure.caption,
                before=printing.as_read(figure.corrects.printed_value),
                now=printing.as_read(figure.printed_value),
                because=figure.correction_note,
                on=f"{timezone.localtime(figure.published_at):%d/%m/%Y}",
            )
