"""The blocks of a Word document: lines, tables with merged cells, tables inside tables, headers."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from sereno.documents.readers.formats.docx.text import MC, W, is_bold, level, words
from sereno.documents.readers.formats.packages import Package, refuse_size
from sereno.documents.readers.paper import Cell, Grid, Line, Place

BESIDES: Final = re.compile(r"word/(?:header|footer|footnotes|endnotes)\d*\.xml")


class Body:
    """Reads the body, then what its headers, footers and footnotes say."""

    def __init__(self, package: Package) -> None:
        self.blocks: list[Line | Grid] = []
        self.lines = 0
        self.tables = 0
        root = package.xml("word/document.xml")
        self.has_deleted = root.find(f".//{W}del") is not None
        body = root.find(f"{W}body")
        self.take(body if body is not None else root)
        said = {block.text for block in self.blocks if isinstance(block, Line)}
        for name in sorted(package.parts):
            if BESIDES.fullmatch(name):
                self.take_once(package.xml(name), said)

    def notes(self) -> tuple[str, ...]:
        return ("tracked-deletions",) if self.has_deleted else ()

    def take_once(self, root: etree._Element, said: set[str]) -> None:
        """A header is written once, however many parts repeat it."""
        for paragraph in root.iter(f"{W}p"):
            text = words(paragraph).strip()
            if text and text not in said:
                said.add(text)
                self.line(text, 0)

    def take(self, parent: etree._Element) -> None:
        for element in parent:
            if element.tag == f"{W}p":
                self.paragraph(element)
            elif element.tag == f"{W}tbl":
                self.table(element)
            elif element.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml",
                                 f"{W}smartTag", f"{W}moveTo", f"{MC}AlternateContent",
                                 f"{MC}Choice"}:  # fmt: skip
                self.take(element)

    def paragraph(self, element: etree._Element) -> None:
        text = words(element).strip()
        if text:
            self.line(text, level(element))

    def line(self, text: str, depth: int) -> None:
        self.lines += 1
        self.blocks.append(Line(text, Place(row=self.lines), level=depth))

    def table(self, element: etree._Element) -> None:
        """A table inside a cell comes after the one that holds it, as a table of its own."""
        self.tables += 1
        number = self.tables
        rows: list[list[Cell]] = []
        spans: dict[int, tuple[int, int]] = {}
        inner: list[etree._Element] = []
        for at, row in enumerate(children(element, "tr"), start=1):
            column = grid_before(row) + 1
            made = [Cell("", Place(table=number, row=at, column=one)) for one in range(1, column)]
            for cell in children(row, "tc"):
                width = span_of(cell)
                refuse_size(f"tabla {number}", columns=column + width - 1, rows=at)
                inner += children(cell, "tbl")
                self.cell(cell, number, at, column, width, rows, made, spans)
                column += width
            rows.append(made)
        self.blocks.append(Grid(tuple(tuple(row) for row in rows)))
        for table in inner:
            self.table(table)

    def cell(
        self, element: etree._Element, number: int, at: int, column: int, width: int,
        rows: list[list[Cell]], made: list[Cell], spans: dict[int, tuple[int, int]],
    ) -> None:  # fmt: skip
        """Places it covers to the right are blank cells; those below are told to the first."""
        places = [Place(table=number, row=at, column=column + step) for step in range(width)]
        text = text_of(element)
        if continues(element) and not text and column in spans:
            row, index = spans[column]
            above = rows[row][index]
            rows[row][index] = Cell(
                above.text, above.place, 1.0, (*above.also, *places), above.is_bold
            )
        elif starts(element):
            spans[column] = (len(rows), len(made))
        else:
            spans.pop(column, None)
        is_rest = continues(element) and not text
        made.append(
            Cell(
                text, places[0], also=() if is_rest else tuple(places[1:]), is_bold=is_bold(element)
            )
        )
        made += [Cell("", place) for place in places[1:]]


def children(element: etree._Element, name: str) -> list[etree._Element]:
    return list(inside(element, f"{W}{name}"))


def inside(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Through content controls and insertions, which wrap rows and cells."""
    for child in element:
        if child.tag == tag:
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"}:
            yield from inside(child, tag)


def text_of(cell: etree._Element) -> str:
    texts = [words(paragraph).strip() for paragraph in inside(cell, f"{W}p")]
    return "\n".join(text for text in texts if text)


def span_of(cell: etree._Element) -> int:
    return number_in(cell.find(f"{W}tcPr/{W}gridSpan"), 1)


def grid_before(row: etree._Element) -> int:
    return number_in(row.find(f"{W}trPr/{W}gridBefore"), 0)


def number_in(element: etree._Element | None, otherwise: int) -> int:
    value = element.get(f"{W}val") if element is not None else None
    return min(int(value), 10_000) if value and value.isdigit() else otherwise


def continues(cell: etree._Element) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val") != "restart"


def starts(cell: etree._Element) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val") == "restart"
