"""``make bench`` and ``make bench-readers``: print tables with the machine and the versions."""

import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import psycopg

from bench import alarm_to_screen
from bench.machine import describe
from bench.packs import table as packs
from tests import needs

BENCH = "sereno_bench"


def main() -> None:
    wanted = sys.argv[1:] or ["plan", "packs", "records", "site", "alarms"]
    if wanted[0] == "readers":
        readers(wanted[1:])
        return
    say(f"{describe()}\n\n")
    if "packs" in wanted:
        with tempfile.TemporaryDirectory(prefix="sereno-bench-") as data:
            os.environ.pop("DATABASE_URL", None)
            for line in packs.lines(Path(data)):
                say(line)
        say("\n")
    for name, measured in (("plan", plan), ("records", records), ("site", site)):
        if name in wanted:
            for line in measured():
                say(line + "\n")
    if "alarms" in wanted:
        say(asyncio.run(alarm_to_screen.table()))


def readers(wanted: list[str]) -> None:
    """Imported here: what it stands beside is in the bench lock alone."""
    with tempfile.TemporaryDirectory(prefix="sereno-bench-") as folder:
        for line in import_module("bench.readers.table").lines(Path(folder), wanted):
            say(line)


def records() -> Iterator[str]:
    """The million records on a new SQLite file, then on a new PostgreSQL database if one answers.

    Each in a process of its own, for the settings name one database.
    """
    with tempfile.TemporaryDirectory(prefix="sereno-bench-") as data:
        yield _in_a_process("bench.records", data, "")
        if needs.is_here(needs.POSTGRESQL):
            server, _, _name = needs.postgresql_url().rpartition("/")
            with psycopg.connect(needs.postgresql_url(), autocommit=True) as own:
                own.execute(f"DROP DATABASE IF EXISTS {BENCH}")
                own.execute(f"CREATE DATABASE {BENCH}")
                try:
                    yield _in_a_process("bench.records", data, f"{server}/{BENCH}")
                finally:
                    own.execute(f"DROP DATABASE {BENCH}")


def plan() -> Iterator[str]:
    """Workload W1 on a new SQLite file."""
    with tempfile.TemporaryDirectory(prefix="sereno-bench-") as data:
        yield _in_a_process("bench.plan", data, "")


def site() -> Iterator[str]:
    """The public site with a million records and a million lines behind it."""
    with tempfile.TemporaryDirectory(prefix="sereno-bench-") as data:
        yield _in_a_process("bench.site", data, "")


def _in_a_process(module: str, data: str, database: str) -> str:
    given = {"SERENO_DATA": data, "SERENO_EXAMPLE": "none", "DATABASE_URL": database}
    given["DJANGO_SETTINGS_MODULE"] = "sereno.settings"
    asked = subprocess.run(
        [sys.executable, "-m", module],
        env={name: value for name, value in (os.environ | given).items() if value},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return asked.stdout


def say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
