"""The published figures that their own records no longer give: data came late."""

from sereno.reports.models import Figure
from sereno.results.models import Measurement
from sereno.results.queries.compared import measured_period, says_otherwise
from sereno.results.queries.now import all_now
from sereno.results.sources import SOURCES


def overtaken() -> list[Figure]:
    """Of those that no later one corrects and that are not marked yet; one scan a question."""
    figures = Figure.objects.filter(
        corrected_by=None,
        overtaken=None,
        measurement__origin=Measurement.Origin.COMPUTED,
        measurement__target__indicator__source__in=SOURCES,
    ).select_related("measurement__target__indicator", "measurement__target__parish")
    found = [figure for figure in figures if _is_counted(figure.measurement)]
    asked = [(figure.measurement.target, measured_period(figure.measurement)) for figure in found]
    says = all_now(asked)
    return [
        figure
        for figure, (target, period) in zip(found, asked, strict=True)
        if says_otherwise(says[target.pk, period].found, figure.measurement)
    ]


def _is_counted(measurement: Measurement) -> bool:
    """Whether its indicator is still worked out as it was when this was measured."""
    indicator = measurement.target.indicator
    return (
        measurement.formula == indicator.formula
        and indicator.formula in SOURCES[indicator.source].formulas
    )
