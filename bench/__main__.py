"""``make bench`` and ``make bench-readers``: print tables with the machine and the versions."""

import asyncio
import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from bench import alarm_to_screen, plan
from bench.machine import describe


def main() -> None:
    wanted = sys.argv[1:] or ["plan", "alarms"]
    if wanted[0] == "readers":
        readers(wanted[1:])
        return
    say(f"{describe()}\n\n")
    if "plan" in wanted:
        with tempfile.TemporaryDirectory(prefix="sereno-bench-") as data:
            os.environ |= {"SERENO_DATA": data, "SERENO_EXAMPLE": "none"}
            os.environ.pop("DATABASE_URL", None)
            os.environ["DJANGO_SETTINGS_MODULE"] = "sereno.settings"
            say(plan.table() + "\n")
    if "alarms" in wanted:
        say(asyncio.run(alarm_to_screen.table()))


def readers(wanted: list[str]) -> None:
    """Imported here: what it stands beside is in the bench lock alone."""
    with tempfile.TemporaryDirectory(prefix="sereno-bench-") as folder:
        for line in import_module("bench.readers.table").lines(Path(folder), wanted):
            say(line)


def say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
