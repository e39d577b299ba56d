"""What OpenDocument's content.xml holds: lines, and tables with their repeated and merged cells."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from sereno.documents.readers.formats.packages import Package, refuse_size
from sereno.documents.readers.paper import Cell, Grid, Line, Place
from sereno.documents.readers.refusals import Unreadable

SPACE: Final = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT: Final = SPACE + "text:1.0}"
TABLE: Final = SPACE + "table:1.0}"
OFFICE: Final = SPACE + "office:1.0}"
GROUPS: Final = frozenset(
    (f"{TEXT}section", f"{TEXT}list", f"{TEXT}list-item", f"{TEXT}list-header",
     f"{TABLE}table-header-rows", f"{TABLE}table-rows", f"{TABLE}table-row-group",
     f"{TEXT}table-of-content", f"{TEXT}index-body")
)  # fmt: skip
DROPPED: Final = frozenset((f"{TEXT}tracked-changes", f"{TEXT}note", f"{OFFICE}annotation"))


class Content:
    """Reads the body; ``is_sheet`` where tables are sheets with names."""

    def __init__(self, package: Package, *, is_sheet: bool) -> None:
        manifest = "META-INF/manifest.xml"
        if manifest in package.parts and b"encryption-data" in package.part(manifest):
            raise Unreadable("encrypted")
        self.is_sheet = is_sheet
        self.blocks: list[Line | Grid] = []
        self.lines = 0
        self.tables = 0
        root = package.xml("content.xml")
        self.has_deleted = root.find(f".//{TEXT}deletion") is not None
        self.is_hiding = self.hides(root)
        body = root.find(f"{OFFICE}body")
        for part in body if body is not None else ():
            self.take(part)

    def hides(self, root: etree._Element) -> bool:
        return any(
            table.get(f"{TABLE}display") == "false" for table in root.iter() if is_tag(table)
        )

    def notes(self) -> tuple[str, ...]:
        told = ("tracked-deletions",) if self.has_deleted else ()
        return (*told, "hidden-sheet") if self.is_hiding and self.is_sheet else told

    def take(self, parent: etree._Element) -> None:
        for element in parent:
            if element.tag in {f"{TEXT}p", f"{TEXT}h"}:
                self.line(element)
            elif element.tag == f"{TABLE}table":
                self.table(element)
            elif element.tag in GROUPS:
                self.take(element)

    def line(self, element: etree._Element) -> None:
        text = words(element).strip()
        if text:
            self.lines += 1
            told = element.get(f"{TEXT}outline-level") or "1"
            depth = int(told) if element.tag == f"{TEXT}h" and told.isdigit() else 0
            self.blocks.append(Line(text, Place(row=self.lines), level=depth))

    def table(self, element: etree._Element) -> None:
        self.tables += 1
        number = self.tables
        name = element.get(f"{TABLE}name") or "" if self.is_sheet else ""
        rows: list[tuple[Cell, ...]] = []
        inner: list[etree._Element] = []
        at = 0
        for row in rows_of(element):
            times = repeated(row, "rows")
            cells = self.row(row, number, at + 1, name, inner)
            if not cells:
                at += times
                continue
            for _time in range(times):
                at += 1
                refuse_size(name or f"tabla {number}", columns=len(cells), rows=len(rows))
                rows.append(tuple(moved(cell, at) for cell in cells))
        if rows:
            self.blocks.append(Grid(tuple(rows)))
        for table in inner:
            self.table(table)

    def row(
        self, row: etree._Element, number: int, at: int, name: str, inner: list[etree._Element]
    ) -> list[Cell]:
        """The cells up to the last that says something."""
        cells: list[Cell] = []
        column = last = 0
        for element in row:
            if element.tag not in {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}:
                continue
            inner += element.findall(f"{TABLE}table")
            text = "\n".join(filter(None, (words(part).strip() for part in paragraphs(element))))
            times = repeated(element, "columns")
            if text:
                refuse_size(name or f"tabla {number}", columns=column + times, rows=at)
                while len(cells) < column:
                    cells.append(Cell("", place(number, at, len(cells) + 1, name)))
                for step in range(times):
                    here = place(number, at, column + step + 1, name)
                    cells.append(Cell(text, here, also=covered(element, here)))
                last = column + times
            column += times
        return cells[:last]


def covered(element: etree._Element, first: Place) -> tuple[Place, ...]:
    down = count(element.get(f"{TABLE}number-rows-spanned"))
    right = count(element.get(f"{TABLE}number-columns-spanned"))
    if down * right > 5000 or first.row is None or first.column is None:
        return ()
    return tuple(
        Place(table=first.table, row=first.row + y, column=first.column + x, sheet=first.sheet)
        for y in range(down)
        for x in range(right)
        if x or y
    )


def moved(cell: Cell, row: int) -> Cell:
    """The same cell in a row that the file says again."""
    if cell.place.row == row:
        return cell
    was = cell.place
    return Cell(cell.text, Place(table=was.table, row=row, column=was.column, sheet=was.sheet))


def place(table: int, row: int, column: int, sheet: str) -> Place:
    return Place(table=table, row=row, column=column, sheet=sheet)


def rows_of(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag in GROUPS:
            yield from rows_of(child)


def paragraphs(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag in {f"{TEXT}p", f"{TEXT}h"}:
            yield child
        elif child.tag in GROUPS:
            yield from paragraphs(child)


def words(element: etree._Element) -> str:
    return "".join(pieces(element))


def pieces(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == f"{TEXT}s":
            yield " " * min(count(child.get(f"{TEXT}c")), 1000)
        elif child.tag == f"{TEXT}tab":
            yield "\t"
        elif child.tag == f"{TEXT}line-break":
            yield "\n"
        elif child.tag not in DROPPED and is_tag(child):
            yield from pieces(child)
        yield child.tail or ""


def is_tag(element: etree._Element) -> bool:
    return isinstance(element.tag, str)


def repeated(element: etree._Element, what: str) -> int:
    return count(element.get(f"{TABLE}number-{what}-repeated"))


def count(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 8 else 1
