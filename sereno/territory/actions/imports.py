"""Bringing in files: names from tables and outlines from GeoJSON, row by row."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from django.db import models, transaction
from django.utils import timezone
from shapely.geometry import shape

from sereno.territory.actions.names import put_barrios, put_parishes, put_places
from sereno.territory.actions.outlines import Land, draw
from sereno.territory.models import Barrio, Boundary, Canton, Parish, Place
from sereno.territory.rules.files import Known, Level, Reject, Why, fold
from sereno.territory.rules.outlines import Outlines, read_outlines
from sereno.territory.rules.tables import Named, Table, read_table


@dataclass(frozen=True)
class Outcome:
    """What came of a file: rows kept, outlines mended, and every row left out with its reason."""

    kept: int
    mended: int
    rejects: list[Reject]


def known_in(canton: Canton, *, on: date) -> Known:
    """What a file may refer to, and the outline within which its points must lie."""
    edge = Boundary.objects.filter(canton=canton, starts_on__lte=on).order_by("-starts_on").first()
    parishes = Parish.objects.filter(canton=canton)
    barrios = Barrio.objects.filter(parish__canton=canton)
    return Known(
        parishes={fold(parish.name): parish.pk for parish in parishes},
        parish_codes={parish.dpa_code: parish.pk for parish in parishes if parish.dpa_code},
        barrios={(barrio.parish_id, fold(barrio.name)): barrio.pk for barrio in barrios},
        canton=shape(edge.geometry) if edge else None,
    )


def preview_csv(canton: Canton, data: bytes, *, level: Level, on: date) -> Table:
    """What a table would bring in. Raises ``Unreadable``."""
    return read_table(data, level=level, known=known_in(canton, on=on))


def preview_geojson(
    canton: Canton,
    data: bytes,
    *,
    level: Level,
    starts_on: date,
    name_field: str = "",
    code_field: str = "",
    parish_field: str = "",
) -> Outlines:
    """What a file of outlines would draw. Raises ``Unreadable``."""
    found = read_outlines(
        data,
        level=level,
        known=known_in(canton, on=starts_on),
        name_field=name_field,
        code_field=code_field,
        parish_field=parish_field,
    )
    column = level.value
    later = set(
        Boundary.objects.filter(
            starts_on__gt=starts_on, **{f"{column}__isnull": False}
        ).values_list(f"{column}_id", flat=True)
    )
    late = [row for row in found.rows if (row.land or canton.pk) in later]
    return Outlines(
        rows=[row for row in found.rows if row not in late],
        rejects=found.rejects + [Reject(row.row, Why.NEWER_EPOCH, row.name) for row in late],
    )


@transaction.atomic
def import_csv(
    canton: Canton, data: bytes, *, level: Level, by: models.Model | None, at: datetime
) -> Outcome:
    """Put the good rows of a table on the map, and say which were left out.

    Raises ``Unreadable`` where there is no table to speak of, and then changes nothing.
    """
    table = preview_csv(canton, data, level=level, on=timezone.localdate(at))
    digest = sha256(data).hexdigest()
    if level is Level.PARISH:
        known = _by_fold(Parish.objects.filter(canton=canton))
        put_parishes(
            canton, [_parish(row, known) for row in table.rows], digest=digest, by=by, at=at
        )
    elif level is Level.BARRIO:
        names = _named_with_parish(Barrio.objects.filter(parish__canton=canton))
        rows = [
            Barrio(
                parish_id=row.parish or 0,
                name=names.get((row.parish, fold(row.name)), row.name),
                latitude=row.latitude,
                longitude=row.longitude,
            )
            for row in table.rows
        ]
        put_barrios(canton, rows, digest=digest, by=by, at=at)
    else:
        names = _named_with_parish(Place.objects.filter(parish__canton=canton))
        put_places(canton, [_place(row, names) for row in table.rows], digest=digest, by=by, at=at)
    return Outcome(len(table.rows), 0, table.rejects)


@transaction.atomic
def import_geojson(
    canton: Canton,
    data: bytes,
    *,
    level: Level,
    starts_on: date,
    source: str,
    name_field: str = "",
    code_field: str = "",
    parish_field: str = "",
    by: models.Model | None,
    at: datetime,
) -> Outcome:
    """Draw the good outlines of a file from ``starts_on``; the epoch before them ends that day.

    Raises ``Unreadable`` where the file is no GeoJSON in degrees, and then changes nothing.
    """
    found = preview_geojson(
        canton,
        data,
        level=level,
        starts_on=starts_on,
        name_field=name_field,
        code_field=code_field,
        parish_field=parish_field,
    )
    lands: dict[int, Land] = {0: canton}
    if level is Level.PARISH:
        lands |= Parish.objects.in_bulk([row.land for row in found.rows])
    elif level is Level.BARRIO:
        lands |= Barrio.objects.in_bulk([row.land for row in found.rows])
    draw(
        canton,
        [(lands[row.land], row.geometry) for row in found.rows],
        source=source,
        starts_on=starts_on,
        digest=sha256(data).hexdigest(),
        by=by,
        at=at,
    )
    mended = sum(row.was_mended for row in found.rows)
    return Outcome(len(found.rows), mended, found.rejects)


def _by_fold(parishes: Iterable[Parish]) -> dict[str, str]:
    return {fold(parish.name): parish.name for parish in parishes}


def _named_with_parish(things: Iterable[Barrio | Place]) -> dict[tuple[int | None, str], str]:
    return {(thing.parish_id, fold(thing.name)): thing.name for thing in things}


def _parish(row: Named, known: dict[str, str]) -> Parish:
    return Parish(
        name=known.get(fold(row.name), row.name),
        kind=row.kind,
        dpa_code=row.code or None,
        latitude=row.latitude,
        longitude=row.longitude,
        area_km2=row.area_km2,
        population=row.population,
        population_source=row.population_source,
    )


def _place(row: Named, names: dict[tuple[int | None, str], str]) -> Place:
    """The reader lets no place through without its parish and its position."""
    return Place(
        kind=row.kind,
        name=names.get((row.parish, fold(row.name)), row.name),
        parish_id=row.parish or 0,
        barrio_id=row.barrio,
        latitude=row.latitude or 0.0,
        longitude=row.longitude or 0.0,
    )
