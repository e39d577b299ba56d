"""What people asked as open data: matters with their fate, and no group that is small."""

from collections.abc import Callable
from datetime import date
from typing import Any

from sereno.reports.queries.opened.asked import ATTENDANCE, COMMITMENTS, MATTERS
from sereno.reports.queries.opened.table import Table
from sereno.results.models import Measurement
from tests.reports.abundant import abound
from tests.reports.conftest import Council

Measured = Callable[..., Measurement]


def told(table: Table, on: date = date(2026, 11, 20)) -> list[dict[str, Any]]:
    names = [one.name for one in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows(table.source(), on=on)]


def test_a_matter_tells_its_fate_on_the_day(council: Council, measured: Measured) -> None:
    made = abound(council, measured)
    fates = {row["id"]: row["fate"] for row in told(MATTERS)}
    assert fates == {made.matter.pk: "committed", made.waiting.pk: "waiting"}
    late = {row["id"]: row["fate"] for row in told(MATTERS, date(2027, 1, 1))}
    assert late[made.matter.pk] == "overdue"


def test_a_commitment_tells_the_last_confirmed_advance(
    council: Council, measured: Measured
) -> None:
    made = abound(council, measured)
    (row,) = told(COMMITMENTS)
    assert (row["id"], str(row["percent"]), row["result"]) == (
        made.commitment.pk,
        "40.00",
        "Se instaló",
    )
    assert row["evidence"] == "https://loja.example/acta.pdf"


def test_few_people_of_a_group_are_not_told(council: Council, measured: Measured) -> None:
    abound(council, measured)
    counts = {row["group"]: (row["count"], row["absence"]) for row in told(ATTENDANCE)}
    assert counts["women"] == (30, "")
    assert counts["afro"] == (None, "kept-back")
    # Of three groups whose sum is known one more is kept back.
    assert counts["indigenous"] == (None, "kept-back")
    assert counts["mestizo"] == (40, "")
