"""The words of a picture, read by the program Tesseract with its Spanish, where installed."""

import csv
import io
import os
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from statistics import median
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from sereno.documents.readers.geometry.sheet import Word
from sereno.documents.readers.refusals import Unreadable

LANGUAGE: Final = "spa"
SECONDS: Final = 100
LAYOUT: Final = "11"  # words wherever they stand: the columns are found by the geometry
REMAINS: Final = set("|_¦—~")  # what is left of a rule, read as letters
FLAT: Final = 0.25  # of the usual height
Row = dict[str, str]


@cache
def program() -> str:
    """Its path, or nothing where it or its Spanish is not installed."""
    path = shutil.which("tesseract")
    if not path:
        return ""
    told = subprocess.run(  # noqa: S603
        [path, "--list-langs"], capture_output=True, text=True, check=False, timeout=20
    )
    return path if LANGUAGE in told.stdout.split() else ""


def refuse_without_it() -> None:
    if not program():
        raise Unreadable("no-ocr")


def words_of(grey: NDArray[np.uint8], dots: float, layout: str = LAYOUT) -> list[Word]:
    kept = io.BytesIO()
    Image.fromarray(grey).save(kept, "PNG", compress_level=1)
    command = [program(), "-", "-", "-l", LANGUAGE, "--psm", layout, "--dpi", str(round(dots))]
    try:
        done = subprocess.run(  # noqa: S603
            [*command, "tsv"],
            input=kept.getvalue(),
            capture_output=True,
            check=False,
            timeout=SECONDS,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as problem:
        raise Unreadable("ocr-failed") from problem
    if done.returncode:
        raise Unreadable("ocr-failed")
    told = done.stdout.decode("utf-8", "replace")
    return _words(csv.DictReader(io.StringIO(told), delimiter="\t", quoting=csv.QUOTE_NONE), dots)


def _words(rows: Iterable[Row], dots: float) -> list[Word]:
    """The words of a line share their height, as the letters of a font do."""
    lines: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row["level"] == "5" and row["text"].strip() and not set(row["text"]) <= REMAINS:
            lines[row["block_num"], row["par_num"], row["line_num"]].append(row)
    unit = 72.0 / dots
    heights = [int(row["height"]) for line in lines.values() for row in line]
    usual = 1.25 * median(heights) if heights else 0.0
    lines = {key: kept for key, line in lines.items() if (kept := _without_flat(line, usual))}
    found: list[Word] = []
    for line in (level for mixed in lines.values() for level in _levels(mixed)):
        top = min(int(row["top"]) for row in line)
        bottom = max(int(row["top"]) + int(row["height"]) for row in line)
        size = usual if 0.5 * usual < bottom - top < 1.5 * usual else bottom - top
        found += [
            Word(
                row["text"],
                int(row["left"]) * unit,
                top * unit,
                (int(row["left"]) + int(row["width"])) * unit,
                bottom * unit,
                size * unit,
                confidence=max(0.0, float(row["conf"])) / 100,
            )
            for row in line
        ]
    return found


def _without_flat(line: list[Row], usual: float) -> list[Row]:
    """Letters as flat as a line are the rest of a rule; a dash or a full stop is flat by nature."""
    return [
        row
        for row in line
        if int(row["height"]) > FLAT * usual or not any(map(str.isalnum, row["text"]))
    ]


def _levels(line: list[Row]) -> list[list[Row]]:
    """The words that do stand on one line: it may have taken a narrow column for a line."""
    levels: list[list[Row]] = []
    for row in sorted(line, key=lambda row: int(row["top"]) + int(row["height"]) / 2):
        middle = int(row["top"]) + int(row["height"]) / 2
        if levels and middle < max(int(r["top"]) + int(r["height"]) for r in levels[-1]):
            levels[-1].append(row)
        else:
            levels.append([row])
    return levels
