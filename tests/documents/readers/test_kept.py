"""A reading goes into JSON and comes back with nothing lost."""

import json
from dataclasses import replace
from decimal import Decimal

from sereno.documents.readers import kept
from sereno.documents.readers.paper import Place
from sereno.documents.readers.reading import Fact, Field, Row, Table, Value
from tests.documents.conftest import GOALS


def test_what_is_kept_comes_back_the_same() -> None:
    target: Value = {
        "kind": "share",
        "value": Decimal("88.80"),
        "years": [Decimal(2026)],
        "all": True,
    }
    there = (Place(sheet="Hoja1", row=2),)
    typed = Row({"target": Field("88,80%", target, "%", there, 0.5)}, 1, ("shifted",))
    headings = {"target": Field("Meta", "Meta", "", there)}
    whole = replace(
        GOALS,
        kind="",
        score=0.0,
        because="",
        tables=(*GOALS.tables, Table("otra", (typed,), headings, there)),
        notes=("macro",),
        facts=(Fact("se dieron 40 charlas", "charlas", Decimal(40), "", Place(page=3)),),
    )
    rest = kept.rest_kept(whole)
    rows = [
        (place, kept.row_kept(row), row.repeats, list(row.notes))
        for place, table in enumerate(whole.tables)
        for row in table.rows
    ]
    rest, rows = json.loads(json.dumps([rest, rows]))
    assert kept.restored(rest, rows) == whole
