"""A table that a telephone shows downwards: every cell says the head of its column."""

import re
from collections.abc import Iterator

_TAG = re.compile(r"<(table|tr|th|td)\b([^>]*)>")
_HEAD = re.compile(r"<thead\b[^>]*>.*?<tr\b[^>]*>(.*?)</tr>.*?</thead>", re.DOTALL)
_CELL = re.compile(r"<th\b([^>]*)>(.*?)</th>", re.DOTALL)
_MARKUP = re.compile(r"<[^>]+>")
ROLES = {"table": "table", "tr": "row", "th": "rowheader", "td": "cell"}


class NoHead(ValueError):
    """A table without a row of heads has nothing to say of its cells."""


def named(html: str) -> str:
    """The table with the head of its column in every cell, for whoever reads it downwards.

    What is drawn as blocks is told to be a table still. Of templates, not of strangers' pages:
    a ``>`` in an attribute would be taken for its end.
    """
    head = _HEAD.search(html)
    if head is None:
        raise NoHead
    body = _Body(list(_heads(head[1])))
    before = _TAG.sub(_told, html[: head.start()])
    return before + head[0] + _TAG.sub(body.tag, html[head.end() :])


class _Body:
    """The cells of a table one after the other, each under the column where it stands.

    A cell over columns of several heads says none of them.
    """

    def __init__(self, heads: list[str]) -> None:
        self.heads = heads
        self.place = 0
        self.hanging: dict[int, int] = {}  # rows that a cell from above still fills, by column

    def tag(self, tag: re.Match[str]) -> str:
        name, attributes = tag.groups()
        if name == "tr":
            self.place = 0
            return _told(tag)
        while self.hanging.get(self.place):
            self.hanging[self.place] -= 1
            self.place += 1
        place, self.place = self.place, self.place + _span("col", attributes)
        self.hanging |= dict.fromkeys(range(place, self.place), _span("row", attributes) - 1)
        heads = set(self.heads[place : self.place])
        said = heads.pop() if name == "td" and len(heads) == 1 else ""
        return _told(tag, f' data-head="{said}"' if said else "")


def _heads(row: str) -> Iterator[str]:
    """The words of each column; a head over several columns speaks for all of them."""
    for attributes, inner in _CELL.findall(row):
        words = " ".join(_MARKUP.sub(" ", inner).split()).replace('"', "&quot;")
        yield from [words] * _span("col", attributes)


def _span(way: str, attributes: str) -> int:
    found = re.search(rf'\b{way}span="(\d+)"', attributes)
    return int(found[1]) if found else 1


def _told(tag: re.Match[str], more: str = "") -> str:
    return f'<{tag[1]} role="{ROLES[tag[1]]}"{tag[2]}{more}>'
