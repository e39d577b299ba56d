"""The planner's desk: who may come in, what it shows, and how many questions it asks."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sereno.plans import actions
from sereno.plans.models import Plan
from tests.plans.conftest import NOON, ODS, WHOLE, Council
from tests.plans.test_actions import wide


@pytest.fixture
def plan(council: Council) -> Plan:
    actions.add_catalogue(ODS, by=council.carmen, at=NOON)
    return actions.draft_plan(WHOLE, by=council.carmen, at=NOON)


def test_the_plan_page_asks_the_same_however_large_the_plan(
    client: Client, council: Council
) -> None:
    client.force_login(council.carmen)
    asked = []
    for size in (1, 80):
        actions.draft_plan(wide(size), by=council.carmen, at=NOON)
        with CaptureQueriesContext(connection) as queries:
            page = client.get(f"/planes/wide-{size}/")
        assert page.status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 10
