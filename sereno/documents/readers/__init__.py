"""From a file's bytes to what it says, in two steps: its paper, then the reading of its kind."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from sereno.documents.readers.findings import findings_of
from sereno.documents.readers.findings.case import Territory
from sereno.documents.readers.formats import open_paper
from sereno.documents.readers.kinds import understand
from sereno.documents.readers.kinds.mapped import read_with
from sereno.documents.readers.paper import Paper
from sereno.documents.readers.reading import File, Reading


def read(
    data: bytes,
    name: str,
    mapping: Mapping[str, Mapping[str, str]] | None = None,
    *,
    kind: str = "",
    territory: Territory | None = None,
) -> Reading:
    """What the file says; ``Unreadable`` where it is refused.

    ``mapping`` gives the fields of columns that were mapped by hand, by the signature of the
    table's heading (``kinds.headings.signature``); ``kind`` overrules the recognition.
    ``territory`` is what is known of the canton: how many there are of each.
    """
    form, paper = open_paper(data)
    return read_paper(
        paper, file_of(data, name, form, paper), mapping, kind=kind, territory=territory
    )


def read_paper(
    paper: Paper,
    file: File,
    mapping: Mapping[str, Mapping[str, str]] | None = None,
    *,
    kind: str = "",
    territory: Territory | None = None,
) -> Reading:
    """The same for whoever has opened the paper already, to show it beside the reading."""
    reading = read_with(paper, mapping) if mapping and not kind else None
    reading = replace(reading or understand(paper, kind), file=file, notes=paper.notes)
    return replace(reading, findings=findings_of(paper, reading, territory))


def file_of(data: bytes, name: str, form: str, paper: Paper) -> File:
    return File(name, hashlib.sha256(data).hexdigest(), len(data), form, paper.pages)
