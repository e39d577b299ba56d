"""Putting parishes, barrios and places on the map: new ones are added, known ones corrected."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any, TypeVar

from django.db import models, transaction

from sereno.logbook.actions import write
from sereno.territory import events
from sereno.territory.models import Barrio, Canton, Parish, Place

M = TypeVar("M", Parish, Barrio, Place)

CORRECTED: dict[type[models.Model], tuple[str, ...]] = {
    Parish: (
        *("kind", "dpa_code", "latitude", "longitude"),
        *("area_km2", "population", "population_source"),
    ),
    Barrio: ("latitude", "longitude"),
    Place: ("kind", "barrio_id", "latitude", "longitude"),
}


@transaction.atomic
def found_canton(code: str, name: str, *, by: models.Model | None, at: datetime) -> Canton:
    """Name the canton this council serves; the official code is four digits, as text."""
    canton = Canton.objects.create(code=code, name=name)
    _tell("canton", 1, _digest([[code, name]]), about=canton, by=by, at=at)
    return canton


def put_parishes(
    canton: Canton,
    parishes: Iterable[Parish],
    *,
    digest: str = "",
    by: models.Model | None,
    at: datetime,
) -> list[Parish]:
    """The parishes as they are kept, in the order given; found again by their name."""
    rows = list(parishes)
    for row in rows:
        row.canton = canton
    known = {parish.name: parish for parish in Parish.objects.filter(canton=canton)}
    kept = [known.setdefault(row.name, row) for row in rows]
    return _put(Parish, rows, kept, canton=canton, digest=digest, by=by, at=at)


def put_barrios(
    canton: Canton,
    barrios: Iterable[Barrio],
    *,
    digest: str = "",
    by: models.Model | None,
    at: datetime,
) -> list[Barrio]:
    """The barrios as they are kept, in the order given; found again by parish and name."""
    rows = list(barrios)
    known = {(b.parish_id, b.name): b for b in Barrio.objects.filter(parish__canton=canton)}
    kept = [known.setdefault((row.parish_id, row.name), row) for row in rows]
    return _put(Barrio, rows, kept, canton=canton, digest=digest, by=by, at=at)


def put_places(
    canton: Canton,
    places: Iterable[Place],
    *,
    digest: str = "",
    by: models.Model | None,
    at: datetime,
) -> list[Place]:
    """The places as they are kept, in the order given; found again by parish and name."""
    rows = list(places)
    known = {(p.parish_id, p.name): p for p in Place.objects.filter(parish__canton=canton)}
    kept = [known.setdefault((row.parish_id, row.name), row) for row in rows]
    return _put(Place, rows, kept, canton=canton, digest=digest, by=by, at=at)


@transaction.atomic
def _put(
    model: type[M],
    rows: Sequence[M],
    kept: list[M],
    *,
    canton: Canton,
    digest: str,
    by: models.Model | None,
    at: datetime,
) -> list[M]:
    """Add what is new and correct what is known; an empty cell takes nothing away."""
    if not rows:
        return []
    fields = CORRECTED[model]
    for row, one in zip(rows, kept, strict=True):
        for field in fields:
            if getattr(row, field) not in {None, ""}:
                setattr(one, field, getattr(row, field))
    new = {id(one): one for one in kept if not one.pk}
    model._default_manager.bulk_update([one for one in kept if one.pk], fields, batch_size=200)
    model._default_manager.bulk_create(new.values(), batch_size=200)
    kind = str(model._meta.model_name)
    _tell(kind, len(rows), digest or _digest(_cells(rows, fields)), about=canton, by=by, at=at)
    return kept


def _tell(
    kind: str, rows: int, digest: str, *, about: Canton, by: models.Model | None, at: datetime
) -> None:
    write(events.TerritoryImported(kind, rows, digest), about=about, by=by, at=at)


def _cells(rows: Iterable[models.Model], fields: tuple[str, ...]) -> list[list[Any]]:
    return [[str(row), *(getattr(row, field) for field in fields)] for row in rows]


def _digest(cells: list[list[Any]]) -> str:
    """The seal of rows that came from no file."""
    return sha256(json.dumps(cells, default=str, ensure_ascii=False).encode()).hexdigest()
