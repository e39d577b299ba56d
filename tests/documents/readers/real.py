"""The real documents, where this machine has them, and what their cells say, as digests.

The truth was made by reading the documents; nothing of them stands here but the first twelve
letters of the SHA-256 of each cell, its words bare, ``-`` for a blank one.
"""

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from sereno.documents import readers
from sereno.documents.readers.reading import Reading
from sereno.documents.readers.values.words import bare

HERE: Final = Path(__file__).resolve()
DOCUMENTS: Final = HERE.parents[4] / "shared" / "documents"
MATRIX, PLAN, REPORT, WORK, NARRATIVE = (
    "8631d527f36341db",
    "c0a094adf32f2c3c",
    "02648dad7272707b",
    "97e8e2d54afdcc34",
    "719bdc8fb95df7bc",
)


@cache
def reading_of(mark: str) -> Reading:
    """Read under a name that says nothing: only the content may tell."""
    return readers.read(path_of(mark).read_bytes(), "documento")


def path_of(mark: str) -> Path:
    found = sorted(DOCUMENTS.glob(f"*{mark}*"))
    if not found:
        pytest.skip(f"shared document {mark} is not on this machine")
    return found[0]


def digest(text: str) -> str:
    words = " ".join(bare(text).split())
    return hashlib.sha256(words.encode()).hexdigest()[:12] if words else "-"


def truth(name: str) -> tuple[list[str], list[list[str]]]:
    """The fields of a truth table and its rows of digests."""
    head, *rows = (HERE.parent / "truth" / f"{name}.txt").read_text(encoding="ascii").splitlines()
    return head.split(), [row.split() for row in rows]


def score(reading: Reading, name: str) -> tuple[float, float]:
    """The shares of rows and of cells that were read as they stand, row by row in order."""
    fields, rows = truth(name)
    read = [
        [digest(row.fields[field].text) if field in row.fields else "-" for field in fields]
        for row in reading.tables[0].rows
    ]
    good = sum(mine == own for mine, own in zip(read, rows, strict=False))
    cells = sum(
        one == other
        for mine, own in zip(read, rows, strict=False)
        for one, other in zip(mine, own, strict=True)
    )
    most = max(len(rows), len(read))
    return good / most, cells / (most * len(fields))
