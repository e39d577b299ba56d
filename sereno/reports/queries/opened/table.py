"""One table of open data: where its rows come from, how each is told, what it can be asked by."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import QuerySet

from sereno.reports.rules.opened import Column

Cells = tuple[Any, ...]


@dataclass(frozen=True)
class Filter:
    """What a reader may ask by: the field of the database, and whether it is a number."""

    field: str
    is_number: bool = False


@dataclass(frozen=True)
class Table:
    """Only what is published has a table, so that nothing else can come out by any of its doors."""

    name: str
    file: str  # its name in the files that people download
    title: str
    about: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    source: Callable[[], QuerySet[Any]]
    told: Callable[[Sequence[Any], date], Iterable[Cells]]
    filters: Mapping[str, Filter] = field(default_factory=dict)

    def asked(self, wanted: Mapping[str, Any]) -> QuerySet[Any]:
        """The records that were asked for, in the table's own order."""
        by = {self.filters[name].field: value for name, value in wanted.items()}
        return self.source().filter(**by)

    def rows(self, found: Iterable[Any], *, on: date) -> list[Cells]:
        """The records as rows, each cell under its column; in as many questions for all."""
        return list(self.told(list(found), on))
