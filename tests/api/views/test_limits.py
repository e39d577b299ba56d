"""Past so many requests the answer is 429, with when to ask again; nobody else waits for it."""

from typing import Any

import pytest

from tests.api.conftest import Call, Council, token_of


@pytest.fixture(autouse=True)
def few(settings: Any) -> None:
    settings.API_RATES = {"address": "3/m", "token": "2/m"}


def test_an_address_waits_and_is_told_how_long(call: Call, db: None) -> None:
    assert [call("GET", "/figures").status_code for _ in range(4)] == [200, 200, 200, 429]
    refused = call("GET", "/figures")
    assert refused.headers["Content-Type"] == "application/problem+json"
    assert refused.json()["title"] == "too_many"
    assert 1 <= int(refused.headers["Retry-After"]) <= 60
    assert refused.headers["Retry-After"] in refused.json()["detail"]


def test_each_token_has_its_own_limit(call: Call, council: Council) -> None:
    jorge, ana = token_of(council.jorge), token_of(council.ana)
    assert [call("GET", "/budget/2026", token=jorge).status_code for _ in range(3)][-1] == 429
    assert call("GET", "/budget/2026", token=ana).status_code == 200


def test_invented_tokens_are_not_tried_without_end(call: Call, db: None) -> None:
    tried = [call("GET", "/budget/2026", token="sereno_x").status_code for _ in range(5)]
    assert tried == [401, 401, 401, 429, 429]


def test_what_a_stranger_forwards_is_not_believed(call: Call, db: None) -> None:
    tried = [
        call("GET", "/figures", X_Forwarded_For=f"198.51.100.{number}").status_code
        for number in range(4)
    ]
    assert tried == [200, 200, 200, 429]


def test_behind_our_own_proxy_each_sender_has_its_own(call: Call, db: None, settings: Any) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    tried = [
        call("GET", "/figures", X_Forwarded_For=f"198.51.100.{number}").status_code
        for number in range(5)
    ]
    assert tried == [200] * 5
