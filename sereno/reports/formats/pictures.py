"""The drawings of goals, figures and parishes, each with a sentence that says what it shows."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from sereno.plans.rules import printing
from sereno.reports.formats.svg.chart import Point, bar, line
from sereno.reports.formats.svg.ink import Svg
from sereno.reports.formats.svg.map import Seat, canton_map
from sereno.reports.formats.svg.spread import Share, shares, strip
from sereno.reports.models import Figure
from sereno.reports.queries import words
from sereno.reports.queries.coverage import Coverage
from sereno.reports.queries.goals import Goal, period_of
from sereno.reports.queries.series import Series
from sereno.reports.queries.trace import Trace
from sereno.reports.rules.standing import KINDS, Standing
from sereno.results.rules.progress import State
from sereno.web import rules as writing

# Rows that are only 1 or 0 have nothing to be spread over.
SPREAD = frozenset({"median", "p90"})
FEWEST_IN_A_HISTORY = 2


def bar_of(goal: Goal) -> Svg | None:
    """The bar of a goal; a promise without a number has none."""
    if goal.aim is None or goal.aim <= 0:
        return None
    value = goal.figure.measurement.value if goal.figure else None
    return bar(
        value,
        target=goal.aim,
        baseline=goal.way_from,
        reached=goal.progress.state == State.REACHED if value is not None else None,
        title=sentence_of(goal),
    )


def sentence_of(goal: Goal) -> str:
    """``Línea base: 12 min. Al 20/11/2026: 7,0 min. Meta: 8 min.``"""
    unit = goal.indicator.unit
    said = {"target": promised(goal.aim, unit)}
    if goal.figure is None:
        return _("Meta: %(target)s.") % said
    said["day"] = f"{period_of(goal.figure.measurement).last:%d/%m/%Y}"
    said["value"] = printing.as_read(goal.figure.printed_value)
    if goal.way_from is None:
        return _("Al %(day)s: %(value)s. Meta: %(target)s.") % said
    said["baseline"] = promised(goal.way_from, unit)
    return _("Línea base: %(baseline)s. Al %(day)s: %(value)s. Meta: %(target)s.") % said


def promised(value: Decimal | None, unit: str) -> str:
    """A promised number: a share without decimals it does not have, anything else as printed."""
    if value is not None and unit.strip().lower() in printing.PERCENT:
        return printing.share(value)
    return str(printing.printed(value, unit))


def history_of(goal: Goal, figures: Sequence[Figure]) -> Svg | None:
    """What was published about one promise, oldest first; a single number is no history."""
    if len(figures) < FEWEST_IN_A_HISTORY:
        return None
    points = [
        Point(
            period_of(figure.measurement).last,
            figure.measurement.value,
            _short(figure.printed_value),
        )
        for figure in figures
    ]
    said = "; ".join(f"{point.on:%d/%m/%Y}: {point.words}" for point in points)
    return line(
        points,
        target=goal.target.value if goal.target else None,
        title=_("Cómo fue cambiando: %(name)s") % {"name": goal.indicator.name},
        description=said,
    )


def series_of(series: Series) -> Svg | None:
    """The series of an indicator without a promise; a single number is no series."""
    if len(series.figures) < FEWEST_IN_A_HISTORY:
        return None
    points = [
        Point(
            period_of(figure.measurement).last,
            figure.measurement.value,
            _short(figure.printed_value),
        )
        for figure in series.figures
    ]
    said = "; ".join(f"{point.on:%d/%m/%Y}: {point.words}" for point in points)
    title = _("Cómo fue cambiando: %(name)s") % {"name": series.indicator.name}
    return line(points, target=None, title=title, description=said)


def spread_of(trace: Trace) -> Svg | None:
    """How the cases of a figure lie around it."""
    measurement = trace.measurement
    if measurement.formula not in SPREAD or measurement.value is None or not trace.is_shown:
        return None
    values = [row.value for row in trace.rows]
    if not values:
        return None
    under = sum(value <= measurement.value for value in values)
    unit = printing.unit_words(trace.target.indicator.unit)
    return strip(
        values,
        value=measurement.value,
        target=trace.target.value,
        unit=unit,
        title=_("Cómo se reparten los casos"),
        description=_("%(under)s de %(all)s casos están en la cifra o por debajo de ella.")
        % {
            "under": writing.decimal(under),
            "all": writing.decimal(len(values)),
        },
    )


def standings_of(counts: Mapping[Standing, int]) -> Svg:
    """One bar for all promises, divided as they stand."""
    said = ", ".join(f"{words.STANDINGS[kind]}: {count}" for kind, count in counts.items() if count)
    return shares(
        [Share(count, _fill(kind)) for kind, count in counts.items()],
        title=_("Cómo están las metas"),
        description=said,
    )


def map_of(coverage: Coverage, outline: dict[str, object] | None) -> Svg:
    """The parishes that have a seat to draw; the table beside it has them all."""
    seats = [
        Seat(
            name=count.parish.name,
            latitude=count.parish.latitude,
            longitude=count.parish.longitude,
            is_urban=count.parish.kind == count.parish.Kind.URBAN,
            some=count.some,
            whole=count.whole,
        )
        for count in coverage.parishes
        if count.parish.latitude is not None and count.parish.longitude is not None
    ]
    return canton_map(
        outline,
        seats,
        title=_("Mapa del cantón por parroquias"),
        description=_("%(some)s de %(whole)s en todo el cantón; la tabla trae cada parroquia.")
        % {"some": writing.decimal(coverage.some), "whole": writing.decimal(coverage.whole)},
    )


def _short(printed: str) -> str:
    """A printed value without its parts, for the small words of a chart."""
    found = printing.pieces(printed)
    return str(printing.Printed(found.number, found.unit))


def _fill(standing: Standing) -> str:
    return "waiting" if standing == Standing.NOT_DUE else KINDS[standing].value
