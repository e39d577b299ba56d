"""A document is opened in a child process of its own, so that a hostile file can stop only that.

Run as ``python -m sereno.documents.readers.apart read FILE`` or ``page FILE NUMBER``: the job is
JSON on standard input, the answer JSON or a PNG on standard output.
"""

import io
import json
import resource
import subprocess
import sys
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field, replace
from importlib import import_module
from pathlib import Path
from typing import Any

from sereno.documents.readers import file_of, kept, read_paper
from sereno.documents.readers.findings.case import Territory
from sereno.documents.readers.formats import open_paper
from sereno.documents.readers.kinds.headings import signature
from sereno.documents.readers.paper import Grid, Paper
from sereno.documents.readers.reading import File, Reading
from sereno.documents.readers.refusals import Unreadable

SECONDS, MEMORY = 120, 1536 * 1024 * 1024
HOUSE = Path(__file__).resolve().parents[3]
SCALE = 2  # pixels a point: 144 dots an inch
LARGEST = 6000  # pixels a side
TOO_HEAVY = (
    "too-heavy",
    "Leer este archivo pide más tiempo o memoria de los que se le dan. "
    "Divídalo en partes, o guárdelo de nuevo sin imágenes.",
)
BROKEN = (
    "broken",
    "El archivo no se pudo leer: su contenido no es como dice ser. "
    "Ábralo, guárdelo de nuevo y vuelva a subirlo.",
)


@dataclass(frozen=True)
class Read:
    """What came back: the reading, or the code and the sentence of a refusal."""

    reading: Reading | None = None
    code: str = ""
    says: str = ""
    format: str = ""
    pages: int = 0
    extra: dict[str, Any] = field(default_factory=dict)


def read(
    path: Path,
    name: str,
    mapping: Mapping[str, Mapping[str, str]] | None = None,
    kind: str = "",
    *,
    territory: Territory | None = None,
) -> Read:
    """Read a file apart; whatever it does, this returns."""
    job = {"name": name, "mapping": mapping or {}, "kind": kind, "territory": territory or {}}
    try:
        done = _child("read", str(path), job=job)
    except subprocess.TimeoutExpired:
        return Read(code=TOO_HEAVY[0], says=TOO_HEAVY[1])
    try:
        told = json.loads(done.stdout)
    except ValueError:
        code, says = TOO_HEAVY if done.returncode < 0 else BROKEN
        return Read(code=code, says=says)
    if "code" in told:
        return Read(code=told["code"], says=told["says"])
    return Read(
        reading=replace(
            kept.restored(told["rest"], [tuple(row) for row in told["rows"]]),
            file=File(**told["file"]),
        ),
        format=told["file"]["format"],
        pages=told["file"]["pages"],
        extra=told["extra"],
    )


def page(path: Path, number: int) -> bytes | None:
    """A page as PNG, counted from 1; nothing where it cannot be drawn."""
    try:
        done = _child("page", str(path), str(number), job={})
    except subprocess.TimeoutExpired:
        return None
    return done.stdout if done.stdout.startswith(b"\x89PNG") else None


def _child(*words: str, job: Mapping[str, Any]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - our own module, and a path that we made
        [sys.executable, "-m", __name__, *words],
        input=json.dumps({**job, "seconds": SECONDS}).encode(),
        capture_output=True,
        check=False,
        timeout=SECONDS + 30,
        cwd=HOUSE,
    )


def main(words: list[str]) -> int:
    """What the child does, under limits that only it has."""
    job = json.loads(sys.stdin.buffer.read())
    seconds = job["seconds"]
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    data = Path(words[1]).read_bytes()
    if words[0] == "page":
        sys.stdout.buffer.write(_drawn(data, int(words[2])))
        return 0
    try:
        answer = _told(data, job)
    except Unreadable as refusal:
        answer = {"code": refusal.code, "says": refusal.says}
    except MemoryError:
        answer = {"code": TOO_HEAVY[0], "says": TOO_HEAVY[1]}
    sys.stdout.buffer.write(json.dumps(answer).encode())
    return 0


def _told(data: bytes, job: dict[str, Any]) -> dict[str, Any]:
    form, paper = open_paper(data)
    file = file_of(data, job["name"], form, paper)
    reading = read_paper(
        paper, file, job["mapping"] or None, kind=job["kind"], territory=job["territory"]
    )
    rest = kept.rest_kept(reading)
    rest |= {"kind": reading.kind, "score": reading.score, "because": reading.because}
    return {
        "rest": rest,
        "rows": [
            [number, kept.row_kept(row), row.repeats, list(row.notes)]
            for number, table in enumerate(reading.tables)
            for row in table.rows
        ],
        "file": asdict(file),
        "extra": {
            "headings": headings_of(paper),
            "source": [] if form == "pdf" else source_of(paper),
            "sizes": _sizes(data, paper.sideways) if form == "pdf" else [],
        },
    }


def headings_of(paper: Paper) -> list[dict[str, Any]]:
    """The heading of each table as a person would map it, with what it is remembered by."""
    found: dict[str, dict[str, Any]] = {}
    for grid in paper.grids:
        if grid.rows and not grid.is_continued:
            columns = [
                {"text": cell.text, "key": signature([cell])}
                for cell in grid.rows[0]
                if cell.text.strip()
            ]
            example = [cell.text for cell in grid.rows[1]] if len(grid.rows) > 1 else []
            key = signature(grid.rows[0])
            found.setdefault(key, {"signature": key, "columns": columns, "example": example})
    return list(found.values())


def source_of(paper: Paper) -> list[dict[str, Any]]:
    """The whole paper in reading order, to stand beside the reading where there is no picture."""
    told: list[dict[str, Any]] = []
    for block in paper.blocks:
        if isinstance(block, Grid):
            rows = [
                [{"text": cell.text, "place": kept.place_kept(cell.place)} for cell in row]
                for row in block.rows
            ]
            told.append({"rows": rows})
        else:
            told.append({"text": block.text, "place": kept.place_kept(block.place)})
    return told


def _opened(data: bytes) -> Any:
    return import_module("pypdfium2").PdfDocument(data)


def _sizes(data: bytes, sideways: Collection[int]) -> list[list[float]]:
    """Width and height of each page as it was read: one that stood on its side was turned."""
    with _opened(data) as document:
        sizes = [list(document.get_page_size(number)) for number in range(len(document))]
    return [size[::-1] if at in sideways else size for at, size in enumerate(sizes, start=1)]


def _drawn(data: bytes, number: int) -> bytes:
    levelling = import_module("sereno.documents.readers.formats.pdf.levelling")
    with _opened(levelling.levelled(data, number)) as document:
        page = document[number - 1]
        # A page as large as a wall is drawn smaller: its picture may not take all the memory.
        scale = min(SCALE, LARGEST / max(*page.get_size(), 1))
        picture = page.render(scale=scale).to_pil()
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=False)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
