"""What is asked of results: what a target comes to now, and which measurements stand for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext

from sereno.people.models import Person
from sereno.people.queries import tells
from sereno.plans.models import Indicator, Plan, Target
from sereno.plans.rules import Calculation, Kind
from sereno.plans.rules.printing import Printed
from sereno.results.models import BandScheme, Measurement
from sereno.results.queries import beginning as beginning
from sereno.results.queries.judging import attained, promise_of, source_of
from sereno.results.rules import aggregate, bands, progress, rows
from sereno.results.sources import Source
from sereno.web.rules import Absent

SOON = timedelta(days=30)
EXAMPLE = ("aviso", "datos de ejemplo")
STALE = timedelta(days=31)  # a promise that runs is looked at once a month


@dataclass(frozen=True)
class NoSource(Exception):
    """Nothing says where the rows of this indicator come from."""

    indicator: str
    source: str


def period_of(target: Target, *, until: datetime) -> rows.Period:
    """The whole period of a target, as far as it has passed; days of the council's own time."""
    starts_at = midnight(target.starts_on)
    ends_at = midnight(target.ends_on + timedelta(days=1))
    return rows.Period(starts_at, min(ends_at, until), target.parish_id)


def checked_source(indicator: Indicator) -> Source:
    """Where the rows come from, if its formula makes sense over them."""
    source = source_of(indicator)
    if source is None or indicator.formula not in source.formulas:
        raise NoSource(indicator.slug, f"{indicator.source} {indicator.formula}".strip())
    return source


def work_out(target: Target, period: rows.Period) -> rows.Sheet:
    """What the records say a target comes to, without keeping it.

    A worksheet is sealed, so it is in Spanish whatever language it was asked for in.
    """
    indicator = target.indicator
    source = checked_source(indicator)
    with translation.override(settings.LANGUAGE_CODE):
        head = [
            *head_of(target, period),
            ("fuente", source.name),
            ("cada fila es", str(source.record)),
            ("qué no cuenta", str(source.excludes)),
        ]
    if not source.kept(period):
        return rows.sheet(indicator.formula, [], head=[*head, rows.UNKEPT])
    return rows.sheet(indicator.formula, source.rows(period), head=head)


def head_of(target: Target, period: rows.Period) -> list[tuple[str, str]]:
    """What the first lines of every worksheet say; of an example, that it is one."""
    zone = timezone.get_default_timezone()
    return [
        *([EXAMPLE] if settings.EXAMPLE != "none" else []),
        ("indicador", f"{target.indicator.slug} ({target.indicator.name})"),
        ("meta", f"target:{target.pk}"),
        ("unidad", target.indicator.unit),
        ("desde", period.starts_at.astimezone(zone).isoformat()),
        ("hasta antes de", period.ends_at.astimezone(zone).isoformat()),
        ("territorio", f"parish:{period.parish}" if period.parish else "todo el cantón"),
    ]


@dataclass(frozen=True)
class Preview:
    """What a worksheet would come to, if it were kept."""

    said: Printed
    progress: progress.Progress


def preview(target: Target, found: rows.Found, period: rows.Period) -> Preview:
    empty = Absent.NOT_APPLICABLE if found.denominator == 0 else Absent.UNKNOWN
    would_be = Measurement(
        target=target,
        starts_at=period.starts_at,
        ends_at=period.ends_at,
        value=found.value,
        numerator=found.numerator,
        denominator=found.denominator,
        absence=empty.value if found.value is None else "",
    )
    today = timezone.localdate(period.ends_at)
    return Preview(would_be.said, attained(target, would_be, today=today))


class Due(StrEnum):
    """How soon somebody should measure."""

    LATE = "late"
    SOON = "soon"
    STALE = "stale"
    NOT_YET = "not_yet"


@dataclass(frozen=True)
class Standing:
    """A target with what stands for it: the approved number, and those still on their way."""

    target: Target
    approved: Measurement | None
    drafts: tuple[Measurement, ...]  # the one that counts the farthest first
    returned: Measurement | None
    progress: progress.Progress
    due: Due

    @property
    def draft(self) -> Measurement | None:
        """The one on its way that counts the farthest."""
        return next(iter(self.drafts), None)

    @property
    def shown(self) -> Measurement | None:
        return self.approved or self.draft


