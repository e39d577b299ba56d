"""A report tells what was measured up to its year, and leaves later numbers to later reports."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from sereno.reports import actions
from sereno.reports.queries.yearly import year_of, years
from sereno.results.models import Measurement
from tests.reports.conftest import MORNING, Council

Measured = Callable[..., Measurement]


def test_without_figures_there_is_no_year(council: Council) -> None:
    assert years() == []
    assert year_of(2026) is None


def test_a_number_belongs_to_the_year_it_reaches(council: Council, measured: Measured) -> None:
    long_one = measured(starts_at=datetime(2023, 1, 1, 5, tzinfo=UTC))
    actions.publish(long_one, by=council.marta, at=MORNING)
    assert years() == [2026]
    assert year_of(2023) is None


def test_a_whole_year_ends_on_its_last_day(council: Council, measured: Measured) -> None:
    whole = measured(ends_at=datetime(2027, 1, 1, 5, tzinfo=UTC))
    figure = actions.publish(whole, by=council.marta, at=MORNING)
    assert figure.slug == "arrive-median-2026"
    assert years() == [2026]


def test_it_speaks_of_the_day_of_the_last_publication(council: Council, measured: Measured) -> None:
    actions.publish(measured(), by=council.marta, at=MORNING)
    found = year_of(2026)
    assert found is not None
    assert found.on == date(2026, 11, 20)
    assert found.newest.event == "figure.published"
    assert found.council == "Consejo de Seguridad Ciudadana de Loja"


def test_published_after_its_end_it_speaks_of_the_last_day_of_the_year(
    council: Council, measured: Measured
) -> None:
    later = datetime(2027, 2, 1, 15, tzinfo=UTC)
    actions.publish(measured(), by=council.marta, at=later)
    found = year_of(2026)
    assert found is not None
    assert found.on == date(2026, 12, 31)


def test_a_correction_is_told_in_the_year_of_its_number(
    council: Council, measured: Measured
) -> None:
    figure = actions.publish(measured(), by=council.marta, at=MORNING)
    late = measured({"incident:1": "9"})
    later = actions.correct(figure, late, "Faltaba", by=council.marta, at=MORNING)
    found = year_of(2026)
    assert found is not None
    assert found.corrections == (later,)
