"""Suggestions taken down by a program, grouped, promised and followed; codes are kept nowhere."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from sereno.api.models import Reply
from sereno.assemblies.models import Advance, Contact, Matter, Suggestion
from sereno.assemblies.queries.asked import followed
from sereno.assemblies.rules.codes import read_code
from tests.api.conftest import Call, Council, token_of

SAID = {"text": "Falta luz en el parque", "channel": "table", "contact": "099 000 0000"}


@pytest.fixture
def carmen(council: Council) -> str:
    return token_of(council.carmen, "asked")


@pytest.fixture
def marta(council: Council) -> str:
    return token_of(council.marta, "asked")


def made(call: Call, token: str, path: str, sent: dict[str, Any]) -> int:
    answer = call("POST", path, sent, token=token)
    assert answer.status_code == 201, answer.content
    return int(answer.json()["id"])


def test_a_suggestion_is_kept_and_its_code_follows_it(call: Call, carmen: str) -> None:
    told = call("POST", "/suggestions", SAID | {"parish": "El Valle"}, token=carmen).json()
    kept = followed(told["code"])
    assert kept is not None
    assert (kept.pk, kept.channel, str(kept.parish)) == (told["id"], "table", "El Valle")
    assert Contact.objects.get().words == "099 000 0000"
    listed = call("GET", "/suggestions?waiting=yes", token=carmen)
    assert listed.json()["items"][0]["text"] == SAID["text"]
    assert "099" not in listed.content.decode()


def test_sent_again_the_person_gets_the_same_code(call: Call, carmen: str) -> None:
    named = {"token": carmen, "Idempotency_Key": "mesa-3-papel-17"}
    first, again = (call("POST", "/suggestions", SAID, **named).json() for _ in range(2))
    assert first == again
    assert read_code(first["code"]) == first["code"]
    assert Suggestion.objects.count() == 1
    reply = Reply.objects.get()
    assert first["code"] not in str(vars(reply))
    assert SAID["text"] not in reply.body
    other = call("POST", "/suggestions", SAID, token=carmen, Idempotency_Key="otra").json()
    assert other["code"] != first["code"]


@pytest.mark.parametrize(
    ("change", "where", "status"),
    [
        ({"text": "  "}, "text", 422),
        ({"channel": "web"}, "channel", 422),
        ({"parish": "Atlántida"}, "parish", 404),
        ({"deliberation": 99}, "deliberation", 404),
    ],
)
def test_what_is_wrong_has_its_place(
    call: Call, carmen: str, change: dict[str, Any], where: str, status: int
) -> None:
    refused = call("POST", "/suggestions", SAID | change, token=carmen)
    assert (refused.status_code, refused.json()["where"]) == (status, where)
    assert not Suggestion.objects.exists()


def test_from_what_was_said_to_what_was_done(
    call: Call, council: Council, carmen: str, marta: str
) -> None:
    said = [made(call, carmen, "/suggestions", SAID) for _ in range(2)]
    opened = {"title": "Luz", "text": "Piden luz", "year": 2025, "suggestions": said[:1]}
    matter = made(call, carmen, "/matters/open", opened)
    grouped = call(
        "POST", f"/matters/{matter}/suggestions", {"suggestions": said[1:]}, token=carmen
    )
    assert grouped.status_code == 200
    promise = {
        "text": "Habrá luz",
        "project": council.project.pk,
        "responsible": "Centro de monitoreo",
        "due_on": "2099-12-01",
    }
    commitment = made(call, carmen, f"/matters/{matter}/commitment", promise)
    twice = call("POST", f"/matters/{matter}/commitment", promise, token=carmen)
    assert (twice.status_code, twice.json()["title"]) == (409, "already_answered")
    done = {"as_of": "2026-05-01", "result": "Seis postes", "percent": "40"}
    unproved = call("POST", f"/commitments/{commitment}/advances", done, token=carmen)
    assert (unproved.json()["title"], unproved.json()["where"]) == ("no_proof", "percent")
    proof = Client().post(
        "/api/v1/proofs",
        {"title": "Acta", "file": SimpleUploadedFile("acta.pdf", b"%PDF-1.7 acta")},
        headers={"Authorization": f"Bearer {carmen}"},
    )
    assert (proof.status_code, len(proof.json()["sha256"])) == (201, 64)
    advance = made(
        call, carmen, f"/commitments/{commitment}/advances", done | {"proof": proof.json()["id"]}
    )
    assert call("POST", f"/advances/{advance}/confirm", token=carmen).status_code == 403
    assert call("POST", f"/advances/{advance}/confirm", token=marta).status_code == 200
    assert Advance.objects.get().confirmed_by == council.marta
    (row,) = call("GET", "/commitments").json()["items"]
    assert (row["percent"], row["matter"]) == ("40.00", matter)
    assert call("GET", "/matters").json()["items"][0]["asked"] == 2


def test_a_no_takes_two(call: Call, council: Council, carmen: str, marta: str) -> None:
    opened = {"title": "Luz", "text": "Piden luz", "year": 2025}
    matter = made(call, carmen, "/matters/open", opened)
    refusal = made(call, carmen, f"/matters/{matter}/refusal", {"reason": "No es nuestra"})
    assert call("GET", "/matters").json()["items"][0]["refused_because"] == ""
    assert call("POST", f"/refusals/{refusal}/confirm", token=carmen).status_code == 403
    assert call("POST", f"/refusals/{refusal}/confirm", token=marta).status_code == 200
    (row,) = call("GET", "/matters").json()["items"]
    assert (row["fate"], row["refused_because"]) == ("refused", "No es nuestra")


def test_a_matter_with_a_suggestion_that_is_not_there_is_not_opened(
    call: Call, carmen: str
) -> None:
    one = made(call, carmen, "/suggestions", SAID)
    sent = {"title": "Luz", "text": "x", "year": 2025, "suggestions": [one, 9999]}
    refused = call("POST", "/matters/open", sent, token=carmen)
    assert (refused.status_code, refused.json()["where"]) == (404, "suggestions.1")
    assert not Matter.objects.exists()


def test_a_file_sent_twice_with_its_key_is_kept_once(carmen: str) -> None:
    headers = {"Authorization": f"Bearer {carmen}", "Idempotency-Key": "acta"}
    answers = [
        Client().post(
            "/api/v1/proofs",
            {"title": "Acta", "file": SimpleUploadedFile("acta.pdf", b"%PDF-1.7 " + content)},
            headers=headers,
        )
        for content in (b"una", b"una", b"otra")
    ]
    assert [one.status_code for one in answers] == [201, 201, 422], answers[0].content
    assert answers[0].json() == answers[1].json()
    assert answers[2].json()["title"] == "key_reused"
