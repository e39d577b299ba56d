"""The numbers of single parishes: which may be told together."""

from collections.abc import Callable

from sereno.reports import actions
from sereno.reports.models import Figure
from sereno.reports.queries.parishes import cell_of, cells
from sereno.reports.rules.small_cells import Cell
from sereno.results.models import Measurement
from tests.reports.conftest import MORNING, Council
from tests.reports.queries.test_trace import minutes, of_parish

Measured = Callable[..., Measurement]


def published(council: Council, measured: Measured, **counts: int) -> list[Figure]:
    measurements = [
        measured(
            minutes(100 * place, count),
            target=of_parish(council, name),
            absence="unknown" if not count else "",
        )
        for place, (name, count) in enumerate(counts.items(), 1)
    ]
    return actions.publish_all(measurements, by=council.marta, at=MORNING)


def test_a_page_of_one_figure_hides_what_the_table_hides(
    council: Council, measured: Measured
) -> None:
    figures = published(council, measured, Gualel=3, Jimbilla=8, Malacatos=20, Quinara=0)
    together = cells(figures, 5)
    assert list(together.values()) == [Cell.SMALL, Cell.KEPT_BACK, Cell.SHOWN, Cell.SHOWN]
    assert [cell_of(figure, 5) for figure in figures] == list(together.values())


def test_where_nothing_protects_a_small_number_all_are_kept_back(
    council: Council, measured: Measured
) -> None:
    figures = published(council, measured, Gualel=3, Jimbilla=0)
    assert set(cells(figures, 5).values()) == {Cell.KEPT_BACK}


def test_things_are_not_people(council: Council, measured: Measured) -> None:
    parks = measured({"place:1": "1"}, target=of_parish(council, "Gualel"), formula="share")
    figure = actions.publish(parks, by=council.marta, at=MORNING)
    assert cell_of(figure, 5) == Cell.SHOWN


def test_the_minimum_is_the_councils_own(council: Council, measured: Measured) -> None:
    figures = published(council, measured, Gualel=3, Jimbilla=8)
    assert cell_of(figures[0], 3) == Cell.SHOWN