def targets(*, plan: Plan | None = None) -> QuerySet[Target]:
    """Targets in the order of their plan, each with everything above it."""
    found = Target.objects.select_related(
        "indicator__project__objective__component__plan",
        "indicator__project__responsible",
        "parish",
    ).order_by(
        "-indicator__project__objective__component__plan__starts_on",
        "indicator__project__objective__component__plan",
        "indicator__project__objective__component__position",
        "indicator__project__objective__position",
        "indicator__project",
        "indicator",
        "starts_on",
        "pk",
    )
    return found.filter(indicator__project__objective__component__plan=plan) if plan else found


def measurements() -> QuerySet[Measurement]:
    """Measurements with everything that their page shows."""
    return Measurement.objects.select_related(
        "target__indicator__project__objective__component__plan",
        "target__indicator__project__responsible",
        "target__parish",
        "measured_by",
        "reviewed_by",
        "approved_by",
        "returned_by",
    ).prefetch_related("evidence__visits")


def promised(*, today: date) -> list[Standing]:
    """Every target of a published plan whose period has begun."""
    begun = targets().filter(
        indicator__project__objective__component__plan__published_at__isnull=False,
        starts_on__lte=today,
    )
    return standings(begun, today=today)


def waiting(listed: Iterable[Standing]) -> dict[str, list[Standing]]:
    """Standings by what they wait for, of each draft its own; what is late comes first."""
    urgent = sorted(listed, key=lambda one: list(Due).index(one.due))
    drafts = [replace(one, drafts=(draft,)) for one in urgent for draft in reversed(one.drafts)]
    free = [one for one in urgent if not one.draft]
    return {
        "medir": [one for one in free if one.due != Due.NOT_YET],
        "revisar": [one for one in drafts if one.draft and not one.draft.reviewed_at],
        "aprobar": [one for one in drafts if one.draft and one.draft.reviewed_at],
        "devueltas": [one for one in free if one.returned],
        "todas": urgent,
    }


@tells("results:list")
def waits_for(person: Person, today: date) -> list[str]:
    """What this person can do about measurements now, in words for the start page."""
    others = Measurement.objects.exclude(measured_by=person)
    told = []
    if person.may("measurement.approve"):
        told.append((others.to_approve().count(), gettext("%(count)d por aprobar")))
    if person.may("measurement.review"):
        told.append((others.to_review().count(), gettext("%(count)d por revisar")))
    if person.may("measurement.take"):
        due = waiting(promised(today=today))["medir"]
        told.append((len(due), gettext("%(count)d por medir")))
    return [words % {"count": count} for count, words in told if count]


def standings(targets: Iterable[Target], *, today: date) -> list[Standing]:
    """Every target with its numbers, in one question however many there are."""
    listed = list(targets)
    found: dict[int, list[Measurement]] = {}
    measurements = (
        Measurement.objects.filter(target__in=[target.pk for target in listed])
        .newest_first()
        .defer("worksheet")
    )
    for measurement in measurements:
        found.setdefault(measurement.target_id, []).append(measurement)
    return [_standing(target, found.get(target.pk, []), today=today) for target in listed]


def band(found: progress.Progress, *, ends_on: date, today: date) -> tuple[str, BandScheme] | None:
    """The category of a progress by the bands in force on its last day, and where they come from.

    Nobody has failed yet while there is time: until then only what was reached has a category.
    """
    if today <= ends_on and found.state != progress.State.REACHED:
        return None
    on = min(today, ends_on)
    scheme = BandScheme.objects.filter(starts_on__lte=on).first()
    category = bands.band_of(found, scheme.bands) if scheme else None
    return (category.word, scheme) if scheme and category else None


@dataclass(frozen=True)
class Together:
    """What the periods of a year, or the parishes of a canton, come to as one number."""

    targets: tuple[Target, ...]
    starts_on: date
    ends_on: date
    over_places: bool
    account: aggregate.Account
    promised: Target | None  # for the same whole, where there is such a promise

    @property
    def indicator(self) -> Indicator:
        return self.targets[0].indicator


