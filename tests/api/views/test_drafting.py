"""A program drafts a plan part by part or whole; published, it takes nothing more."""

from typing import Any

import pytest

from sereno.logbook.models import Entry
from sereno.plans.models import Component, Plan, Target, Task
from tests.api.conftest import Call, Council, token_of

DAYS = {"starts_on": "2027-01-01", "ends_on": "2027-12-31"}
PLAN = {"kind": "yearly", "slug": "poa-2027", "title": "Plan operativo 2027", **DAYS}
TARGET = {"kind": "quantity", "value": "10", "source_words": "diez parques", **DAYS}
INDICATOR = {"slug": "parques", "name": "Parques", "unit": "parques", "direction": "rise"}
PROJECT = {"name": "Alarmas", "responsible": "Proyectos", **DAYS}
HALVES = ["50" if month in {3, 5} else "0" for month in range(1, 13)]
SUMS = ["600" if month == 5 else "0" for month in range(1, 13)]
ACTIVITY = {"name": "Instalar", "shares": HALVES, "cost": "600", "spending": SUMS, **DAYS}


@pytest.fixture
def carmen(council: Council) -> str:
    return token_of(council.carmen, "draft")


def post(call: Call, token: str, path: str, sent: dict[str, Any]) -> int:
    made = call("POST", f"/drafts{path}", sent, token=token)
    assert made.status_code == 201, made.content
    return int(made.json()["id"])


def test_a_plan_grows_part_by_part(call: Call, carmen: str) -> None:
    post(call, carmen, "", PLAN)
    component = post(call, carmen, "/poa-2027/components", {"name": "Tecnología"})
    objective = post(call, carmen, f"/components/{component}/objectives", {"text": "Cuidar"})
    project = post(call, carmen, f"/objectives/{objective}/projects", PROJECT)
    indicator = post(call, carmen, f"/projects/{project}/indicators", INDICATOR)
    target = post(call, carmen, f"/indicators/{indicator}/targets", TARGET)
    problem = {"theme": "Parques", "text": "Sin luz", "objectives": ["1.1"]}
    post(call, carmen, "/poa-2027/problems", problem)
    told = call("GET", "/drafts/poa-2027", token=carmen).json()
    one = told["components"][0]["objectives"][0]["projects"][0]["indicators"][0]
    assert (one["id"], one["targets"][0]["id"]) == (indicator, target)
    assert one["targets"][0]["source_words"] == "diez parques"
    assert call("GET", "/plans/poa-2027").status_code == 404
    assert Entry.objects.filter(event="plan.drafted").count() == 1


def test_whole_it_is_kept_whole_or_not_at_all(call: Call, carmen: str) -> None:
    objective = {"text": "Cuidar", "projects": [PROJECT | {"indicators": [INDICATOR]}]}
    whole = PLAN | {"components": [{"name": "Uno", "objectives": [objective]}]}
    post(call, carmen, "", whole)
    twice = whole | {"slug": "otro"}
    refused = call("POST", "/drafts", twice, token=carmen)
    assert (refused.status_code, refused.json()["title"]) == (409, "slug_taken")
    assert refused.json()["where"] == "slug"
    assert not Plan.objects.filter(slug="otro").exists()


def test_a_part_is_amended_and_taken_out(call: Call, carmen: str) -> None:
    post(call, carmen, "", PLAN)
    pk = post(call, carmen, "/poa-2027/components", {"name": "Tecnologia"})
    amended = call("PUT", f"/drafts/components/{pk}", {"name": "Tecnología"}, token=carmen)
    assert amended.json() == {"part": "component", "id": pk, "plan": "poa-2027"}
    assert Component.objects.get(pk=pk).name == "Tecnología"
    gone = call("DELETE", f"/drafts/components/{pk}", token=carmen)
    assert (gone.status_code, gone.content) == (204, b"")
    assert not Component.objects.filter(pk=pk).exists()
    assert call("DELETE", f"/drafts/components/{pk}", token=carmen).status_code == 404


