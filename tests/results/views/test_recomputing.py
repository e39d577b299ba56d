"""A plan worked out again: looking keeps nothing, ticking drafts, and others review."""

from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from sereno.plans.models import Plan, Target
from sereno.results import actions
from sereno.results.models import Measurement
from tests.results.conftest import Council, Promise
from tests.results.street import hold


@pytest.fixture
def target(council: Council, promise: Promise) -> Target:
    hold(council.carmen, 3)
    made = promise("community.joint_operations", "count", times=2)
    today = timezone.localdate()
    Plan.objects.update(starts_on=f"{today.year}-01-01", ends_on=f"{today.year}-12-31")
    Target.objects.update(starts_on="2026-01-01", ends_on=f"{today.year}-12-31")
    return Target.objects.select_related("indicator").get(pk=made.pk)


def address() -> str:
    return f"/resultados/plan/{Plan.objects.get().slug}/recalcular/"


def test_a_planner_looks_ticks_and_leaves_drafts(
    client: Client, council: Council, target: Target
) -> None:
    client.force_login(council.carmen)
    page = client.get(address())
    assert len(page.context["listed"]) == 2
    assert "sin número aprobado" in page.content.decode()
    assert Measurement.objects.count() == 0
    answer = client.post(address(), {"target": [str(target.pk)]}, follow=True)
    kept = Measurement.objects.get()
    assert (kept.target, kept.value, kept.measured_by) == (target, Decimal(3), council.carmen)
    assert kept.reviewed_at is None
    assert "1 meta quedó en borrador" in answer.content.decode()
    again = client.post(address(), {"target": [str(target.pk)]}, follow=True).content.decode()
    assert "ya tiene un borrador en camino" in again
    assert Measurement.objects.count() == 1


def test_nothing_ticked_or_another_plan_s_target_keeps_nothing(
    client: Client, council: Council, target: Target, promise: Promise
) -> None:
    here = address()
    other = promise("community.joint_operations", "count")
    client.force_login(council.carmen)
    for sent in ({}, {"target": ["x", "9" * 20]}, {"target": [str(other.pk)]}):
        answer = client.post(here, sent, follow=True)
        assert "No marcó ninguna meta" in answer.content.decode()
    assert Measurement.objects.count() == 0


def test_an_approved_number_says_that_its_records_changed(
    client: Client, council: Council, target: Target
) -> None:
    at = timezone.now()
    kept = actions.measure(target, by=council.carmen, at=at)
    actions.review(kept, by=council.jorge, at=at)
    actions.approve(kept, by=council.marta, at=at)
    client.force_login(council.marta)
    page = f"/resultados/medicion/{kept.pk}/"
    assert client.get(page).context["again"] is None
    hold(council.carmen, 1)
    told = client.get(page)
    assert told.context["again"].said.number == "4"
    assert "llegaron o cambiaron datos después de medir" in told.content.decode()
    kept.refresh_from_db()
    assert (kept.value, kept.is_whole()) == (Decimal(3), True)