def together(
    targets: Sequence[Target], taken: Mapping[int, Sequence[Measurement]], *, today: date
) -> list[Together]:
    """The wholes that the targets of one indicator make: its years and its canton.

    ``taken`` gives the measurements that count of each target, the newest first. Periods make
    a year only if they lie side by side from its first day to its last.
    """
    found = []
    counted = [one for one in targets if one.kind in {Kind.QUANTITY, Kind.SHARE}]
    cantonal = [one for one in counted if one.parish_id is None]
    for year in sorted({one.starts_on.year for one in cantonal}):
        span = date(year, 1, 1), date(year, 12, 31)
        parts = [
            one
            for one in cantonal
            if span[0] <= one.starts_on and one.ends_on <= span[1] and _span(one) != span
        ]
        if aggregate.covers([_span(one) for one in parts], span):
            found.append(_together(parts, span, cantonal, taken, today=today))
    for span in sorted({_span(one) for one in counted if one.parish_id}):
        parts = [one for one in counted if one.parish_id and _span(one) == span]
        if len(parts) > 1:
            found.append(_together(parts, span, cantonal, taken, today=today))
    return [one for one in found if _way(one.targets) != Calculation.APART]


def wholes(indicator: Indicator, *, today: date) -> list[Together]:
    """What the approved numbers of an indicator come to, with every one that was replaced."""
    targets = list(indicator.targets.select_related("indicator", "parish"))
    taken: dict[int, list[Measurement]] = {}
    approved = Measurement.objects.approved().filter(target__in=targets).newest_first()
    for measurement in approved.defer("worksheet"):
        taken.setdefault(measurement.target_id, []).append(measurement)
    return together(targets, taken, today=today)


def _together(
    parts: Sequence[Target],
    span: tuple[date, date],
    cantonal: Sequence[Target],
    taken: Mapping[int, Sequence[Measurement]],
    *,
    today: date,
) -> Together:
    promised = next((one for one in cantonal if _span(one) == span), None)
    pieces = [piece for one in parts for piece in _pieces(one, taken.get(one.pk, ()), today=today)]
    promise = (
        promise_of(promised)
        if promised
        else progress.Promise(Kind.QUANTITY, parts[0].indicator.direction, *span)
    )
    until = min(span[1], today)
    return Together(
        targets=tuple(parts),
        starts_on=span[0],
        ends_on=span[1],
        over_places=parts[0].parish_id is not None,
        account=aggregate.account(promise, pieces, _way(parts), until=until, today=today),
        promised=promised,
    )


def _way(parts: Sequence[Target]) -> str:
    indicator = parts[0].indicator
    return indicator.over_place if parts[0].parish_id else indicator.over_time


def _pieces(
    target: Target, newest_first: Sequence[Measurement], *, today: date
) -> Iterable[aggregate.Piece]:
    """The numbers of a whole period, late ones after those they replace; or why there is none."""
    name = target.parish.name if target.parish else f"{target.starts_on:%d/%m/%Y}"
    whole = [one for one in newest_first if timezone.localdate(one.ends_at) > target.ends_on]
    if not whole:
        empty = Absent.NOT_DUE if today <= target.ends_on else Absent.UNKNOWN
        yield aggregate.Piece(name, empty, starts_on=target.starts_on)
    for order, one in enumerate(reversed(whole)):
        yield aggregate.Piece(
            name, one.actual, one.numerator, one.denominator, target.starts_on, order
        )


def _span(target: Target) -> tuple[date, date]:
    return target.starts_on, target.ends_on


def _standing(target: Target, newest_first: list[Measurement], *, today: date) -> Standing:
    for measurement in newest_first:
        measurement.target = target
    approved = next((one for one in newest_first if one.approved_at), None)
    last = max(newest_first, key=lambda one: (one.measured_at, one.pk), default=None)
    return Standing(
        target=target,
        approved=approved,
        drafts=tuple(one for one in newest_first if not one.approved_at and not one.returned_at),
        returned=last if last and last.returned_at else None,
        progress=attained(target, approved, today=today),
        due=_due(target, approved, today=today),
    )


def _due(target: Target, approved: Measurement | None, *, today: date) -> Due:
    """Late once its period ended without a number for the whole of it."""
    counted_until = timezone.localdate(approved.ends_at) if approved else None
    if counted_until and counted_until > target.ends_on:
        return Due.NOT_YET
    if target.ends_on < today:
        return Due.LATE
    if target.ends_on - today <= SOON:
        return Due.SOON
    if counted_until is None or today - counted_until > STALE:
        return Due.STALE
    return Due.NOT_YET


def midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=timezone.get_default_timezone())
