"""The time for an answer that a council begins with, until it confirms its own."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent.parent / "data" / "answer_time.json"


@dataclass(frozen=True)
class AnswerTimeDraft:
    """So many days from a day on, and where that comes from."""

    days: int
    starts_on: date
    source: str


@cache
def proposed() -> AnswerTimeDraft:
    said = json.loads(FILE.read_text(encoding="utf-8"))
    return AnswerTimeDraft(said["days"], date.fromisoformat(said["from"]), said["source"])
