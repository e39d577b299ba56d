"""What is wrong is said in Spanish, with its place and what to do."""

from typing import Any

import pytest

from tests.api.conftest import Call, Council, token_of

FAULTS: list[tuple[dict[str, Any], str, str]] = [
    ({"rows": [{"target": 1}, {"target": "x"}]}, "rows.1.target", "debe ser un número entero"),
    ({"rows": [{"target": 1, "value": "mucho"}]}, "rows.0.value", "debe ser un número, como"),
    ({"rows": [{"value": "1"}]}, "rows.0.target", "falta: envíelo"),
    ({"rows": [{"target": 0}]}, "rows.0.target", "debe ser 1 o más"),
    ({"rows": [{"target": 1, "absent": "no"}]}, "rows.0.absent", "'unknown'"),
    ({"rows": [{"target": 1, "ends_at": "ayer"}]}, "rows.0.ends_at", "debe ser una fecha"),
    ({"rows": "muchas"}, "rows", "debe ser una lista"),
    ({}, "rows", "falta: envíelo"),
]


@pytest.mark.parametrize(("sent", "where", "said"), FAULTS)
def test_each_fault_has_its_place(
    call: Call, council: Council, sent: dict[str, Any], where: str, said: str
) -> None:
    refused = call("POST", "/measurements/table", sent, token=token_of(council.carmen))
    told = refused.json()
    assert (refused.status_code, told["where"]) == (422, where)
    assert said in told["detail"]
    assert told["detail"].startswith(f"{where}: ")


def test_a_query_is_named_too(call: Call, db: None) -> None:
    told = call("GET", "/plans?limit=1001").json()
    assert (told["where"], told["detail"]) == ("limit", "limit: debe ser 1000 o menos.")


def test_what_is_no_json_is_told_so(call: Call, council: Council) -> None:
    refused = call("POST", "/measurements", token=token_of(council.carmen))
    assert refused.status_code in {400, 422}
    assert refused.json()["detail"].isascii() is False or "JSON" in refused.json()["detail"]
