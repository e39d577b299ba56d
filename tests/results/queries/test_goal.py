"""The history of a goal: what changed, what replaced what, who did it, and how it is drawn."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sereno.plans import actions as planning
from sereno.plans.models import Target
from sereno.results import actions
from sereno.results.actions import EvidenceDraft, Report
from sereno.results.models import Measurement
from sereno.results.queries.goal import goal
from tests.results.conftest import NOON, Council, Promise

LINK = EvidenceDraft("Acta", link="https://example.org/acta")
TODAY = timezone.localdate(NOON)


def number(target: Target, value: int, council: Council, *, until: int = 0) -> Measurement:
    """An approved number, counted until some days before noon."""
    kept = actions.report(
        target,
        Report(value=Decimal(value)),
        evidence=[LINK],
        by=council.carmen,
        at=NOON,
        ends_at=NOON - timedelta(days=until),
    )
    actions.review(kept, by=council.sara, at=NOON)
    actions.approve(kept, by=council.marta, at=NOON)
    return kept


@pytest.fixture
def target(promise: Promise) -> Target:
    return promise()


def test_late_data_replaces_openly_and_a_later_cut_only_follows(
    council: Council, target: Target
) -> None:
    first = number(target, 3, council, until=30)
    late = number(target, 4, council, until=30)
    last = number(target, 6, council)
    told = {one.measurement.pk: one for one in goal(target.indicator, today=TODAY).told}
    assert told[first.pk].replaced_by == late
    assert told[first.pk].is_late
    assert told[late.pk].replaced_by == last
    assert not told[late.pk].is_late
    assert told[last.pk].replaced_by is None


def test_the_drawing_has_what_stands_and_every_promise_that_was_in_force(
    council: Council, target: Target
) -> None:
    number(target, 3, council, until=30)
    number(target, 4, council, until=30)
    change = planning.propose_change(
        target,
        planning.NewAmount(value=Decimal(8)),
        because="Bajó el universo",
        by=council.carmen,
        at=NOON,
    )
    planning.confirm_change(change, by=council.marta, at=NOON)
    drawn = goal(target.indicator, today=TODAY).chart
    assert drawn is not None
    assert [point.value for _x, _y, point in drawn.dots] == [4]
    assert len(drawn.promises) == 2


def test_the_page_says_who_did_what_in_words(
    client: Client, council: Council, target: Target
) -> None:
    number(target, 3, council, until=30)
    client.force_login(council.ana)
    page = client.get(f"/resultados/indicador/{target.indicator.slug}/").content.decode()
    assert "La dirección aprobó la medición: Marta Directora" in page
    assert "Se agregó una evidencia: Carmen Planificadora" in page
    assert "measurement.approved" not in page
    assert "<svg" in page
    client.force_login(council.pedro)
    assert client.get(f"/resultados/indicador/{target.indicator.slug}/").status_code == 403


def test_a_long_history_asks_no_more_questions(council: Council, target: Target) -> None:
    number(target, 1, council, until=40)
    with CaptureQueriesContext(connection) as few:
        goal(target.indicator, today=TODAY)
    for days in range(30):
        number(target, days, council, until=39 - days)
    with CaptureQueriesContext(connection) as many:
        goal(target.indicator, today=TODAY)
    assert len(many) == len(few)
