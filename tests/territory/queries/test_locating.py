"""A point finds its barrio, the map is kept in memory, and a change on it is seen at once."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sereno.territory import actions, queries
from sereno.territory.models import Barrio, Parish
from sereno.territory.rules.locating import How
from tests.territory.ground import AT, DAY, canton, square

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 6, 1, 2, 0, tzinfo=UTC)


def test_pedro_at_the_park_is_in_jipiro_or_near_it() -> None:
    canton()
    found = queries.locate(-3.9716, -79.2037, at=NOW)
    assert (str(found.barrio), str(found.parish)) == ("Jipiro", "El Valle")
    assert found.is_approximate
    assert found.metres == pytest.approx(84, abs=5)


def test_inside_an_outline_the_answer_is_sure() -> None:
    loja = canton()
    domingo = Barrio.objects.get(name="Santo Domingo")
    actions.draw(
        loja,
        [(domingo, square(-3.9716, -79.2037, 0.001))],
        source="ordenanza",
        starts_on=DAY,
        by=None,
        at=AT,
    )
    found = queries.locate(-3.9716, -79.2037, at=NOW)
    assert (found.barrio, found.how, found.is_approximate) == (domingo, How.POLYGON, False)


def test_an_epoch_that_is_over_no_longer_counts_and_a_later_one_not_yet() -> None:
    loja = canton()
    domingo = Barrio.objects.get(name="Santo Domingo")
    first, second = DAY + timedelta(days=10), DAY + timedelta(days=20)
    for starts_on, where in ((first, -3.9716), (second, -4.1)):
        actions.draw(
            loja,
            [(domingo, square(where, -79.2037, 0.001))],
            source="ordenanza",
            starts_on=starts_on,
            by=None,
            at=AT,
        )
    for days, how in ((9, How.NEAREST), (10, How.POLYGON), (19, How.POLYGON), (20, How.NEAREST)):
        at = datetime(2026, 1, 1, 17, tzinfo=UTC) + timedelta(days=days)
        assert queries.locate(-3.9716, -79.2037, at=at).how is how, days


def test_a_new_barrio_is_found_without_a_restart() -> None:
    loja = canton()
    assert str(queries.locate(-3.96, -79.21, at=NOW).barrio) == "Jipiro"
    valle = Parish.objects.get(name="El Valle")
    new = Barrio(parish=valle, name="Las Pitas", latitude=-3.96, longitude=-79.21)
    actions.put_barrios(loja, [new], by=None, at=AT)
    assert str(queries.locate(-3.96, -79.21, at=NOW).barrio) == "Las Pitas"


def test_once_warm_a_point_costs_one_question_to_the_database() -> None:
    canton()
    queries.locate(-3.9716, -79.2037, at=NOW)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        for step in range(20):
            queries.locate(-3.9716 + step / 1000, -79.2037, at=NOW)
    assert len(asked) == 20


@pytest.mark.parametrize(
    ("latitude", "longitude", "how"),
    [
        (-0.18, -78.47, How.OUTSIDE),  # Quito
        (40.4, -3.7, How.OUTSIDE),  # Madrid
        (-79.2037, -3.9716, How.UNKNOWN),  # swapped
        (9_558_000.0, 699_000.0, How.UNKNOWN),  # metres of a grid
        (float("nan"), 0.0, How.UNKNOWN),
    ],
)
def test_a_strange_position_is_answered_and_never_refused(
    latitude: float, longitude: float, how: How
) -> None:
    canton()
    found = queries.locate(latitude, longitude, at=NOW)
    assert (found.how, found.barrio, found.parish) == (how, None, None)
    assert found.is_approximate


def test_where_no_canton_is_founded_nothing_breaks() -> None:
    assert queries.locate(-3.9716, -79.2037, at=NOW).how is How.UNKNOWN
    assert queries.the_canton() is None


def test_parishes_are_counted_urban_and_rural_apart() -> None:
    canton()
    counted = ("name", "barrio_count", "seated_count", "place_count")
    urban = queries.parishes(Parish.Kind.URBAN)
    assert list(urban.values_list(*counted)) == [("El Sagrario", 2, 2, 0), ("El Valle", 1, 1, 1)]
    assert queries.totals(urban) == {"barrios": 3, "seated": 3, "places": 1}
    rural = queries.parishes(Parish.Kind.RURAL)
    assert list(rural.values_list(*counted)) == [("Taquil", 1, 0, 0)]
