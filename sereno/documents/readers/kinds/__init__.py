"""The kinds of document that are understood, recognised by content with a score and a reason.

A kind is a module or package here with ``recognise(paper) -> Likeness`` and
``read(paper) -> Reading``; its name goes into ``KINDS``. The surest wins; ``mapped`` is for any
table that no kind knows.
"""

from dataclasses import replace
from importlib import import_module
from typing import Final, Protocol, cast

from sereno.documents.readers.kinds.likeness import Likeness
from sereno.documents.readers.paper import Paper
from sereno.documents.readers.reading import Reading

KINDS: Final[tuple[str, ...]] = (
    "goals_matrix",
    "plurianual_plan",
    "work_plan",
    "budget_statement",
    "operating_plan",
    "commitments",
    "electoral_promises",
    "management_report",
    "narrative_report",
    "metadata",
    "mapped",
)


class Kind(Protocol):
    def recognise(self, paper: Paper) -> Likeness: ...

    def read(self, paper: Paper) -> Reading: ...


def kind_of(name: str) -> Kind:
    if name not in KINDS:
        raise KeyError(name)
    return cast("Kind", import_module(f"{__name__}.{name}"))


def likenesses(paper: Paper) -> list[tuple[str, Likeness]]:
    """Every kind with how like it the paper is, the surest first."""
    found = [(name, kind_of(name).recognise(paper)) for name in KINDS]
    return sorted(found, key=lambda pair: -pair[1].score)


def understand(paper: Paper, kind: str = "") -> Reading:
    """The reading of the named kind, or of the surest."""
    if kind:
        likeness = kind_of(kind).recognise(paper)
    else:
        kind, likeness = likenesses(paper)[0]
    reading = kind_of(kind).read(paper)
    return replace(reading, kind=kind, score=likeness.score, because=likeness.because)
