"""What anyone reads is sent once, and again as soon as something public changed."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from sereno.plans import actions as plans
from sereno.results.models import Measurement
from tests.api.conftest import MADE, Call, Council

PATHS = ("/plans", "/plans/poa-2026", "/figures", "/editions", "/catalogues")


@pytest.mark.parametrize("path", PATHS)
def test_the_same_is_not_sent_twice(call: Call, council: Council, path: str) -> None:
    first = call("GET", path)
    assert first.status_code == 200
    assert first.headers["Cache-Control"] == "public, no-cache"
    again = call("GET", path, If_None_Match=first.headers["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    since = call("GET", path, If_Modified_Since=first.headers["Last-Modified"])
    assert since.status_code == 304


def test_a_change_of_a_target_is_seen_at_once(call: Call, council: Council) -> None:
    first = call("GET", "/plans/poa-2026")
    amount = plans.NewAmount(Decimal(9))
    change = plans.propose_change(
        council.target, amount, because="Faltó personal", by=council.carmen, at=MADE
    )
    plans.confirm_change(change, by=council.marta, at=MADE)
    again = call("GET", "/plans/poa-2026", If_None_Match=first.headers["ETag"])
    assert again.status_code == 200
    assert b'"9.0000"' in again.content or b'"9"' in again.content


def test_a_refusal_is_never_kept(call: Call, council: Council) -> None:
    refused = call("GET", "/plans/otro")
    assert (refused.status_code, refused.headers["Cache-Control"]) == (404, "no-store")
    assert "ETag" not in refused.headers


def test_another_way_of_asking_has_another_tag(
    call: Call, council: Council, measured: Callable[..., Measurement]
) -> None:
    plain, table = call("GET", "/figures"), call("GET", "/figures", Accept="text/csv")
    assert plain.headers["ETag"] != table.headers["ETag"]
    assert "Accept" in plain.headers["Vary"]
