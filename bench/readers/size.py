"""What a reading costs by its size: ten pages with text, a thousand rows, each beside its limit."""

import io
import random
from pathlib import Path
from statistics import median
from typing import Final

import pikepdf

from bench.readers import replicas, truths
from bench.readers.running import once
from bench.readers.truths import Truth

PAGES, ROWS = 10, 1000
LIMITS: Final = {"pages": (3.0, 150.0), "rows": (10.0, None)}


def table(folder: Path) -> str:
    found = "| file | CPU s | wall s | MB | limit |\n|---|---|---|---|---|\n"
    for name, path, (seconds, memory) in files(folder):
        cost, _told = once("sereno", path)
        kept = median(cost.cpu) <= seconds and (memory is None or max(cost.memory) <= memory)
        limit = f"{seconds:.0f} s" + (f", {memory:.0f} MB" if memory else "")
        found += f"| {name} | {cost.cells()} | {limit}{'' if kept else ': **missed**'} |\n"
    return found


def files(folder: Path) -> list[tuple[str, Path, tuple[float, float | None]]]:
    made: list[tuple[str, Path, tuple[float, float | None]]] = []
    for is_ruled in (True, False):
        path = folder / f"ten-{is_ruled}.pdf"
        name = f"{PAGES} pages, {'ruled' if is_ruled else 'unruled'} PDF"
        path.write_bytes(ten_pages(replicas.Look(is_ruled=is_ruled)))
        made.append((name, path, LIMITS["pages"]))
    long = thousand()
    for ending, data in (
        ("docx", replicas.docx_of(long)),
        ("xlsx", replicas.xlsx_of(long)),
        ("pdf", replicas.typst_of(long, replicas.Look())),
    ):
        path = folder / f"thousand.{ending}"
        path.write_bytes(data)
        made.append((f"{ROWS:,} rows, {ending}", path, LIMITS["rows"]))
    return made


def ten_pages(look: replicas.Look) -> bytes:
    """The first ten pages of a long matrix."""
    return first_pages(replicas.typst_of(thousand(), look), PAGES)


def first_pages(data: bytes, most: int) -> bytes:
    kept = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        if len(document.pages) < most:
            raise ValueError(f"{len(document.pages)} pages, not {most}")
        del document.pages[most:]
        document.save(kept)
    return kept.getvalue()


def thousand() -> Truth:
    dice = random.Random(3)  # noqa: S311 -- the same table every time
    rows = tuple(
        (f"{n // 4 + 1}.{n % 4 + 1}", dice.choice(truths.UNITS), truths.sentence(dice),
         f"Porcentaje de {dice.choice(truths.THINGS)}", truths.goal(dice))
        for n in range(ROWS)
    )  # fmt: skip
    return Truth("L", "Metas y objetivos", truths.MATRIX, rows, (1, 3, 5, 3, 3))
