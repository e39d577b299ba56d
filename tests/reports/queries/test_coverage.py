"""Parish by parish, from the rows of a published figure."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from pytest_django import DjangoAssertNumQueries

from sereno.plans.models import Indicator, Target
from sereno.reports import actions
from sereno.reports.models import Figure
from sereno.reports.queries.coverage import coverable, coverage, names, outline
from sereno.results.models import Measurement
from sereno.territory.models import Barrio, Boundary, Parish
from tests.reports.conftest import MORNING, Council

Measured = Callable[..., Measurement]


def published(
    council: Council, measured: Measured, rows: dict[str, str], *, slug: str = "barrios"
) -> Figure:
    indicator = Indicator.objects.create(
        project=council.project,
        slug=slug,
        name="Barrios cubiertos",
        unit="%",
        direction="rise",
        source="devices.barrios_covered",
        formula="share",
    )
    target = Target.objects.create(
        indicator=indicator,
        kind="share",
        value=Decimal(60),
        starts_on=date(2026, 1, 1),
        ends_on=date(2026, 12, 31),
    )
    measurement = measured(rows, target=target, formula="share")
    return actions.publish(measurement, by=council.marta, at=MORNING)


def test_each_parish_has_its_part_urban_and_rural_apart(
    council: Council, measured: Measured
) -> None:
    gualel = Parish.objects.create(canton=council.parish.canton, name="Gualel", kind="rural")
    Parish.objects.create(canton=council.parish.canton, name="Taquil", kind="rural")
    barrios = [Barrio.objects.create(parish=council.parish, name=f"B{n}") for n in range(3)]
    lonely = Barrio.objects.create(parish=gualel, name="Centro")
    rows = {f"barrio:{b.pk}": "1" for b in barrios[:2]}
    rows |= {f"barrio:{barrios[2].pk}": "0", f"barrio:{lonely.pk}": "0", "barrio:99999": "1"}
    found = coverage(published(council, measured, rows))
    assert [(c.parish.name, c.some, c.whole) for c in found.parishes] == [
        ("El Valle", 2, 3),
        ("Gualel", 0, 1),
        ("Taquil", 0, 0),
    ]
    assert [(group.some, group.whole) for group in found.groups] == [(2, 3), (0, 1)]
    assert (found.some, found.whole, found.nowhere) == (2, 4, 1)


def test_a_sheet_that_is_no_sheet_covers_nothing(council: Council, measured: Measured) -> None:
    figure = published(council, measured, {"barrio:1": "1"})
    Measurement.objects.update(worksheet="nada")
    figure = Figure.objects.get(pk=figure.pk)
    assert coverage(figure).whole == 0


def test_only_goals_counted_over_places_are_offered(
    council: Council, measured: Measured, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    actions.publish(measured(), by=council.marta, at=MORNING)
    figure = published(council, measured, {"barrio:1": "1"})
    with django_assert_num_queries(1):
        assert coverable() == [figure]


def test_a_place_has_a_name_and_a_case_has_none(council: Council) -> None:
    barrio = Barrio.objects.create(parish=council.parish, name="Jipiro")
    found = names([f"barrio:{barrio.pk}", "incident:4", "barrio:x", "valor"])
    assert found == {f"barrio:{barrio.pk}": "Jipiro (El Valle)"}


def test_the_outline_is_that_of_today(council: Council) -> None:
    assert outline() is None
    square = {"type": "Polygon", "coordinates": []}
    canton = council.parish.canton
    Boundary.objects.create(
        canton=canton, geometry={}, starts_on=date(1990, 1, 1), ends_on=date(2000, 1, 1)
    )
    Boundary.objects.create(canton=canton, geometry=square, starts_on=date(2000, 1, 2))
    assert outline() == square
