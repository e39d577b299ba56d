"""A request that is sent again with its key is answered as before and changes nothing."""

import pytest

from sereno.api.models import Reply
from sereno.logbook.models import Entry
from sereno.plans.models import TargetChange
from tests.api.conftest import Call, Council, token_of

SENT = {"because": "Faltó personal", "value": "10"}


def test_sent_twice_it_is_done_once(call: Call, council: Council) -> None:
    carmen, path = token_of(council.carmen), f"/targets/{council.target.pk}/changes"
    first = call("POST", path, SENT, token=carmen, Idempotency_Key="k1")
    lines = Entry.objects.count()
    again = call("POST", path, SENT, token=carmen, Idempotency_Key="k1")
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json() == first.json()
    assert again.headers["Idempotency-Replayed"] == "true"
    assert "Idempotency-Replayed" not in first.headers
    assert (TargetChange.objects.count(), Entry.objects.count()) == (1, lines)


def test_without_a_key_each_is_its_own_request(call: Call, council: Council) -> None:
    carmen, path = token_of(council.carmen), f"/targets/{council.target.pk}/changes"
    answers = [call("POST", path, SENT, token=carmen) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 409]
    assert not Reply.objects.exists()


def test_a_key_is_for_one_request(call: Call, council: Council) -> None:
    carmen, path = token_of(council.carmen), f"/targets/{council.target.pk}/changes"
    call("POST", path, SENT, token=carmen, Idempotency_Key="k1")
    other = call("POST", path, SENT | {"value": "11"}, token=carmen, Idempotency_Key="k1")
    assert (other.status_code, other.json()["title"]) == (422, "key_reused")
    assert other.json()["where"] == "Idempotency-Key"


def test_another_person_may_use_the_same_key(call: Call, council: Council) -> None:
    path = f"/targets/{council.target.pk}/changes"
    made = call("POST", path, SENT, token=token_of(council.carmen), Idempotency_Key="k1")
    confirm = f"/changes/{made.json()['id']}/confirm"
    done = call("POST", confirm, token=token_of(council.marta), Idempotency_Key="k1")
    assert done.status_code == 200


def test_what_was_refused_may_be_tried_again(call: Call, council: Council) -> None:
    carmen, path = token_of(council.carmen), f"/targets/{council.target.pk}/changes"
    bad = call("POST", path, SENT | {"because": " "}, token=carmen, Idempotency_Key="k1")
    assert bad.status_code == 409
    assert not Reply.objects.exists()
    assert call("POST", path, SENT, token=carmen, Idempotency_Key="k1").status_code == 201


def test_a_revoked_token_gets_no_old_answer(call: Call, council: Council) -> None:
    shown, path = token_of(council.carmen), f"/targets/{council.target.pk}/changes"
    call("POST", path, SENT, token=shown, Idempotency_Key="k1")
    council.carmen.is_active = False
    council.carmen.save()
    assert call("POST", path, SENT, token=shown, Idempotency_Key="k1").status_code == 401


@pytest.mark.parametrize("key", ["", "x" * 201])
def test_a_key_has_its_length(call: Call, council: Council, key: str) -> None:
    path = f"/targets/{council.target.pk}/changes"
    refused = call("POST", path, SENT, token=token_of(council.carmen), Idempotency_Key=key)
    assert (refused.status_code, refused.json()["title"]) == (422, "invalid")
