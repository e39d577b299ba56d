"""How much was promised, in people's words."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest

from sereno.plans.rules.saying import said, step


@dataclass(frozen=True)
class Told:
    kind: str = "quantity"
    value: Decimal | None = None
    high: Decimal | None = None
    every_days: int | None = None
    universe: str = ""
    universe_size: int | None = None
    scale: str = ""
    source_words: str = ""
    condition: str = ""


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"value": Decimal(500)}, "500\u00a0personas"),
        (
            {"value": Decimal(4), "high": Decimal(9)},
            "entre 4\u00a0personas y 9\u00a0personas",
        ),
        ({"kind": "share", "value": Decimal("12.5")}, "12,5\u00a0%"),
        (
            {"kind": "share", "value": Decimal(60), "universe": "Parques", "universe_size": 1040},
            "60\u00a0% de parques (1.040)",
        ),
        ({"kind": "share", "value": Decimal(60), "universe": "UPC"}, "60\u00a0% de UPC"),
        ({"kind": "frequency", "every_days": 1}, "cada día"),
        ({"kind": "frequency", "every_days": 15}, "cada 15 días"),
        ({"kind": "milestone", "condition": "Ordenanza aprobada"}, "Ordenanza aprobada"),
        ({"kind": "scale", "value": Decimal(2), "scale": "malo\nbueno"}, "desde «bueno»"),
        ({"kind": "observed"}, "sin meta: solo se observa"),
    ],
)
def test_each_kind_has_its_words(told: dict[str, Any], words: str) -> None:
    assert said(Told(**told), "people") == words


def test_a_step_that_the_scale_does_not_have_stays_a_number() -> None:
    assert step("malo\nbueno", Decimal(3)) == "3"
