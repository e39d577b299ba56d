"""The published figures that their own records no longer give: data came late."""

from sereno.reports.models import Figure
from sereno.results.models import Measurement
from sereno.results.queries.compared import measured_period, says_otherwise, still_counted
from sereno.results.queries.now import all_now


def overtaken() -> list[Figure]:
    """Of those that no later one corrects and that are not marked yet; one scan a question."""
    figures = Figure.objects.filter(
        corrected_by=None,
        overtaken=None,
        measurement__origin=Measurement.Origin.COMPUTED,
    ).select_related("measurement__target__indicator", "measurement__target__parish")
    found = [figure for figure in figures if still_counted(figure.measurement)]
    asked = [(figure.measurement.target, measured_period(figure.measurement)) for figure in found]
    says = all_now(asked)
    return [
        figure
        for figure, (target, period) in zip(found, asked, strict=True)
        if says_otherwise(says[target.pk, period].found, figure.measurement)
    ]
