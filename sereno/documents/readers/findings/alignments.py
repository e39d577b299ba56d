"""Objectives aligned to a national objective of another subject, while a nearer one exists.

Plain on purpose: each national objective has the words in which its subject is spoken of; a word
counts the more, the fewer subjects share it. The sentence says the words that were counted.
"""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from sereno.documents.readers.findings.case import Case, content
from sereno.documents.readers.findings.sentences import told
from sereno.documents.readers.kinds.headings import plain
from sereno.documents.readers.paper import Place
from sereno.documents.readers.reading import Finding
from sereno.documents.readers.values.alignments import aligned
from sereno.documents.readers.values.words import tidy

FILE: Final = Path(__file__).parent.parent / "data" / "subjects.json"
OBJECTIVES: Final = ("objective", "strategic_objective")
FEWEST: Final = 2  # words shared with the nearer one
MARGIN: Final = 2.0  # times nearer than what it is aligned to


@dataclass(frozen=True)
class Subject:
    """A national objective, and the stems that speak of it."""

    number: str
    title: str
    words: frozenset[str]


@dataclass(frozen=True)
class Near:
    """How near a text stands to a subject, and by which words."""

    score: float
    subject: Subject
    words: frozenset[str]


def find(case: Case) -> Iterator[Finding]:
    """Once for each wording of an objective, however many rows carry it."""
    seen: dict[tuple[str, str], list[Place]] = {}
    found: dict[tuple[str, str], tuple[str, Subject, Near]] = {}
    for _table, row in case.rows():
        serves = row.fields.get("national_objective")
        objective = next((row.fields[name] for name in OBJECTIVES if name in row.fields), None)
        if serves is None or objective is None:
            continue
        key = (plain(tidy(objective.text)), plain(tidy(serves.text)))
        if key in seen:
            continue
        seen[key] = [*objective.source, *serves.source]
        if (elsewhere := nearer(tidy(objective.text), tidy(serves.text))) is not None:
            found[key] = (tidy(objective.text), *elsewhere)
    for key, (text, said, near) in found.items():
        yield told(
            "aligned-elsewhere",
            seen[key],
            text=text,
            said=f"{said.number} ({said.title})",
            nearer=f"{near.subject.number} ({near.subject.title})",
            words=", ".join(sorted(near.words)),
        )


def nearer(objective: str, serves: str) -> tuple[Subject, Near] | None:
    """What it says it serves, and the subject it is much nearer to; nothing where all is well."""
    names = {code: name for code, (name, _subjects) in subjects().items()}
    said = aligned(serves, names)
    if not said:
        return None
    code = said[0][0]
    ranked = near(objective, code)
    own = [one for one in ranked if one.subject.number in {number for _code, number in said}]
    if not own or not ranked:
        return None
    best, mine = ranked[0], max(own, key=lambda one: one.score)
    rivals = [one for one in ranked[1:2] if one.score == best.score]
    if best in own or rivals or len(best.words) < FEWEST or best.score < MARGIN * mine.score:
        return None
    return mine.subject, best


def near(text: str, code: str) -> list[Near]:
    """Every subject of a catalogue, the nearest to the text first."""
    _name, every = subjects()[code]
    said = content(text)
    found = []
    for subject in every:
        shared = frozenset(word for word in said & subject.words)
        score = sum(math.log(len(every) / used_by(word, code)) for word in shared)
        found.append(Near(score, subject, shared))
    return sorted(found, key=lambda one: -one.score)


def used_by(word: str, code: str) -> int:
    return sum(word in subject.words for subject in subjects()[code][1])


@cache
def subjects() -> Mapping[str, tuple[str, tuple[Subject, ...]]]:
    """By the code of a catalogue: its name, and its objectives."""
    held = json.loads(FILE.read_text(encoding="utf-8"))
    return {
        catalogue["code"]: (
            catalogue["name"],
            tuple(
                Subject(one["number"], one["title"], content(f"{one['title']} {one['words']}"))
                for one in catalogue["objectives"]
            ),
        )
        for catalogue in held["catalogues"]
    }
