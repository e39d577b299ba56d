"""What goes out keeps every digit."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

from sereno.api.views.sent import sent
from sereno.results.rules.progress import State


def test_what_is_exact_goes_out_exact() -> None:
    at = datetime(2026, 11, 25, 3, 5, 0, 123456, tzinfo=UTC)
    told = {"value": Decimal("8.0000"), "on": date(2026, 1, 31), "at": at, "state": State.ZERO}
    answer = sent({**told, "none": None, "words": "año"})
    assert answer.headers["Content-Type"] == "application/json; charset=utf-8"
    assert json.loads(answer.content) == {
        "value": "8.0000",
        "on": "2026-01-31",
        "at": "2026-11-25T03:05:00.123456Z",
        "state": "zero",
        "none": None,
        "words": "año",
    }