def test_activities_grow_with_their_months_and_are_taken_out(call: Call, carmen: str) -> None:
    objective = {"text": "Cuidar", "projects": [PROJECT | {"activities": [ACTIVITY]}]}
    post(call, carmen, "", PLAN | {"components": [{"name": "Uno", "objectives": [objective]}]})
    project = projects(call, carmen)[0]
    (first,) = project["activities"]
    assert (first["shares"], first["cost"]) == (HALVES, "600.00")
    assert first["responsible"] == PROJECT["responsible"]
    path = f"/projects/{project['id']}/activities"
    pk = post(call, carmen, path, {"name": "Explicar", "responsible": "Barrios", **DAYS})
    moved = ACTIVITY | {"name": "Explicar bien", "shares": [*HALVES[6:], *HALVES[:6]]}
    amended = call("PUT", f"/drafts/activities/{pk}", moved, token=carmen)
    assert amended.json() == {"part": "activity", "id": pk, "plan": "poa-2027"}
    second = projects(call, carmen)[0]["activities"][1]
    assert (second["id"], second["name"], second["shares"][8]) == (pk, "Explicar bien", "50")
    assert call("DELETE", f"/drafts/activities/{pk}", token=carmen).status_code == 204
    assert len(projects(call, carmen)[0]["activities"]) == 1


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"shares": HALVES[:11]}, ""),
        ({"shares": ["1"] * 12}, "shares"),
        ({"cost": "601"}, "spending"),
        ({"ends_on": "2028-01-01"}, "starts_on"),
        ({"ends_on": "2026-12-31"}, "ends_on"),
    ],
)
def test_months_that_do_not_add_up_are_refused(
    call: Call, carmen: str, change: dict[str, Any], where: str
) -> None:
    objective = {"text": "Cuidar", "projects": [PROJECT]}
    post(call, carmen, "", PLAN | {"components": [{"name": "Uno", "objectives": [objective]}]})
    pk = projects(call, carmen)[0]["id"]
    sent = ACTIVITY | change
    refused = call("POST", f"/drafts/projects/{pk}/activities", sent, token=carmen)
    assert (refused.status_code, refused.json()["title"]) == (409, "bad_programming")
    assert refused.json()["where"] == where
    assert not Task.objects.exists()


def projects(call: Call, token: str) -> list[dict[str, Any]]:
    told = call("GET", "/drafts/poa-2027", token=token).json()
    found: list[dict[str, Any]] = told["components"][0]["objectives"][0]["projects"]
    return found


def test_a_published_plan_takes_nothing_more(call: Call, council: Council, carmen: str) -> None:
    added = call("POST", "/drafts/poa-2026/components", {"name": "Otro"}, token=carmen)
    target = council.target.pk
    sent = TARGET | {"starts_on": "2026-01-01", "ends_on": "2026-12-31"}
    amended = call("PUT", f"/drafts/targets/{target}", sent, token=carmen)
    removed = call("DELETE", f"/drafts/targets/{target}", token=carmen)
    for refused in (added, amended, removed):
        assert (refused.status_code, refused.json()["title"]) == (409, "plan_is_published")
    assert Target.objects.get(pk=target).value == council.target.value


@pytest.mark.parametrize(
    ("change", "where", "status"),
    [
        ({"kind": "mensual"}, "kind", 422),
        ({"slug": "con espacios"}, "slug", 422),
        ({"title": " "}, "title", 422),
        ({"ends_on": "2026-12-31"}, "ends_on", 409),
        ({"slug": "poa-2026"}, "slug", 409),
        ({"components": [{"name": "x" * 161}]}, "components.0.name", 422),
    ],
)
def test_what_is_wrong_has_its_place(
    call: Call, carmen: str, change: dict[str, Any], where: str, status: int
) -> None:
    refused = call("POST", "/drafts", PLAN | change, token=carmen)
    assert (refused.status_code, refused.json()["where"]) == (status, where)
    assert Plan.objects.count() == 1


def test_an_unknown_parish_is_named(call: Call, carmen: str) -> None:
    post(call, carmen, "", PLAN)
    objective = {"text": "x", "projects": [PROJECT | {"indicators": [INDICATOR]}]}
    component = {"name": "Uno", "objectives": [objective]}
    post(call, carmen, "/poa-2027/components", component)
    told = call("GET", "/drafts/poa-2027", token=carmen).json()
    pk = told["components"][0]["objectives"][0]["projects"][0]["indicators"][0]["id"]
    sent = TARGET | {"parish": "Atlántida"}
    refused = call("POST", f"/drafts/indicators/{pk}/targets", sent, token=carmen)
    assert (refused.status_code, refused.json()["where"]) == (409, "parish")


def test_sent_twice_with_its_key_a_part_is_there_once(call: Call, carmen: str) -> None:
    post(call, carmen, "", PLAN)
    named = {"token": carmen, "Idempotency_Key": "componente-1"}
    answers = [
        call("POST", "/drafts/poa-2027/components", {"name": "Uno"}, **named) for _ in range(2)
    ]
    assert answers[0].json() == answers[1].json()
    assert Component.objects.filter(plan__slug="poa-2027").count() == 1
