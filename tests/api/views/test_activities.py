"""What was done of an activity, and how it is programmed anew: told by one, answered by another."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sereno.logbook.models import Entry
from sereno.plans.models import Task, TaskProgress
from tests.api.conftest import Call, Council, token_of

HALVES = ["50" if month in {3, 5} else "0" for month in range(1, 13)]
LATER = ["50" if month in {5, 7} else "0" for month in range(1, 13)]
ACT = "https://loja.example/acta.pdf"
DONE = {"year": 2026, "month": 3, "done": "40", "evidence": ACT, "note": "Tres barrios"}
ANEW = {
    "starts_on": "2026-01-01",
    "ends_on": "2026-12-31",
    "shares": LATER,
    "cost": "900.50",
    "because": "La empresa entrega tarde",
}


@pytest.fixture
def task(council: Council) -> Task:
    return programmed(council)


def programmed(council: Council) -> Task:
    plan = council.project.objective.component.plan
    return Task.objects.create(
        project=council.project,
        name="Instalar las alarmas",
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
        shares=HALVES,
    )


def followed(call: Call, council: Council) -> dict[str, Any]:
    """The one activity as staff reads it."""
    token = token_of(council.ana, "read")
    (found,) = call("GET", "/plans/poa-2026/activities", token=token).json()
    return dict(found)


def test_progress_counts_once_another_confirms_it(call: Call, council: Council, task: Task) -> None:
    carmen, jorge = (token_of(one, "progress") for one in (council.carmen, council.jorge))
    made = call("POST", f"/activities/{task.pk}/progress", DONE, token=carmen)
    assert (made.status_code, made.json()["state"]) == (201, "waiting")
    assert followed(call, council)["done"] is None
    pk = made.json()["id"]
    own = call("POST", f"/progress/{pk}/confirm", token=carmen)
    assert (own.status_code, own.json()["title"]) == (409, "same_person")
    assert own.json()["detail"] == "Usted lo escribió: debe confirmarlo otra persona."
    assert call("POST", f"/progress/{pk}/confirm", token=jorge).json()["state"] == "confirmed"
    told = followed(call, council)
    assert (told["done"], told["done_until"]) == ("40.00", "2026-03")
    assert [one["evidence"] for one in told["progress"]] == [ACT]
    public = call("GET", "/plans/poa-2026").json()
    (open_,) = public["components"][0]["objectives"][0]["projects"][0]["activities"]
    assert (open_["id"], open_["done"], open_["shares"]) == (task.pk, "40.00", HALVES)


def test_returned_it_says_why_and_leaves_what_stood(
    call: Call, council: Council, task: Task
) -> None:
    carmen, jorge = token_of(council.carmen), token_of(council.jorge)
    path = f"/activities/{task.pk}/progress"
    pk = call("POST", path, DONE, token=carmen).json()["id"]
    twice = call("POST", path, DONE, token=carmen)
    assert (twice.status_code, twice.json()["title"]) == (409, "progress_waiting")
    said = {"because": "El acta no abre"}
    assert call("POST", f"/progress/{pk}/return", said, token=jorge).json()["state"] == "returned"
    told = followed(call, council)
    assert (told["done"], told["progress"][0]["returned_because"]) == (None, "El acta no abre")
    assert call("POST", path, DONE | {"done": "30"}, token=carmen).status_code == 201


@pytest.mark.parametrize(
    ("change", "status", "where"),
    [
        ({"done": "101"}, 409, "done"),
        ({"evidence": ""}, 409, "evidence"),
        ({"evidence": "en mi carpeta"}, 409, "evidence"),
        ({"year": 2100}, 409, "month"),
        ({"month": 13}, 422, "month"),
        ({"done": "1.234"}, 422, "done"),
    ],
)
def test_what_cannot_be_told_has_its_place(
    call: Call, council: Council, task: Task, change: dict[str, Any], status: int, where: str
) -> None:
    path = f"/activities/{task.pk}/progress"
    refused = call("POST", path, DONE | change, token=token_of(council.carmen))
    assert (refused.status_code, refused.json()["where"]) == (status, where)
    assert not TaskProgress.objects.exists()


def test_a_published_activity_is_programmed_anew_by_two(
    call: Call, council: Council, task: Task
) -> None:
    carmen, marta = (token_of(one, "plan") for one in (council.carmen, council.marta))
    made = call("POST", f"/activities/{task.pk}/changes", ANEW, token=carmen)
    assert (made.status_code, made.json()["state"]) == (201, "waiting")
    assert (made.json()["old"]["shares"], made.json()["new"]["shares"]) == (HALVES, LATER)
    assert (made.json()["old"]["cost"], made.json()["new"]["cost"]) == (None, "900.50")
    assert followed(call, council)["shares"] == HALVES
    path = f"/activities/changes/{made.json()['id']}"
    assert call("POST", f"{path}/confirm", token=carmen).status_code == 403
    assert call("POST", f"{path}/confirm", token=marta).json()["state"] == "confirmed"
    told = followed(call, council)
    assert (told["shares"], told["cost"]) == (LATER, "900.50")
    assert [one["state"] for one in told["changes"]] == ["confirmed"]
    assert Entry.objects.filter(event="task.changed").count() == 1


def test_refused_it_stays_as_it_was(call: Call, council: Council, task: Task) -> None:
    marta = token_of(council.marta)
    path = f"/activities/{task.pk}/changes"
    pk = call("POST", path, ANEW, token=token_of(council.carmen)).json()["id"]
    refuse = f"/activities/changes/{pk}/refuse"
    silent = call("POST", refuse, {"because": ""}, token=marta)
    assert (silent.status_code, silent.json()["where"]) == (409, "because")
    told = call("POST", refuse, {"because": "Hay que cumplir"}, token=marta).json()
    assert (told["state"], told["refused_because"]) == ("refused", "Hay que cumplir")
    assert followed(call, council)["shares"] == HALVES


def test_the_same_programming_is_no_change(call: Call, council: Council, task: Task) -> None:
    same = ANEW | {"shares": HALVES, "cost": None}
    carmen = token_of(council.carmen)
    refused = call("POST", f"/activities/{task.pk}/changes", same, token=carmen)
    assert (refused.status_code, refused.json()["title"]) == (409, "nothing_changed")


def test_told_twice_with_its_key_it_is_there_once(call: Call, council: Council, task: Task) -> None:
    named = {"token": token_of(council.carmen), "Idempotency_Key": "marzo"}
    path = f"/activities/{task.pk}/progress"
    first, second = (call("POST", path, DONE, **named) for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json() == second.json()
    assert second.headers["Idempotency-Replayed"] == "true"
    assert TaskProgress.objects.count() == 1


def test_what_was_told_of_activities_is_for_staff(call: Call, council: Council, task: Task) -> None:
    assert call("GET", "/plans/poa-2026/activities").status_code == 401
    other = token_of(council.jorge, "measure")
    assert call("GET", "/plans/poa-2026/activities", token=other).status_code == 403
    nowhere = call("GET", "/plans/otro/activities", token=token_of(council.jorge))
    assert nowhere.status_code == 404


def test_a_large_plan_takes_as_many_questions_as_a_small_one(
    call: Call, council: Council, task: Task
) -> None:
    carmen, jorge = token_of(council.carmen), token_of(council.jorge)
    call("GET", "/plans/poa-2026/activities", token=jorge)  # the day it was used is kept once
    counted = []
    for more in (0, 40):
        for one in [task] if not more else [programmed(council) for _ in range(more)]:
            assert (
                call("POST", f"/activities/{one.pk}/progress", DONE, token=carmen).status_code
                == 201
            )
            assert (
                call("POST", f"/activities/{one.pk}/changes", ANEW, token=carmen).status_code == 201
            )
        with CaptureQueriesContext(connection) as asked:
            told = call("GET", "/plans/poa-2026/activities", token=jorge).json()
        assert len(told) == 1 + more
        assert all(one["progress"] and one["changes"] for one in told)
        counted.append(len(asked))
    assert counted == [6, 6]
