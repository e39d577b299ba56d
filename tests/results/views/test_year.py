"""The planner's year: counts in the head, filters by unit, year and state, and who may look."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sereno.plans.models import OrgUnit, Plan, Project, Target
from tests.results.conftest import Council, Promise


@pytest.fixture
def late(promise: Promise) -> Target:
    """A promise whose period ended ten days ago with no number."""
    made = promise(times=3)
    today = timezone.localdate()
    Plan.objects.update(starts_on=date(today.year - 1, 1, 1), ends_on=date(today.year + 1, 12, 31))
    Target.objects.update(starts_on=today - timedelta(days=70), ends_on=today - timedelta(days=10))
    return made


def late_year(target: Target) -> int:
    return Target.objects.get(pk=target.pk).ends_on.year


def test_a_planner_sees_what_is_late_and_goes_to_it(
    client: Client, council: Council, late: Target
) -> None:
    client.force_login(council.carmen)
    year = late_year(late)
    page = client.get(f"/resultados/anio/?anio={year}")
    assert page.context["year"].counts["late"] == Target.objects.count()
    assert f'href="/resultados/meta/{late.pk}/"' in page.content.decode()
    only = client.get(f"/resultados/anio/?anio={year}&espera=to_approve")
    assert only.context["year"].rows == []
    assert only.context["year"].counts == page.context["year"].counts


def test_a_unit_sees_its_own(
    client: Client, council: Council, promise: Promise, late: Target
) -> None:
    client.force_login(council.jorge)
    other = OrgUnit.objects.create(name="Movilidad")
    mine = Project.objects.get(indicators__targets=late).responsible
    Project.objects.update(responsible=other)
    elsewhere = promise()
    assert elsewhere.indicator.project.responsible == mine
    Plan.objects.update(published_at=timezone.now(), published_by=council.marta)
    Target.objects.filter(pk=elsewhere.pk).update(
        starts_on=date(late_year(late) + 1, 1, 1), ends_on=date(late_year(late) + 1, 12, 31)
    )
    year = late_year(late)
    assert client.get(f"/resultados/anio/?anio={year}&unidad={other.pk}").context["year"].rows
    assert not client.get(f"/resultados/anio/?anio={year}&unidad={mine.pk}").context["year"].rows


def test_strangers_and_wrong_words_are_met(client: Client, council: Council, late: Target) -> None:
    assert client.get("/resultados/anio/").status_code == 302
    client.force_login(council.pedro)
    assert client.get("/resultados/anio/").status_code == 403
    client.force_login(council.ana)
    assert client.get("/resultados/anio/?anio=x&unidad=-1&espera=nada").status_code == 200


def test_more_promises_ask_no_more_questions(
    client: Client, council: Council, promise: Promise, late: Target
) -> None:
    client.force_login(council.carmen)
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get("/resultados/anio/")
    promise(times=20)
    with CaptureQueriesContext(connection) as many:
        client.get("/resultados/anio/")
    assert len(many) == len(few)
