"""What the records say now is what a worksheet would say, of many targets with few questions."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sereno.plans.models import Target
from sereno.results.queries import NoSource, period_of, work_out
from sereno.results.queries.now import all_now, first_rows, now
from sereno.results.sources import SOURCES
from tests.results.conftest import NOON, Council, Promise
from tests.results.street import MORNING, hold, street_of


def test_it_is_the_number_of_the_worksheet(council: Council, promise: Promise) -> None:
    target = promise("community.joint_operations", "count")
    period = period_of(target, until=NOON)
    unkept = now(target, period)
    assert unkept.is_unkept
    assert unkept.found == work_out(target, period).found
    hold(council.carmen, 3)
    told, sheet = now(target, period), work_out(target, period)
    assert (told.found, told.rows) == (sheet.found, sheet.rows)
    assert told.found.value == Decimal(3)
    assert len(first_rows(target, period, most=2)) == 2


def test_what_was_used_but_not_in_the_period_is_zero(council: Council, promise: Promise) -> None:
    target = promise("community.joint_operations", "count")
    hold(council.carmen, 1)
    period = period_of(target, until=NOON)
    later = replace(period, starts_at=period.ends_at - timedelta(minutes=1))
    told = now(target, later)
    assert (told.found.value, told.is_unkept) == (Decimal(0), False)


def test_what_has_no_source_is_refused_as_when_it_is_measured(promise: Promise) -> None:
    target = promise()
    with pytest.raises(NoSource):
        now(target, period_of(target, until=NOON))


@pytest.mark.parametrize("times", [1, 4])
def test_questions_do_not_grow_with_the_targets(
    council: Council, promise: Promise, times: int
) -> None:
    street = street_of(council.rosa, north=council.parish, south=council.parish)
    street.incident(street.alert(raised_at=MORNING), 5)
    for name, source in SOURCES.items():
        promise(name, source.formulas[0], times=times)
    targets = list(Target.objects.select_related("indicator"))
    asked = [(target, period_of(target, until=NOON)) for target in targets]
    assert len(asked) == times * len(SOURCES)
    with CaptureQueriesContext(connection) as queries:
        found = all_now(asked)
    questions = {source.question for source in SOURCES.values()}
    assert len(queries) == len(questions) + len({source.kept for source in SOURCES.values()})
    for target, period in asked:
        assert found[target.pk, period].found == work_out(target, period).found
