"""The tables of ``make bench-readers``: replicas by every tool, flattened texts, cost, goals."""

import subprocess
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Final

from bench.machine import describe
from bench.readers import flattened, office, replicas, scoring, size, tools, typed
from bench.readers.running import ROUNDS, once
from bench.readers.truths import Truth, all_three

WANTED: Final = {"docx": 100.0, "xlsx": 100.0, "ruled": 99.0, "unruled": 97.0, "scan": 90.0}
HEAD: Final = (
    "| table | form | tool | cells % | rows % | tables | goals typed or refused % "
    "| words lost silently | CPU s | wall s | MB |\n" + "|---" * 11 + "|\n"
)


def files_of(truth: Truth, folder: Path) -> dict[str, Path]:
    """The table in each form; what is scanned is the ruled print."""
    ruled = replicas.weasy_of(truth, replicas.Look())
    made = {
        "docx": replicas.docx_of(truth),
        "xlsx": replicas.xlsx_of(truth),
        "ruled": ruled,
        "unruled": replicas.weasy_of(truth, replicas.Look(is_ruled=False)),
        "scan": replicas.scan_of(ruled),
    }
    paths: dict[str, Path] = {}
    for form, data in made.items():
        ending = form if form in ("docx", "xlsx") else "pdf"
        paths[form] = folder / f"{truth.name}-{form}.{ending}"
        paths[form].write_bytes(data)
    return paths


def replica_lines(truth: Truth, folder: Path, forms: list[str]) -> Iterator[str]:
    paths = files_of(truth, folder)
    for form in forms:
        for tool in tools.BESIDE[form]:
            name = tool.__name__
            cost, told = once(name, paths[form])
            found = scoring.score(truth, told.tables)
            mine, missed = "- | -", ""
            if told.reading is not None:
                goals = typed.typed(truth, told.reading)
                mine = f"{goals.share:.1f} | {scoring.silently_lost(told)}"
                missed = "" if found.cell_share >= WANTED[form] else ": **missed**"
            yield (
                f"| {truth.name} {truth.size} | {form} | {name} | {found.cell_share:.1f}{missed} "
                f"| {found.row_share:.1f} | {found.tables} | {mine} | {cost.cells()} |\n"
            )


def lines(folder: Path, wanted: list[str]) -> Iterator[str]:
    """``wanted`` may name forms (``scan``), ``flattened``, ``office``, ``size``; all if empty."""
    forms = [form for form in tools.BESIDE if not wanted or form in wanted]
    yield f"{describe()}; {ROUNDS} rounds; {programs()}\n\n"
    if forms:
        yield HEAD
        for truth in all_three():
            yield from replica_lines(truth, folder, forms)
    if not wanted or "flattened" in wanted:
        yield "\n" + flattened.table()
    if not wanted or "office" in wanted:
        yield "\n"
        yield from office.table(folder)
    if not wanted or "size" in wanted:
        yield "\n" + size.table(folder)


def programs() -> str:
    named = ("pdfplumber", "camelot-py", "img2table", "python-docx", "openpyxl")
    seen = subprocess.run(
        ["tesseract", "--version"],  # noqa: S607
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    first = (seen.stdout or seen.stderr or "no tesseract").splitlines()[0]
    return ", ".join(f"{name} {version(name)}" for name in named) + f", {first}"
