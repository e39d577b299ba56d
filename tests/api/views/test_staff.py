"""A program does what its person may, within its scopes, through the actions of the pages."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sereno.plans.models import Indicator, Target, TargetChange
from sereno.results.models import Measurement
from tests.api.conftest import Call, Council, token_of


@pytest.fixture
def reported(council: Council) -> Target:
    """A target that people report, beside the computed one."""
    indicator = Indicator.objects.create(
        project=council.project,
        slug="talleres",
        name="Talleres",
        unit="talleres",
        direction="rise",
        accumulates=True,
        over_time="sum",
    )
    return Target.objects.create(
        indicator=indicator,
        kind="quantity",
        value=24,
        starts_on=council.target.starts_on,
        ends_on=council.target.ends_on,
    )


def body(target: Target, value: str = "7") -> dict[str, Any]:
    """What is told of a target up to the end of May, with its evidence."""
    return {
        "target": target.pk,
        "value": value,
        "ends_at": "2026-06-01T05:00:00Z",
        "link": "https://loja.example/acta.pdf",
    }


def test_a_number_goes_from_draft_to_approved_by_three(
    call: Call, council: Council, reported: Target
) -> None:
    carmen, jorge, marta = (token_of(p) for p in (council.carmen, council.jorge, council.marta))
    made = call("POST", "/measurements", body(reported), token=carmen)
    assert (made.status_code, made.json()["state"]) == (201, "draft")
    pk = made.json()["id"]
    own = call("POST", f"/measurements/{pk}/review", token=carmen)
    assert (own.status_code, own.json()["title"]) == (409, "same_person")
    early = call("POST", f"/measurements/{pk}/approve", token=marta)
    assert early.json()["title"] == "not_reviewed"
    assert call("POST", f"/measurements/{pk}/review", token=jorge).json()["state"] == "reviewed"
    assert call("POST", f"/measurements/{pk}/approve", token=marta).json()["state"] == "approved"
    again = call("POST", f"/measurements/{pk}/approve", token=marta)
    assert again.status_code == 409


def test_returned_it_needs_its_reason(call: Call, council: Council, reported: Target) -> None:
    made = call("POST", "/measurements", body(reported), token=token_of(council.carmen))
    jorge = token_of(council.jorge)
    path = f"/measurements/{made.json()['id']}/return"
    assert call("POST", path, {"because": " "}, token=jorge).status_code == 409
    assert call("POST", path, {"because": "otro mes"}, token=jorge).json()["state"] == "returned"


def test_what_is_computed_is_not_reported(call: Call, council: Council) -> None:
    refused = call("POST", "/measurements", body(council.target), token=token_of(council.carmen))
    assert (refused.status_code, refused.json()["title"]) == (409, "is_computed")
    assert not Measurement.objects.exists()


def test_in_a_table_each_row_is_judged_by_itself(
    call: Call, council: Council, reported: Target
) -> None:
    rows = [body(council.target), body(reported), {"target": 999_999, "value": "1"}]
    answer = call("POST", "/measurements/table", {"rows": rows}, token=token_of(council.carmen))
    assert answer.status_code == 200, answer.content
    told = answer.json()
    assert [one["target"] for one in told["kept"]] == [reported.pk]
    assert [(one["row"], one["code"]) for one in told["rejected"]] == [
        (1, "IsComputed"),
        (3, "not_found"),
    ]


def test_a_late_change_of_a_target_takes_two(call: Call, council: Council) -> None:
    carmen, marta = token_of(council.carmen), token_of(council.marta)
    sent = {"because": "Faltó personal", "value": "10"}
    made = call("POST", f"/targets/{council.target.pk}/changes", sent, token=carmen)
    assert made.status_code == 201
    council.target.refresh_from_db()
    assert council.target.value == 8
    change = TargetChange.objects.get()
    assert call("POST", f"/changes/{change.pk}/confirm", token=carmen).status_code == 403
    assert call("POST", f"/changes/{change.pk}/confirm", token=marta).status_code == 200
    council.target.refresh_from_db()
    assert council.target.value == 10


def test_a_change_is_refused_with_its_reason(call: Call, council: Council) -> None:
    carmen, marta = token_of(council.carmen), token_of(council.marta)
    sent = {"because": "Faltó personal", "value": "10"}
    pk = call("POST", f"/targets/{council.target.pk}/changes", sent, token=carmen).json()["id"]
    silent = call("POST", f"/changes/{pk}/refuse", {"because": " "}, token=marta)
    assert (silent.status_code, silent.json()["where"]) == (409, "because")
    said = {"because": "Hay personal"}
    assert call("POST", f"/changes/{pk}/refuse", said, token=marta).status_code == 200
    again = call("POST", f"/changes/{pk}/confirm", token=marta)
    assert again.json()["title"] == "already_decided"
    council.target.refresh_from_db()
    assert council.target.value == 8


def test_a_table_that_is_no_statement_says_so(call: Call, council: Council) -> None:
    refused = call(
        "POST", "/budget/2026/1/statement", {"text": "hola"}, token=token_of(council.jorge)
    )
    assert (refused.status_code, refused.json()["title"]) == (409, "no_header")


def test_a_statement_is_taken_and_read_back(call: Call, council: Council) -> None:
    jorge = token_of(council.jorge)
    text = (
        "Código\tDescripción\tInicial\tReformas\tCodificado\tCertificado\tComprometido"
        "\tDevengado\tPagado\n"
        "73.06.01\tCámaras\t5.500,00\t0,00\t5.500,00\t5.000,00\t4.900,00\t4.884,15\t4.000,00\n"
    )
    sent = {"text": text, "creates": True}
    told = call("POST", "/budget/2026/1/statement", sent, token=jorge).json()
    assert (told["kept"], told["rejected"]) == (1, [])
    line = call("GET", "/budget/2026?month=1", token=jorge).json()["lines"][0]
    assert (line["accrued"], line["execution"][:7]) == ("4884.15", "88.8027")


def test_measurements_of_a_plan_are_for_staff(
    call: Call, council: Council, measured: Callable[..., Measurement]
) -> None:
    measured()
    assert call("GET", "/plans/poa-2026/measurements").status_code == 401
    told = call("GET", "/plans/poa-2026/measurements", token=token_of(council.ana, "read")).json()
    assert (told["total"], told["items"][0]["state"]) == (1, "approved")


def test_evidence_is_put_beside_a_number(
    call: Call, client: Client, council: Council, reported: Target
) -> None:
    carmen = token_of(council.carmen, "measure")
    pk = call("POST", "/measurements", body(reported) | {"link": ""}, token=carmen).json()["id"]
    headers = {"Authorization": f"Bearer {carmen}"}
    path = f"/api/v1/measurements/{pk}/evidence"
    file = SimpleUploadedFile("acta.pdf", b"%PDF-1.7 un acta")
    kept = client.post(path, {"title": "Acta", "file": file}, headers=headers)
    assert (kept.status_code, kept.json()["media_type"]) == (201, "application/pdf")
    assert kept.json()["sha256"] == sha256(b"%PDF-1.7 un acta").hexdigest()
    both = {"title": "Acta", "link": "https://loja.example/a", "file": file}
    for sent in ({"title": "Nada"}, both):
        refused = client.post(path, sent, headers=headers)
        assert (refused.status_code, refused.json()["title"]) == (409, "not_a_file_nor_a_link")
    run = SimpleUploadedFile("acta.pdf", b"MZ a program")
    assert client.post(path, {"title": "Acta", "file": run}, headers=headers).status_code == 409


def test_no_session_opens_the_interface(client: Client, council: Council) -> None:
    client.force_login(council.marta)
    assert client.get("/api/v1/budget/2026").status_code == 401


def test_rejects_come_back_in_the_order_of_the_rows(
    call: Call, council: Council, reported: Target
) -> None:
    unknown = body(reported) | {"target": 999_999}
    rows = [body(reported), *[unknown] * 10, body(reported)]
    told = call("POST", "/measurements/table", {"rows": rows}, token=token_of(council.carmen))
    assert [one["row"] for one in told.json()["rejected"]] == list(range(2, 13))


def test_pages_of_measurements_hold_still_while_others_come_in(
    call: Call, council: Council, reported: Target, measured: Callable[..., Measurement]
) -> None:
    kept = [measured() for _ in range(5)]
    jorge, path = token_of(council.jorge), "/plans/poa-2026/measurements?limit=2"
    first = call("GET", path, token=jorge).json()
    assert [one["id"] for one in first["items"]] == [kept[4].pk, kept[3].pk]
    assert (first["total"], first["next"]) == (5, kept[3].pk)
    measured()
    second = call("GET", f"{path}&before={first['next']}", token=jorge).json()
    assert [one["id"] for one in second["items"]] == [kept[2].pk, kept[1].pk]
    last = call("GET", f"{path}&before={second['next']}", token=jorge).json()
    assert ([one["id"] for one in last["items"]], last["next"]) == ([kept[0].pk], None)


def test_a_page_of_records_takes_as_many_questions_however_many_there_are(
    call: Call, council: Council, measured: Callable[..., Measurement]
) -> None:
    token, path = token_of(council.jorge), "/plans/poa-2026/measurements?limit=100"
    call("GET", path, token=token)  # the day a token was used is kept once a day
    counted = []
    for more in (1, 100):
        for _ in range(more):
            measured()
        with CaptureQueriesContext(connection) as asked:
            assert call("GET", path, token=token).status_code == 200
        counted.append(len(asked))
    assert counted == [5, 5]
