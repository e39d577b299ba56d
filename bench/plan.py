"""Workload W1: a plan of 100 indicators, 400 targets and 4,800 approved records, read and loaded.

Readings run in one process on a new SQLite database, through the interface for programs and the
actions behind it; records one by one also go to the real server. Beside each reading stands the
floor: plain SQL that asks for the same rows.
"""

import json
import sqlite3
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from statistics import mean
from typing import Any

from bench.served import serving
from bench.spread import Round, cell, row, summarise

ROUNDS, READINGS = 3, 40
SIZES = (1, 3, 10)  # times the workload
WARM, JSON = 10, "application/json"
INDICATORS, YEARS, RECORDS = 100, 4, 12
AT = datetime(2026, 1, 31, 12, tzinfo=UTC)
SLUG = "w1"
WHOLE = f"/api/v1/plans/{SLUG}"
PAGE = f"{WHOLE}/measurements?limit=100"
FLOOR = """
SELECT o.text, j.name, i.slug, i.name, i.unit, i.direction, t.id, t.kind, t.value, t.starts_on,
       t.ends_on, f.slug, f.printed_value, m.value, m.numerator, m.denominator, m.seal
FROM plans_target t
JOIN plans_indicator i ON i.id = t.indicator_id
JOIN plans_project j ON j.id = i.project_id
JOIN plans_objective o ON o.id = j.objective_id
JOIN plans_component c ON c.id = o.component_id
JOIN plans_plan p ON p.id = c.plan_id AND p.slug = ?
LEFT JOIN results_measurement m ON m.target_id = t.id
LEFT JOIN reports_figure f ON f.measurement_id = m.id
WHERE f.id IS NOT NULL OR m.id IS NULL
"""


@dataclass(frozen=True)
class Council:
    """Who reports, who may publish, the targets of the plan, and the token of a program."""

    planner: Any
    targets: list[Any]
    token: str


def table() -> str:
    """The measured rows as one Markdown table each."""
    import django

    django.setup()
    return f"{_reading()}\n{_loading()}"


def _reading() -> str:
    lines = ["| W1, milliseconds | p50 | p95 | p99 |\n|---|---|---|---|\n"]
    for times in SIZES:
        council = _fresh(INDICATORS * times)
        whole: list[Round] = []
        page: list[Round] = []
        floor: list[Round] = []
        for _ in range(ROUNDS):
            whole.append(_timed(partial(_get, WHOLE)))
            page.append(_timed(partial(_get, PAGE, council.token)))
            floor.append(_timed(_plain))
        name = f"{INDICATORS * times} indicators, {INDICATORS * times * YEARS} targets"
        asked = _queries(WHOLE)
        lines += [
            row(f"{name}: the plan whole ({asked} queries; limit 50 ms p95)", whole),
            row(f"{name}: floor, the same rows by plain SQL", floor),
            row(f"{name}: 100 records (limit 20 ms)", page),
        ]
    return "".join(lines)


def _loading() -> str:
    """Records a second: one by one through the interface, and many in one table."""
    from sereno.results.actions.table import report_table

    one_by_one: list[float] = []
    served: list[float] = []
    in_bulk: list[float] = []
    floor: list[float] = []
    for _ in range(ROUNDS):
        council = _fresh(INDICATORS, records=0)
        some = council.targets[:200]
        began = time.perf_counter()
        for target in some:
            _post(target, council.token)
        one_by_one.append(len(some) / (time.perf_counter() - began))
        served.append(_served(council))
        council = _fresh(1250, records=0)
        drafts = [_draft(number, target) for number, target in enumerate(council.targets, 1)]
        began = time.perf_counter()
        kept = report_table(drafts, by=council.planner, at=AT).kept
        in_bulk.append(len(kept) / (time.perf_counter() - began))
        floor.append(_plain_inserts(len(kept)))
    return (
        "| W1, records a second | median (least-most) |\n|---|---|\n"
        f"| one by one through the interface (limit 200) | {cell(one_by_one)} |\n"
        f"| the same over HTTP to the real server | {cell(served)} |\n"
        f"| 5,000 in one table, with their lines (limit 5,000) | {cell(in_bulk)} |\n"
        f"| floor: two plain INSERTs a record, one commit | {cell(floor)} |\n"
    )


