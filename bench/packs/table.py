"""Each task in processes of its own, round after round: what it cost, and how many times less."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Final

ROUNDS: Final = int(os.environ.get("ROUNDS", "5"))
SECONDS: Final = 900
AT: Final = datetime(2026, 1, 31, 12, tzinfo=UTC)
REGISTERED: Final = 100


@dataclass(frozen=True)
class Line:
    """A row of the table; ``beside`` is the task that it is held against, ``limit`` in words."""

    task: str
    name: str
    limit: str = ""
    beside: str = ""


LINES: Final = (
    Line("w1_pack", "W1, every document in every format", "4 s, 300 MB"),
    Line("month", f"a month of transparency, {REGISTERED} rows a register, every format", "10 s"),
    Line("matrix_docx", "matrix of 1,000 rows by 7: DOCX", "0.3 s"),
    Line("docxtpl", "docxtpl, a row repeated", beside="matrix_docx"),
    Line("matrix_xlsx", "the same: XLSX with its sealed text", "0.2 s"),
    Line("matrix_pdf", "the same: tagged PDF", "2 s"),
    Line("libreoffice", "docxtpl and LibreOffice", "10 times", beside="matrix_pdf"),
    Line("weasyprint", "WeasyPrint, pdf/ua-1", "10 times", beside="matrix_pdf"),
)


def lines(folder: Path) -> Iterator[str]:
    """The table in Markdown, a line as soon as it is measured."""
    data = folder / "data"
    _fill(data)
    found: dict[str, list[float]] = {}
    yield f"| documents, {ROUNDS} rounds | CPU s | elapsed s | MB | times | limit |\n"
    yield "|---|---|---|---|---|---|\n"
    for line in LINES:
        why = _missing(line.task)
        if why:
            yield f"| {line.name} | {why} | | | | |\n"
            continue
        costs = [_once(line.task, data) for _ in range(ROUNDS)]
        found[line.task] = [cost["cpu"] for cost in costs]
        times = ""
        if line.beside in found:
            times = f"{median(found[line.task]) / median(found[line.beside]):.1f}"
        cells = (
            _spread(found[line.task]),
            _spread([cost["wall"] for cost in costs]),
            f"{max(cost['memory'] for cost in costs):.0f}",
            *(times, line.limit),
        )
        yield f"| {line.name} | {' | '.join(cells)} |\n"


def _missing(task: str) -> str:
    """Why a peer is not measured here; nothing where it is."""
    if task == "weasyprint" and find_spec("weasyprint") is None:
        return "not installed here: `make bench-packs` brings it"
    if task == "libreoffice" and shutil.which("soffice") is None:
        return "not installed here: Debian's libreoffice-writer has it"
    return ""


def _once(task: str, folder: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "bench.packs", task, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=SECONDS,
    )
    cost: dict[str, float] = json.loads(done.stdout.rstrip("\n").rsplit("\n", 1)[-1])
    return cost


def _spread(values: list[float]) -> str:
    return f"{median(values):.2f} ({min(values):.2f}-{max(values):.2f})"


def _fill(folder: Path) -> None:
    """W1 in a new database, and a hundred rows in every register that is kept by hand."""
    made = [sys.executable, "-m", "bench.packs.fill", str(folder)]
    subprocess.run(made, check=True, timeout=SECONDS)
