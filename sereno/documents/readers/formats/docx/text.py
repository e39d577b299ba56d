"""The words of a Word paragraph: tabs and breaks as they are, what was deleted left out."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SKIPPED: Final = frozenset(
    (f"{W}del", f"{W}moveFrom", f"{W}delText", f"{W}instrText", f"{W}fldChar", f"{W}pPr",
     f"{W}rPr", f"{W}footnoteReference", f"{MC}Fallback")
)  # fmt: skip
SIGNS: Final = {
    f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}  # fmt: skip


def words(element: etree._Element) -> str:
    return "".join(pieces(element))


def pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in SKIPPED or not isinstance(child.tag, str):
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag == f"{W}sym":
            yield symbol(child)
        elif child.tag in {f"{W}tbl"}:
            continue
        elif child.tag == f"{W}p":
            yield "\n" + words(child)
        else:
            yield from pieces(child)


def symbol(element: etree._Element) -> str:
    """A ticked box of an old symbol font counts as a mark."""
    code = (element.get(f"{W}char") or "").upper()
    return "\u2713" if code in {"F0FC", "F0FE", "F052", "F0FB", "F0FD", "F054"} else "\u2022"


def is_bold(element: etree._Element) -> bool:
    """Whether every run that says something is bold."""
    runs = [run for run in element.iter(f"{W}r") if words(run).strip()]
    return bool(runs) and all(bold(run) for run in runs)


def bold(run: etree._Element) -> bool:
    mark = run.find(f"{W}rPr/{W}b")
    return mark is not None and mark.get(f"{W}val") not in {"0", "false"}


def level(paragraph: etree._Element) -> int:
    """1 to 9 for a heading's style or outline, else 0."""
    outline = paragraph.find(f"{W}pPr/{W}outlineLvl")
    if outline is not None and (outline.get(f"{W}val") or "9") in "012345678":
        return int(outline.get(f"{W}val") or 0) + 1
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = (style.get(f"{W}val") or "").casefold() if style is not None else ""
    if not name.startswith(("heading", "ttulo", "título", "titulo", "title")):
        return 0
    return int(name[-1]) if name[-1:].isdigit() and name[-1] != "0" else 1
