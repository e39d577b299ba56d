"""The planner's desk: who may come in, what it shows, and how many questions it asks."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sereno.plans import actions
from sereno.plans.models import Plan, Target
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
    assert asked[0] == asked[1] <= 15


SEES, WRITES, PUBLISHES = "plan.see", "plan.write", "plan.publish"


@pytest.mark.parametrize(
    ("address", "act"),
    [
        ("/planes/", SEES),
        ("/planes/poa-2026/", SEES),
        ("/planes/nuevo/", WRITES),
        ("/planes/poa-2026/editar/", WRITES),
        ("/planes/parte/componente/nueva/{plan}/", WRITES),
        ("/planes/parte/componente/{component}/", WRITES),
    ],
)
def test_each_door_opens_to_whom_it_belongs(
    client: Client, council: Council, plan: Plan, address: str, act: str
) -> None:
    part = plan.components.all()[0]
    path = address.format(plan=plan.pk, component=part.pk)
    assert client.get(path).status_code == 302
    people = (council.carmen, council.marta, council.jorge, council.rosa, council.pedro)
    for person in people:
        client.force_login(person)
        assert client.get(path).status_code == (200 if person.may(act) else 403), person


@pytest.mark.parametrize("name", ["carmen", "jorge", "rosa", "pedro"])
def test_only_the_director_publishes(
    client: Client, council: Council, plan: Plan, name: str
) -> None:
    client.force_login(getattr(council, name))
    assert client.post("/planes/poa-2026/publicar/").status_code == 403
    plan.refresh_from_db()
    assert plan.published_at is None
    client.force_login(council.marta)
    client.post("/planes/poa-2026/publicar/")
    plan.refresh_from_db()
    assert plan.published_by == council.marta


@pytest.mark.parametrize("name", ["marta", "jorge", "rosa", "pedro"])
def test_only_a_planner_writes(client: Client, council: Council, plan: Plan, name: str) -> None:
    client.force_login(getattr(council, name))
    target = Target.objects.order_by("pk")[0]
    tries = ["/planes/nuevo/", f"/planes/parte/meta/{target.pk}/quitar/"]
    for path in tries:
        assert client.post(path).status_code == 403
    assert Target.objects.count() == 2


def test_a_planner_enters_a_plan_by_hand_and_sereno_reads_the_goal(
    client: Client, council: Council
) -> None:
    client.force_login(council.carmen)
    dates = {"starts_on": "2026-01-01", "ends_on": "2026-12-31"}
    cover = {"kind": "yearly", "title": "Plan operativo 2026", **dates}
    assert (
        client.post("/planes/nuevo/", cover).headers["Location"] == "/planes/plan-operativo-2026/"
    )
    plan = Plan.objects.get()

    def add(kind: str, parent: int, **said: str) -> str:
        answer = client.post(f"/planes/parte/{kind}/nueva/{parent}/", said)
        assert answer.status_code == 302, answer.content.decode()
        return answer.headers["Location"]

    add("componente", plan.pk, name="Tecnológico")
    component = plan.components.get()
    add("objetivo", component.pk, text="Que se pueda pedir auxilio")
    objective = component.objectives.get()
    add("proyecto", objective.pk, name="Alarmas", responsible="Proyectos", **dates)
    project = objective.projects.get()
    add("indicador", project.pk, name="Parques", unit="%", direction="rise", baseline="12,5")
    indicator = project.indicators.get()
    assert indicator.baseline == Decimal("12.5")

    words = {"source_words": "50% de parques y zonas recreativas (24)", **dates}
    read = client.post(f"/planes/parte/meta/nueva/{indicator.pk}/", words)
    assert read.status_code == 200
    assert Target.objects.count() == 0
    form = read.context["form"]
    assert (form["target_kind"].value(), form["value"].value()) == ("share", Decimal(50))
    assert (form["universe"].value(), form["universe_size"].value()) == (
        "parques y zonas recreativas",
        24,
    )
    seen = {"target_kind": "share", "value": "50", "universe": "parques", "universe_size": "24"}
    address = add("meta", indicator.pk, **words, **seen)
    assert address == f"/planes/plan-operativo-2026/#meta-{Target.objects.get().pk}"
    page = client.get("/planes/plan-operativo-2026/").content.decode()
    assert "50\u00a0% de parques (24)" in page
    assert "«50% de parques y zonas recreativas (24)»" in page


def test_a_refusal_says_what_to_do_and_keeps_what_was_written(
    client: Client, council: Council, plan: Plan
) -> None:
    client.force_login(council.carmen)
    target = Target.objects.order_by("pk")[0]
    said = {
        "target_kind": "share",
        "value": "150",
        "starts_on": "2026-01-01",
        "ends_on": "2026-12-31",
    }
    answer = client.post(f"/planes/parte/meta/{target.pk}/", said)
    assert answer.status_code == 422
    assert "no puede pasar de 100" in answer.content.decode()
    assert 'value="150"' in answer.content.decode()
    client.post(f"/planes/parte/indicador/{target.indicator_id}/quitar/")
    page = client.get("/planes/poa-2026/").content.decode()
    assert "Quite primero lo que contiene" in page


def test_a_published_plan_shows_no_way_to_change_it(
    client: Client, council: Council, plan: Plan
) -> None:
    client.force_login(council.carmen)
    assert "Corregir" in client.get("/planes/poa-2026/").content.decode()
    actions.publish_plan(plan, by=council.marta, at=NOON)
    page = client.get("/planes/poa-2026/").content.decode()
    assert "Corregir" not in page
    assert "Añadir" not in page
    answer = client.post("/planes/poa-2026/editar/", {"kind": "yearly", "title": "Otro"})
    assert answer.status_code == 422


def test_an_empty_house_says_what_a_plan_is_for(client: Client, council: Council) -> None:
    client.force_login(council.carmen)
    assert "Todavía no hay planes" in client.get("/planes/").content.decode()
