"""The data of the example council, read from the files beside this one."""

import csv
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sereno import alerts, plans

FOLDER = Path(__file__).parent / "data"

# The day on which devices.csv says what is true; the loader moves its dates with the calendar.
WRITTEN_ON = date(2026, 11, 20)

Row = dict[str, str]


def table(name: str) -> list[Row]:
    """The rows of ``name``.csv, every cell as text."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# Every council begins with these; they lie in their rooms.
SHIPPED = {"alert_kinds.json": alerts, "time_targets.json": alerts, "catalogues.json": plans}


def document(name: str) -> Any:
    """What ``name`` (a .json or .geojson file) holds."""
    room = SHIPPED.get(name)
    folder = Path(str(room.__file__)).parent / "data" if room else FOLDER
    return json.loads((folder / name).read_text(encoding="utf-8"))


def moved(text: str, *, today: date) -> date | None:
    """A date of devices.csv, moved so that the example is as old today as when it was written."""
    if not text:
        return None
    return date.fromisoformat(text) + timedelta(days=(today - WRITTEN_ON).days)


def number(text: str) -> float | None:
    return float(text) if text else None
