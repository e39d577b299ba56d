"""A unit keeps indicators of its own, without a goal: sheet, series, chart and download."""

import csv
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from io import StringIO

import pytest
from django.test import Client

from sereno.plans.models import Indicator, Plan, Target
from sereno.reports import actions
from sereno.results.models import Measurement
from sereno.results.queries.judging import attained
from sereno.results.rules.progress import State
from tests.reports.conftest import MORNING, Council


@pytest.fixture
def kept(council: Council) -> Indicator:
    """The centre counts calls month by month and promises nothing about them."""
    Plan.objects.update(kind=Plan.Kind.INDICATORS)
    Target.objects.update(kind="observed", value=None, source_words="")
    return council.indicator


def test_what_promises_nothing_is_no_goal_and_has_its_own_page(
    client: Client, kept: Indicator
) -> None:
    assert kept.name not in client.get("/").content.decode()
    assert kept.name in client.get("/indicadores/").content.decode()
    page = client.get(f"/indicadores/{kept.slug}/").content.decode()
    assert "Ficha" in page
    assert "Todavía no hay un número publicado" in page


def test_a_measured_indicator_without_a_goal_is_neither_kept_nor_missed(
    council: Council, kept: Indicator, measured: Callable[..., Measurement]
) -> None:
    target = Target.objects.select_related("indicator").get(indicator=kept)
    found = attained(target, measured(), today=date(2027, 1, 1))
    assert found.state == State.NOT_APPLICABLE
    assert target.said == "sin meta: solo se observa"


def test_the_series_is_drawn_and_downloads_with_the_same_numbers(
    client: Client, council: Council, kept: Indicator, measured: Callable[..., Measurement]
) -> None:
    made = [
        measured({"incident:1": f"{month}.5"}, ends_at=datetime(2026, month, 1, 5, tzinfo=UTC))
        for month in (3, 6)
    ]
    for measurement in made:
        actions.publish(measurement, by=council.marta, at=MORNING)
    page = client.get(f"/indicadores/{kept.slug}/").content.decode()
    assert "<svg" in page
    answer = client.get(f"/indicadores/{kept.slug}/serie.csv")
    rows = list(csv.DictReader(StringIO(answer.content.decode())))
    assert [Decimal(row["valor"]) for row in rows] == [Decimal("3.5"), Decimal("6.5")]
    assert [row["hasta"] for row in rows] == ["2026-02-28", "2026-05-31"]
    assert [row["sello"] for row in rows] == [measurement.seal for measurement in made]


def test_what_is_not_published_has_no_page(client: Client, kept: Indicator) -> None:
    Plan.objects.update(published_at=None, published_by=None)
    for address in ("", "serie.csv"):
        assert client.get(f"/indicadores/{kept.slug}/{address}").status_code == 404
    assert kept.name not in client.get("/indicadores/").content.decode()


def test_what_was_kept_for_earlier_years_is_folded(client: Client, kept: Indicator) -> None:
    assert "De planes de años anteriores" not in client.get("/indicadores/").content.decode()
    Plan.objects.update(starts_on=date(2020, 1, 1), ends_on=date(2020, 12, 31))
    page = client.get("/indicadores/").content.decode()
    _, _, folded = page.partition("De planes de años anteriores")
    assert kept.name in folded
    assert "Todavía no hay indicadores publicados" not in page
