"""What every document of the council is made of before it is frozen: its draft and its sources."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.conf import settings

from sereno.plans.rules import printing
from sereno.reports.models import Figure
from sereno.reports.queries.goals import Goal
from sereno.reports.queries.parishes import cell_of
from sereno.reports.queries.words import Words
from sereno.reports.rules import small_cells
from sereno.reports.rules.document import Cell, Cited, Document, Part, Shown, Signer
from sereno.results.models import Measurement
from sereno.results.rules import rows
from sereno.territory.queries.house import house
from sereno.web.rules import decimal

KEPT_BACK = "reservado"
NONE_YET = "sin cifra publicada"
NOT_APPLICABLE = "NO APLICA"
UNKNOWN = "sin dato"


SIGNATURES = Part(
    "Firmas de responsabilidad",
    signers=(
        Signer("Elaborado por", "Planificación"),
        Signer("Revisado por", "Financiero"),
        Signer("Aprobado por", "Dirección Ejecutiva"),
    ),
)


@dataclass(frozen=True)
class Ask:
    """What a draft is wanted of, on a day, with the texts that somebody wrote for it."""

    subject: str
    on: date
    site: str
    texts: Mapping[str, str]

    def text(self, code: str) -> str:
        return self.texts.get(code, "").strip()


@dataclass(frozen=True)
class Free:
    """A place in a document that a person fills; ``is_needed`` keeps it from being prepared."""

    code: str
    label: Words
    about: Words = ""
    is_needed: bool = False
    rows: int = 4


@dataclass(frozen=True)
class Lack:
    """Something that the draft does not have; what ``bars`` must be there before it is frozen."""

    words: Words
    bars: bool = False


@dataclass(frozen=True)
class Draft:
    """A document as it would be frozen now, the period it speaks of, and what it lacks."""

    slug: str
    starts_on: date
    ends_on: date
    document: Document
    free: tuple[Free, ...] = ()
    lacks: tuple[Lack, ...] = ()


@dataclass(frozen=True)
class Paper:
    """A document the council owes: what it may be about, and how it is put together.

    ``subjects`` are pairs of a code and its words; ``compose`` gives nothing for an unknown one.
    """

    kind: str
    title: Words
    about: Words
    subjects: Callable[[], Sequence[tuple[str, str]]]
    compose: Callable[[Ask], Draft | None]


def council() -> str:
    return house().name


def whole(
    kind: str,
    title: str,
    period: str,
    ask: Ask,
    parts: Iterable[Part],
    *,
    figures: Iterable[Figure] = (),
    facts: Sequence[tuple[str, str]] = (),
) -> Document:
    """The document without its line, which only freezing it gives."""
    return Document(
        kind=kind,
        title=title,
        council=council(),
        period=period,
        on="",
        line=0,
        line_seal="",
        is_example=settings.EXAMPLE != "none",
        parts=tuple(parts),
        figures=cited(figures),
        facts=tuple(facts),
        site=ask.site,
    )


def is_shown(figure: Figure) -> bool:
    """Whether so many people are behind a figure that none of them can be told apart."""
    return cell_of(figure, settings.MINIMUM_COUNT) == small_cells.Cell.SHOWN


def said(figure: Figure | None) -> str:
    """The number as it was published; kept back where few people are behind it."""
    if figure is None:
        return NONE_YET
    return printing.as_read(figure.printed_value) if is_shown(figure) else KEPT_BACK


def figure_cell(figure: Figure | None) -> Cell:
    return Cell(said(figure), opens=figure.slug if figure else "")


def figures_of(goals: Iterable[Goal]) -> list[Figure]:
    return [goal.figure for goal in goals if goal.figure]


def cited(figures: Iterable[Figure]) -> tuple[Cited, ...]:
    """Each figure once, with the worksheet that anyone can work out again; one question for all."""
    once = {figure.pk: figure for figure in figures}
    sheets = Measurement.objects.prefetch_related("evidence").in_bulk(
        [figure.measurement_id for figure in once.values()]
    )
    return tuple(
        _cited(figure, sheets[figure.measurement_id])
        for figure in sorted(once.values(), key=lambda figure: figure.slug)
    )


def _cited(figure: Figure, measurement: Measurement) -> Cited:
    if not is_shown(figure):
        return Cited(figure.slug, KEPT_BACK, measurement.seal)
    value = rows.NOTHING if measurement.value is None else rows.plain(measurement.value)
    evidence = tuple(
        Shown(one.title, one.link or one.public_sha256 or one.sha256)
        for one in measurement.evidence.all()
    )
    return Cited(
        figure.slug, said(figure), measurement.seal, measurement.worksheet, value, evidence
    )


def amount_cell(value: Decimal | None) -> Cell:
    return Cell(UNKNOWN) if value is None else Cell(decimal(value, 2), f"{value:.2f}")


def percent_cell(value: Decimal | None, absent: str = NOT_APPLICABLE) -> Cell:
    return Cell(absent) if value is None else Cell(f"{decimal(value, 2)} %", f"{value:.2f}")


def number_cell(value: int) -> Cell:
    return Cell(decimal(value), str(value))


def years_words(starts_on: date, ends_on: date) -> str:
    """A time as plans write it: a year, years, or days where it is not whole years."""
    is_whole = (starts_on.month, starts_on.day, ends_on.month, ends_on.day) == (1, 1, 12, 31)
    if not is_whole:
        return f"{starts_on:%d/%m/%Y} - {ends_on:%d/%m/%Y}"
    if starts_on.year == ends_on.year:
        return str(starts_on.year)
    return f"{starts_on.year}-{ends_on.year}"


def paragraphs(text: str) -> tuple[str, ...]:
    """What somebody wrote, paragraph by paragraph; nothing where nobody wrote."""
    return tuple(" ".join(each.split()) for each in text.split("\n") if each.strip())


def written(heading: str, text: str, *, level: int = 1) -> tuple[Part, ...]:
    """A part of what somebody wrote; none where nobody did."""
    return (Part(heading, level, paragraphs(text)),) if text.strip() else ()


def lacking(free: Iterable[Free], ask: Ask) -> tuple[Lack, ...]:
    """The texts nobody wrote yet."""
    return tuple(
        Lack(each.label, bars=each.is_needed)
        for each in free
        if each.is_needed and not ask.text(each.code)
    )
