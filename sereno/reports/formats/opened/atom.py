"""A feed (Atom, RFC 4287): what was published, the newest first, for whoever follows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from sereno.reports.formats.opened.cells import said

ATOM = "http://www.w3.org/2005/Atom"
XML = "{http://www.w3.org/XML/1998/namespace}"
SPACES = {None: ATOM}


@dataclass(frozen=True)
class Entry:
    """One thing that was published; its address is its name for ever."""

    title: str
    address: str
    at: datetime
    about: str = ""


def feed(
    title: str, entries: Sequence[Entry], *, address: str, home: str, author: str, at: datetime
) -> bytes:
    """``at`` is when the feed last changed; of an empty one too something must be said."""
    root = etree.Element(f"{{{ATOM}}}feed", {f"{XML}lang": "es"}, nsmap=SPACES)  # type: ignore[arg-type]  # the stubs know no default
    _text(root, "id", address)
    _text(root, "title", title)
    _text(root, "updated", said(max((one.at for one in entries), default=at)))
    etree.SubElement(root, f"{{{ATOM}}}link", rel="self", href=address)
    etree.SubElement(root, f"{{{ATOM}}}link", rel="alternate", href=home, type="text/html")
    _text(etree.SubElement(root, f"{{{ATOM}}}author"), "name", author)
    for one in entries:
        entry = etree.SubElement(root, f"{{{ATOM}}}entry")
        _text(entry, "id", one.address)
        _text(entry, "title", one.title)
        _text(entry, "updated", said(one.at))
        etree.SubElement(entry, f"{{{ATOM}}}link", rel="alternate", href=one.address)
        if one.about:
            _text(entry, "summary", one.about)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _text(parent: etree._Element, name: str, words: str) -> None:
    etree.SubElement(parent, f"{{{ATOM}}}{name}").text = words
