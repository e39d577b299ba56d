"""What anyone reads is what is published, and nothing of what is not."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from sereno.plans.models import Indicator, Plan, Target
from sereno.reports import actions as reports
from sereno.results.models import Measurement
from tests.api.conftest import MADE, Call, Council

Measured = Callable[..., Measurement]


def test_a_plan_whole_down_to_its_targets(call: Call, council: Council) -> None:
    Target.objects.update(starts_on="2025-01-01", ends_on="2025-12-31")
    told = call("GET", "/plans/poa-2026").json()
    target = told["components"][0]["objectives"][0]["projects"][0]["indicators"][0]["targets"][0]
    assert (target["value"], target["progress"]["state"]) == ("8.0000", "unknown")
    assert target["figure"] == ""


def test_the_figure_of_a_target_and_its_progress(
    call: Call, council: Council, measured: Measured
) -> None:
    elena = council.ana
    figure = reports.publish(measured(), by=elena, at=MADE)
    told = call("GET", "/plans/poa-2026").json()
    target = told["components"][0]["objectives"][0]["projects"][0]["indicators"][0]["targets"][0]
    assert target["figure"] == figure.slug
    assert target["progress"]["state"] == "reached"
    one = call("GET", f"/figures/{figure.slug}").json()
    assert (one["value"], one["seal"]) == ("7.0000", figure.measurement.seal)
    assert call("GET", "/figures").json()["total"] == 1


def test_the_few_cases_of_a_parish_cannot_be_divided_out_of_its_progress(
    call: Call, council: Council, measured: Measured
) -> None:
    parish = Target.objects.create(
        indicator=council.indicator,
        parish=council.parish,
        kind="quantity",
        value=Decimal(8),
        starts_on=council.target.starts_on,
        ends_on=council.target.ends_on,
    )
    two = {"incident:1": "1", "incident:2": "1"}
    kept = measured(two, target=parish, formula="count")
    figure = reports.publish(kept, by=council.marta, at=MADE)
    told = call("GET", "/plans/poa-2026").json()
    targets = told["components"][0]["objectives"][0]["projects"][0]["indicators"][0]["targets"]
    ours = next(one for one in targets if one["id"] == parish.pk)
    assert (ours["parish"], ours["value"]) == ("El Valle", "8.0000")
    assert (ours["progress"], ours["figure"]) == (None, "")
    assert call("GET", f"/figures/{figure.slug}").status_code == 404


def test_a_plan_in_draft_is_not_there(call: Call, council: Council) -> None:
    Plan.objects.update(published_at=None, published_by=None)
    assert call("GET", "/plans/poa-2026").status_code == 404
    assert call("GET", "/plans").json() == {"total": 0, "items": []}


def test_a_large_plan_takes_no_more_questions(
    client: Client, council: Council, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(10):
        assert client.get("/api/v1/plans/poa-2026").status_code == 200
    for number in range(30):
        indicator = Indicator.objects.create(
            project=council.project,
            slug=f"otro-{number}",
            name="Otro",
            unit="minutes",
            direction="fall",
        )
        Target.objects.create(
            indicator=indicator,
            kind="quantity",
            value=Decimal(1),
            starts_on=council.target.starts_on,
            ends_on=council.target.ends_on,
        )
    with django_assert_num_queries(10):
        assert client.get("/api/v1/plans/poa-2026").status_code == 200


@pytest.mark.parametrize("path", ["/plans?limit=1001", "/plans?offset=-1", "/plans?limit=x"])
def test_a_page_has_its_bounds(call: Call, db: None, path: str) -> None:
    refused = call("GET", path)
    assert refused.status_code == 422
    assert refused.headers["Content-Type"] == "application/problem+json"
    assert refused.json()["title"] == "invalid"


def test_the_page_of_operations_names_each(client: Client, db: None) -> None:
    page = client.get("/api/").content.decode()
    assert "/api/v1/measurements/{pk}/approve" in page
    assert "<script" not in page.split("</main>")[0].split("<main")[1]
