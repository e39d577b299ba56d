"""What is wrong in a document itself: small families of checks, each code with its sentence.

A family is a module here with ``find(case) -> Iterator[Finding]``; its name goes into
``FAMILIES`` and its codes into ``sentences`` and docs/findings.md.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Final, Protocol, cast

from sereno.documents.readers.findings.case import Case, Territory
from sereno.documents.readers.paper import Paper
from sereno.documents.readers.reading import Finding, Reading

FAMILIES: Final = (
    "percentages",
    "totals",
    "budgets",
    "shares",
    "copies",
    "indicators",
    "repeats",
    "columns",
    "announced",
    "objectives",
    "alignments",
    "territory",
    "evidence",
    "periods",
    "persons",
)


class Family(Protocol):
    def find(self, case: Case) -> Iterator[Finding]: ...


def findings_of(
    paper: Paper, reading: Reading, territory: Territory | None = None
) -> tuple[Finding, ...]:
    """Everything found, family by family; ``territory`` is what is known of the canton."""
    case = Case(paper, reading, territory or {})
    families = [cast("Family", import_module(f"{__name__}.{name}")) for name in FAMILIES]
    return tuple(finding for family in families for finding in family.find(case))