def _fresh(indicators: int, *, records: int = RECORDS) -> Council:
    """A new database with the plan, its records, and the last figure of each target published."""
    from django.core.management import call_command
    from django.db import connection

    from bench import plan_data
    from sereno import serve

    connection.close()
    path = Path(str(connection.settings_dict["NAME"]))
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    planner, targets, token = plan_data.build(indicators, YEARS, records, slug=SLUG, at=AT)
    serve.settle()
    return Council(planner, targets, token)


def _draft(number: int, target: Any) -> Any:
    from sereno.results.actions import Report
    from sereno.results.actions.table import TableDraft

    return TableDraft(number, target, Report(value=Decimal(7)), datetime.fromisoformat(ENDS))


ENDS = "2026-01-31T05:00:00+00:00"


def _timed(ask: Callable[[], object]) -> Round:
    ask()
    found = []
    for _ in range(READINGS):
        began = time.perf_counter()
        ask()
        found.append((time.perf_counter() - began) * 1000)
    return summarise(found)


def _get(path: str, token: str = "") -> bytes:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    answer = _client().get(path, headers=headers)
    if answer.status_code != 200:
        raise RuntimeError(f"{path}: {answer.status_code} {answer.content[:200]!r}")
    return bytes(answer.content)


def _post(target: Any, token: str) -> None:
    answer = _client().post(
        "/api/v1/measurements",
        _told(target),
        content_type=JSON,
        headers={"Authorization": f"Bearer {token}"},
    )
    if answer.status_code != 201:
        raise RuntimeError(f"{answer.status_code} {answer.content[:200]!r}")


def _served(council: Council) -> float:
    """Records a second over one connection to the server, the first answers left out."""
    from django.db import connection

    connection.close()
    some, path = council.targets[200:], "/api/v1/measurements"
    named = {"Authorization": f"Bearer {council.token}", "Content_Type": JSON}
    with serving(_database().parent) as server:
        found = [server.ask(path, body=_told(target), **named) for target in some]
    if {answer.status for answer in found} != {201}:
        raise RuntimeError(f"{found[0].status} {found[0].body[:200]!r}")
    return 1000 / mean(answer.took for answer in found[WARM:])


def _told(target: Any) -> bytes:
    return json.dumps({"target": target.pk, "value": "7", "ends_at": ENDS}).encode()


@cache
def _client() -> Any:
    """One for all: a server too loads its middleware once."""
    from django.test import Client

    return Client(SERVER_NAME="127.0.0.1")


def _queries(path: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        _get(path)
    return len(asked)


def _plain() -> str:
    """What the same answer costs without Sereno: one statement, and JSON around its rows."""
    with sqlite3.connect(_database()) as bare:
        return json.dumps(bare.execute(FLOOR, [SLUG]).fetchall())


def _plain_inserts(count: int) -> float:
    with sqlite3.connect(_database().with_suffix(".floor")) as bare:
        bare.execute("PRAGMA journal_mode=WAL")
        bare.execute("PRAGMA synchronous=FULL")
        bare.execute("CREATE TABLE IF NOT EXISTS record (id INTEGER PRIMARY KEY, body TEXT)")
        bare.execute("CREATE TABLE IF NOT EXISTS line (id INTEGER PRIMARY KEY, body TEXT)")
        began = time.perf_counter()
        bare.executemany("INSERT INTO record (body) VALUES (?)", [("x" * 400,)] * count)
        bare.executemany("INSERT INTO line (body) VALUES (?)", [("x" * 300,)] * count)
        bare.commit()
        return count / (time.perf_counter() - began)


def _database() -> Path:
    from django.db import connection

    return Path(str(connection.settings_dict["NAME"]))


if __name__ == "__main__":
    sys.stdout.write(table())
