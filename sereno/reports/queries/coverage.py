"""What is covered in each parish, counted from the worksheet of a published figure."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sereno.reports.models import Figure
from sereno.reports.queries.goals import standing_figures
from sereno.results.rules.rows import BadSheet, Row, read
from sereno.territory.models import Barrio, Boundary, Parish, Place

# Sources whose rows are places of the territory, in the order they are offered.
SOURCES = ("devices.barrios_covered", "devices.parks_covered", "community.barrios_trained")


GROUPS = {Parish.Kind.URBAN: _("parroquias urbanas"), Parish.Kind.RURAL: _("parroquias rurales")}
MODELS: dict[str, type[Barrio] | type[Place]] = {"barrio": Barrio, "place": Place}


@dataclass(frozen=True)
class ParishCount:
    """How many of the whole a parish has; a parish with none is not a parish with zero."""

    parish: Parish
    some: int
    whole: int


@dataclass(frozen=True)
class Group:
    """The urban or the rural parishes, which are told apart."""

    name: str | Promise
    parishes: tuple[ParishCount, ...]

    @property
    def some(self) -> int:
        return sum(count.some for count in self.parishes)

    @property
    def whole(self) -> int:
        return sum(count.whole for count in self.parishes)


@dataclass(frozen=True)
class Coverage:
    """One published figure, parish by parish; what has no parish is counted apart."""

    figure: Figure
    parishes: tuple[ParishCount, ...]
    nowhere: int

    @property
    def groups(self) -> list[Group]:
        of_kind = {
            kind: tuple(count for count in self.parishes if count.parish.kind == kind)
            for kind in Parish.Kind
        }
        return [Group(GROUPS[kind], found) for kind, found in of_kind.items() if found]

    @property
    def some(self) -> int:
        return sum(group.some for group in self.groups)

    @property
    def whole(self) -> int:
        return sum(group.whole for group in self.groups)


def coverable() -> list[Figure]:
    """The newest figure of each goal that is counted over places of the canton."""
    newest: dict[int, Figure] = {}
    found = (
        standing_figures()
        .filter(
            measurement__target__indicator__source__in=SOURCES,
            measurement__target__parish=None,
        )
        .select_related("measurement__target__indicator")
        .defer("measurement__worksheet")
    )
    for figure in found:
        newest[figure.measurement.target.indicator_id] = figure

    def order(figure: Figure) -> tuple[int, int]:
        return SOURCES.index(figure.measurement.target.indicator.source), figure.pk

    return sorted(newest.values(), key=order)


def coverage(figure: Figure) -> Coverage:
    """The rows of a figure that are places, by parish; every parish of the canton is there."""
    try:
        rows = read(figure.measurement.worksheet)[1]
    except BadSheet:
        rows = []
    of_parish = _parishes_of(rows)
    some: dict[int, int] = defaultdict(int)
    whole: dict[int, int] = defaultdict(int)
    nowhere = 0
    for row in rows:
        parish = of_parish.get(row.record)
        if parish is None:
            nowhere += 1
            continue
        whole[parish] += 1
        some[parish] += row.value > 0
    counts = tuple(
        ParishCount(parish, some[parish.pk], whole[parish.pk])
        for parish in Parish.objects.order_by("-kind", "name")
    )
    return Coverage(figure, counts, nowhere)


def outline() -> dict[str, Any] | None:
    """The canton as it is drawn today."""
    boundary = Boundary.objects.filter(canton__isnull=False, ends_on=None).first()
    return boundary.geometry if boundary else None


def names(records: Iterable[str]) -> dict[str, str]:
    """The names of the records that are places of the territory; anything else keeps its number."""
    found: dict[str, str] = {}
    for kind, numbers in _numbers(records).items():
        places = MODELS[kind]._default_manager.select_related("parish").in_bulk(numbers)
        found |= {f"{kind}:{pk}": f"{place} ({place.parish})" for pk, place in places.items()}
    return found


def _numbers(records: Iterable[str]) -> dict[str, list[int]]:
    """The numbers of the records that are barrios or places, by kind."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for record in records:
        kind, _, number = record.partition(":")
        if kind in MODELS and number.isdecimal():
            numbers[kind].append(int(number))
    return numbers


def _parishes_of(rows: Iterable[Row]) -> dict[str, int]:
    """The parish of each record that is a barrio or a place."""
    found: dict[str, int] = {}
    for kind, numbers in _numbers(row.record for row in rows).items():
        pairs = MODELS[kind]._default_manager.filter(pk__in=numbers).values_list("pk", "parish_id")
        found |= {f"{kind}:{number}": parish for number, parish in pairs}
    return found
