"""What is done with a figure: it is published, and corrected by a later one, never edited."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.text import slugify

from sereno.logbook.actions import Backdated, Draft, in_time, subject_of, write, write_all
from sereno.people.models import Person
from sereno.plans.models import Plan
from sereno.reports import events
from sereno.reports.models import Figure
from sereno.reports.queries.goals import period_of, words_of
from sereno.results.models import Measurement

CAPTION = Figure._meta.get_field("caption").max_length or 0
SLUG = Figure._meta.get_field("slug").max_length or 0


class NotApproved(Exception):
    """Nobody has answered for this measurement yet."""


class PlanNotPublished(Exception):
    """Nobody can read yet what this number answers."""


class OwnWork(Exception):
    """Whoever measured or reviewed a number does not publish it as well."""


@dataclass
class AlreadyPublished(Exception):
    """A figure of this goal and period stands; a later number corrects it."""

    figure: Figure

    def __str__(self) -> str:
        return self.figure.slug


class NothingToCorrect(Exception):
    """The figure was corrected before, or the new number is of another goal or period."""


class NoReason(Exception):
    """A correction says why."""


REFUSALS = (
    Backdated,
    NotApproved,
    PlanNotPublished,
    OwnWork,
    AlreadyPublished,
    NothingToCorrect,
    NoReason,
)


@dataclass
class _Names:
    """Addresses in use, so that many figures can be prepared before any is kept."""

    taken: dict[str, Figure] = field(default_factory=dict)

    def find(self, slug: str) -> Figure | None:
        return self.taken.get(slug) or Figure.objects.filter(slug=slug).first()


@transaction.atomic
def publish(measurement: Measurement, *, by: Person, at: datetime, caption: str = "") -> Figure:
    """Let anyone read a number that the director has approved.

    Its address says the indicator, the period and the parish, and does not change.
    """
    figure = _figure(measurement, by=by, at=at, caption=caption, names=_Names())
    figure.save(force_insert=True)
    write(_published(figure), about=figure, by=by, at=at, after=measurement)
    return figure


@transaction.atomic
def publish_all(measurements: Iterable[Measurement], *, by: Person, at: datetime) -> list[Figure]:
    """Publish many at once; where one may not be published, none is."""
    names = _Names()
    figures = []
    for measurement in measurements:
        figure = _figure(measurement, by=by, at=at, caption="", names=names)
        names.taken[figure.slug] = figure
        figures.append(figure)
    kept = Figure.objects.bulk_create(figures, batch_size=200)
    write_all(
        [
            Draft(
                _published(figure),
                about=subject_of(figure),
                at=at,
                by=subject_of(by),
                after=subject_of(figure.measurement),
            )
            for figure in kept
        ]
    )
    return kept


@transaction.atomic
def correct(
    figure: Figure,
    with_: Measurement,
    because: str,
    *,
    by: Person,
    at: datetime,
) -> Figure:
    """Print another number in the place of one that stands; the old one stays and says so."""
    if not because.strip():
        raise NoReason(figure.slug)
    if (
        Figure.objects.filter(corrects=figure).exists()
        or with_.target_id != figure.measurement.target_id
        or period_of(with_) != period_of(figure.measurement)
    ):
        raise NothingToCorrect(figure.slug)
    _allow(with_, by=by, at=at)
    later = Figure(
        slug=_correction_slug(figure),
        caption=figure.caption,
        measurement=with_,
        printed_value=words_of(with_),
        published_at=at,
        published_by=by,
        corrects=figure,
        correction_note=because.strip(),
    )
    later.save(force_insert=True)
    write(
        events.FigureCorrected(
            corrects=subject_of(figure), value=later.printed_value, seal=with_.seal
        ),
        about=later,
        by=by,
        at=at,
        after=with_,
    )
    return later


def _figure(
    measurement: Measurement, *, by: Person, at: datetime, caption: str, names: _Names
) -> Figure:
    _allow(measurement, by=by, at=at)
    return Figure(
        slug=_slug(measurement, names),
        caption=caption.strip() or _caption(measurement),
        measurement=measurement,
        printed_value=words_of(measurement),
        published_at=at,
        published_by=by,
    )


def _allow(measurement: Measurement, *, by: Person, at: datetime) -> None:
    if measurement.approved_at is None:
        raise NotApproved(measurement.pk)
    in_time(at=at, after=measurement.approved_at)
    if not Plan.objects.filter(
        components__objectives__projects__indicators__targets=measurement.target_id,
        published_at__isnull=False,
    ).exists():
        raise PlanNotPublished(measurement.pk)
    if by.pk in {measurement.measured_by_id, measurement.reviewed_by_id}:
        raise OwnWork(measurement.pk)
    published = Figure.objects.filter(measurement=measurement).first()
    if published:
        raise AlreadyPublished(published)


def _slug(measurement: Measurement, names: _Names) -> str:
    target = measurement.target
    words = [target.indicator.slug.replace("_", "-"), period_of(measurement).code]
    if target.parish:
        words.append(slugify(target.parish.name))
    slug = _joined(words)
    standing = names.find(slug)
    if standing and standing.measurement.target_id != target.pk:
        # Two promises of one indicator for the same days: the target tells them apart.
        slug = _joined([*words, str(target.pk)])
        standing = names.find(slug)
    if standing:
        raise AlreadyPublished(standing)
    return slug


def _correction_slug(figure: Figure) -> str:
    """``…-correccion-2``: the address of the first figure, and which correction of it this is."""
    first, count = figure, 1
    while first.corrects:
        first, count = first.corrects, count + 1
    return _joined([first.slug, "correccion", str(count)])


def _joined(words: list[str]) -> str:
    tail = "-".join(words[1:])
    return f"{words[0][: SLUG - len(tail) - 1].rstrip('-')}-{tail}"


def _caption(measurement: Measurement) -> str:
    """Kept in Spanish, like the plan it names, whatever language the page was in."""
    target = measurement.target
    with translation.override(settings.LANGUAGE_CODE):
        tail = f", {period_of(measurement).words}"
    if target.parish:
        tail = f", {target.parish.name}{tail}"
    return target.indicator.name[: CAPTION - len(tail)] + tail


def _published(figure: Figure) -> events.FigurePublished:
    return events.FigurePublished(value=figure.printed_value, seal=figure.measurement.seal)
