"""Sixty indicators over a million operational records: what they come to now, on both databases.

Beside it stand two others: the floor, plain SQL of the same questions written by hand, each asked
once over the year; and the road that lists every record, which the figures must agree with.
"""

import sys
import time
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from bench import records_data
from bench.spread import cell

ROUNDS = 7
NOW = datetime(2026, 12, 31, 17, tzinfo=UTC)
MINUTES = {
    "sqlite": "ROUND((JULIANDAY({end}) - JULIANDAY({start})) * 144000)",
    "postgresql": "ROUND(EXTRACT(EPOCH FROM ({end} - {start})) * 100 / 60)",
}
FLOOR = (
    """SELECT {taken}, COUNT(*) FROM alerts_alert WHERE acknowledged_at IS NOT NULL
       AND classification <> 'test' AND urgency <> 'technical' GROUP BY 1""",
    """SELECT classification, COUNT(*) FROM alerts_alert WHERE classification <> '' GROUP BY 1""",
    """SELECT {arrived}, COUNT(*) FROM (
         SELECT COALESCE(a.raised_at, i.opened_at) AS known, MIN(d.arrived_at) AS arrived
         FROM incidents_incident i LEFT JOIN alerts_alert a ON a.id = i.alert_id
         JOIN incidents_dispatch d ON d.incident_id = i.id
         WHERE a.classification IS NULL OR a.classification <> 'test'
         GROUP BY i.id, a.raised_at, i.opened_at) AS first GROUP BY 1""",
    """SELECT kind, attendance, COUNT(*) FROM community_activity
       WHERE held_at IS NOT NULL GROUP BY 1, 2""",
    """SELECT COUNT(DISTINCT barrio_id) FROM community_activity
       WHERE held_at IS NOT NULL AND kind = 'training'""",
    """SELECT state, COUNT(*) FROM devices_condition WHERE ends_at IS NULL GROUP BY 1""",
    """SELECT COUNT(DISTINCT d.barrio_id), COUNT(DISTINCT d.place_id) FROM devices_device d
       JOIN devices_condition c ON c.device_id = d.id
       WHERE c.ends_at IS NULL AND c.state = 'operating'""",
)
Asked = list[tuple[Any, Any]]


def table() -> str:
    """The measured rows of the database that the settings name, as Markdown."""
    import django

    django.setup()
    from django.db import connection

    _fresh()
    began = time.perf_counter()
    records = records_data.build()
    built = time.perf_counter() - began
    asked = _asked()
    from sereno.results.queries.now import all_now

    whole = _timed(lambda: all_now(asked))
    floor = _timed(_plain)
    began = time.perf_counter()
    agree(all_now(asked), asked)
    listed = (time.perf_counter() - began) * 1000
    queries = _queries(lambda: all_now(asked))
    name = f"{len(asked)} indicators, {records:,} records, {connection.vendor}"
    return (
        "| milliseconds | median (least-most) | CPU of this process |\n|---|---|---|\n"
        f"| {name}, {queries} queries (limit 2,000) | {whole} |\n"
        f"| floor: the {len(FLOOR)} questions by plain SQL, the whole year | {floor} |\n"
        f"| every record listed, as worksheets do; the {len(asked)} figures agree "
        f"| {listed:.0f} | |\n\n(The records were built in {built:.0f} s.)\n"
    )


def agree(found: Mapping[Any, Any], asked: Asked) -> None:
    """Every figure is the one of its worksheet."""
    from sereno.results.queries import work_out

    for target, period in asked:
        sheet = work_out(target, period)
        told = found[target.pk, period]
        if (told.found, told.rows) != (sheet.found, sheet.rows):
            raise RuntimeError(f"{target.indicator.slug}: {told} is not {sheet.found}")


def _asked() -> Asked:
    """Of each source the year of the canton, a quarter, half a year, and a parish's year."""
    from bench import plan_data
    from sereno.plans.models import Target
    from sereno.results.queries import period_of
    from sereno.results.sources import SOURCES

    plan_data.build(4 * len(SOURCES), 1, 0, slug="records", at=records_data.YEAR)
    spans: tuple[dict[str, Any], ...] = (
        {},
        {"starts_on": date(2026, 4, 1), "ends_on": date(2026, 6, 30)},
        {"ends_on": date(2026, 6, 30)},
        {"parish_id": 3},
    )
    targets = list(Target.objects.select_related("indicator").order_by("pk"))
    asked = []
    for number, target in enumerate(targets):
        source = list(SOURCES.values())[number // len(spans)]
        target.indicator.source = source.name
        target.indicator.formula = source.formulas[number % len(source.formulas)]
        for name, value in spans[number % len(spans)].items():
            setattr(target, name, value)
        asked.append((target, period_of(target, until=NOW)))
    return asked


def _plain() -> None:
    from django.db import connection

    minutes = MINUTES[connection.vendor]
    words = {
        "taken": minutes.format(start="raised_at", end="acknowledged_at"),
        "arrived": minutes.format(start="known", end="arrived"),
    }
    with connection.cursor() as cursor:
        for question in FLOOR:
            cursor.execute(question.format(**words))
            cursor.fetchall()


def _timed(ask: Callable[[], object]) -> str:
    """Wall and processor milliseconds over the rounds, the first left out."""
    ask()
    wall, cpu = [], []
    for _ in range(ROUNDS):
        began, busy = time.perf_counter(), time.process_time()
        ask()
        wall.append((time.perf_counter() - began) * 1000)
        cpu.append((time.process_time() - busy) * 1000)
    return f"{cell(wall)} | {cell(cpu)}"


def _queries(ask: Callable[[], object]) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        ask()
    return len(asked)


def _fresh() -> None:
    """A database with nothing in it."""
    from django.core.management import call_command
    from django.db import connection

    if connection.vendor == "sqlite":
        connection.close()
        path = Path(str(connection.settings_dict["NAME"]))
        path.parent.mkdir(parents=True, exist_ok=True)
        for ending in ("", "-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
    call_command("migrate", verbosity=0, interactive=False)


if __name__ == "__main__":
    sys.stdout.write(table())
