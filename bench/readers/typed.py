"""How many goals came out typed: number, unit, direction, years and responsible, or refused."""

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from bench.readers.scoring import laid_beside, tidy
from bench.readers.truths import Truth

GOALS: Final = Path(__file__).with_name("goals.txt")
# The fields of a row in the order of the truth's columns; the marks under years come as one field.
FIELDS: Final = {
    "A": ("number", "unit_name", "objective", "indicator", "target"),
    "B": ("suggestion", "project", "objective", "indicator", "years", "responsible"),
    "C": ("activity", "indicator", "target", "partners"),
}
GOAL: Final = {"A": 4, "B": 3, "C": 2}


@dataclass
class Typed:
    """Fields asked for and how each came out: right, refused by name, wrong, missing."""

    fields: Counter[str] = field(default_factory=Counter)
    goals: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Of the goals, those typed rightly in all their fields or refused by name."""
        return 100 * (self.goals["right"] + self.goals["refused"]) / self.goals.total()


def typed(truth: Truth, reading: dict[str, Any]) -> Typed:
    rows = [row["fields"] for table in reading["tables"] for row in table["rows"]]
    names = FIELDS[truth.name]
    texts = [[tidy(row[name]["text"]) if name in row else "" for name in names] for row in rows]
    found = Typed()
    wanted = [[tidy(text) for text in row[: len(names)]] for row in truth.rows]
    for number, (_, place) in enumerate(laid_beside(wanted, texts)):
        row = rows[place] if place is not None else {}
        results = dict(_results(truth, truth.rows[number], row))
        found.fields.update(results.values())
        found.wrong += [
            f"{truth.rows[number][GOAL[truth.name]]}: {name} {row.get('target')}"
            for name, result in results.items()
            if result not in ("right", "refused")
        ]
        values = set(results.values())
        found.goals[
            "right" if values == {"right"} else "refused" if values <= {"right", "refused"} else
            "wrong"
        ] += 1  # fmt: skip
    return found


def _results(truth: Truth, cells: tuple[str, ...], row: dict[str, Any]) -> list[tuple[str, str]]:
    kind, number, unit, direction = goal_of(cells[GOAL[truth.name]])
    value = _value(row, "target")
    code = value.get("code") or value.get("kind")
    if value.get("kind") == "refused":
        results = [("goal", "refused")]
    elif kind in ("absent", "milestone"):
        results = [("goal", "right" if code == kind else "wrong" if value else "missing")]
    else:
        said = {
            "number": str(value.get("value", "")).removesuffix(".0"),
            "unit": value.get("unit") or "-",
            "direction": value.get("direction") or "-",
        }
        meant = {"number": number, "unit": unit, "direction": direction}
        results = [
            (name, "missing" if not value else "right" if said[name] == meant[name] else "wrong")
            for name in meant
        ]
    if truth.name == "A":
        return results
    years = row.get("years", {}).get("value")
    results.append(("years", _is(years, years_of(truth, cells))))
    if truth.name == "B":
        responsible = row.get("responsible", {}).get("value")
        results.append(("responsible", _is(responsible, responsible and [tidy(cells[5])])))
    return results


def _is(said: Any, meant: Any) -> str:
    if said is None and meant:
        return "missing"
    return "right" if (said or []) == meant else "wrong"


def _value(row: dict[str, Any], name: str) -> dict[str, Any]:
    value = row.get(name, {}).get("value")
    return value if isinstance(value, dict) else {}


def years_of(truth: Truth, cells: tuple[str, ...]) -> list[int]:
    if truth.name == "C":
        return [
            int(year)
            for year, mark in zip(truth.heading[4:], cells[4:], strict=True)
            if mark == "X"
        ]
    found = [int(year) for year in re.findall(r"\d{4}", cells[4])]
    return list(range(found[0], found[-1] + 1))


def goal_of(text: str) -> tuple[str, str, str, str]:
    """Kind, number, unit and direction as a person read them, or as the goal was invented."""
    return _read_by_hand().get(_digest(text)) or _invented(text)


@cache
def _read_by_hand() -> dict[str, tuple[str, str, str, str]]:
    lines = [line.split() for line in GOALS.read_text(encoding="ascii").splitlines()]
    return {mark: (kind, number, unit, way) for mark, kind, number, unit, way in lines}


def _digest(text: str) -> str:
    return hashlib.sha256(tidy(text).casefold().encode()).hexdigest()[:12]


def _invented(text: str) -> tuple[str, str, str, str]:
    """The few shapes that ``truths.goal`` makes, whatever follows them."""
    way = "rise" if text.startswith("Alcanzar ") else "-"
    text = text.removeprefix("Alcanzar ")
    if text.startswith("Un documento"):
        return "milestone", "1", "-", way
    if found := re.match(r"(\d+)%", text):
        return "share", found[1], "%", way
    if found := re.match(r"(\d+) (barrios)", text):
        return "quantity", found[1], found[2], way
    if text.startswith("1.250"):
        return "quantity", "1250", "-", way
    raise ValueError(text)
