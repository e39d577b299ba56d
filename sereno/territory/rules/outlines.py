"""Reading outlines (GeoJSON): good shapes, mended ones, and the others with a reason."""

import json
from dataclasses import dataclass, field
from typing import Any

import shapely
from shapely import MultiPolygon, Polygon
from shapely.errors import ShapelyError
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from sereno.territory.rules.files import (
    FileFault,
    Known,
    Left,
    Level,
    Reject,
    Unreadable,
    Why,
    decoded,
    fold,
)
from sereno.territory.rules.geography import fault_of
from sereno.territory.rules.tables import FAULTS

# Names of fields as offices write them, folded; tried in this order where none is said.
NAMES = ("nombre", "name", "barrio", "parroquia", "dpa despar", "dpa descan", "nam")
CODES = ("codigo", "code", "dpa code", "dpa parroq", "dpa canton")
PARISHES = ("parroquia", "parish", "dpa despar", "dpa parroq")
# Degrees of WGS 84, under the names files give them.
IN_DEGREES = ("crs84", "4326", "wgs 84", "wgs84", "4979")
DIGITS = 7  # of a degree: a centimetre


@dataclass(frozen=True)
class Drawn:
    """One good outline; ``land`` is a key of ``Known``, or 0 for the canton itself."""

    row: int
    name: str
    land: int
    geometry: dict[str, Any]
    was_mended: bool


@dataclass(frozen=True)
class Outlines:
    """All that a file drew; features are numbered from 1 in the order of the file."""

    rows: list[Drawn] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)


def read_outlines(
    data: bytes,
    *,
    level: Level,
    known: Known,
    name_field: str = "",
    code_field: str = "",
    parish_field: str = "",
) -> Outlines:
    """Every feature of a file, good or left out. Raises ``Unreadable`` for the file as a whole."""
    found, seen = Outlines(), set[int]()
    for number, feature in enumerate(_features(data), start=1):
        try:
            cells = _cells(feature)
            name = _first(cells, name_field, NAMES)
            code = _first(cells, code_field, CODES)
            parish = _first(cells, parish_field, PARISHES)
            land = _land(level, known, name, code, parish)
            _once(seen, land, name or code)
            geometry, was_mended = _outline(feature.get("geometry"), known)
            found.rows.append(Drawn(number, name or code, land, geometry, was_mended))
        except Left as left:
            found.rejects.append(Reject(number, left.why, left.seen[:80]))
    return found


def _cells(feature: Any) -> dict[str, str]:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(feature, dict) or not isinstance(properties, dict | None):
        raise Left(Why.SHAPE_MISSING)
    return {
        fold(str(name)): str(value).strip()
        for name, value in (properties or {}).items()
        if value is not None
    }


def _once(seen: set[int], land: int, name: str) -> None:
    if land in seen:
        raise Left(Why.REPEATED, name)
    seen.add(land)


def _features(data: bytes) -> list[Any]:
    try:
        whole = json.loads(decoded(data), parse_constant=_no_number)
    except (json.JSONDecodeError, RecursionError) as problem:
        raise Unreadable(FileFault.NOT_GEOJSON, str(problem)[:200]) from problem
    if not isinstance(whole, dict):
        raise Unreadable(FileFault.NOT_GEOJSON)
    system = json.dumps(whole.get("crs") or "crs84").casefold()
    if not any(name in system for name in IN_DEGREES):
        raise Unreadable(FileFault.PROJECTED, system[:120])
    if whole.get("type") == "Feature":
        return [whole]
    features = whole.get("features")
    if whole.get("type") != "FeatureCollection" or not isinstance(features, list):
        raise Unreadable(FileFault.NOT_GEOJSON)
    if not features:
        raise Unreadable(FileFault.NO_FEATURES)
    return features


def _no_number(written: str) -> float:
    """JSON has no NaN and no infinity, though many programs write them."""
    raise Unreadable(FileFault.NOT_GEOJSON, written)


def _first(cells: dict[str, str], chosen: str, usual: tuple[str, ...]) -> str:
    """The cell of the field that was chosen, else of the first usual one that says something."""
    if chosen:
        return cells.get(fold(chosen), "")
    return next((cells[name] for name in usual if cells.get(name)), "")


def _land(level: Level, known: Known, name: str, code: str, parish: str) -> int:
    if level is Level.CANTON:
        return 0
    if level is Level.PARISH:
        if code in known.parish_codes:
            return known.parish_codes[code]
        if not name:
            raise Left(Why.NAME_MISSING)
        return known.parish(name)
    if not name:
        raise Left(Why.NAME_MISSING)
    if parish:
        return known.barrio(known.parish(parish), name)
    return known.barrio_anywhere(name)


def _outline(written: Any, known: Known) -> tuple[dict[str, Any], bool]:
    """A valid polygon or multipolygon in two dimensions, and whether it had to be mended."""
    if not isinstance(written, dict) or written.get("type") not in {"Polygon", "MultiPolygon"}:
        kind = written.get("type", "") if isinstance(written, dict) else ""
        raise Left(Why.SHAPE_MISSING, str(kind))
    try:
        drawn: BaseGeometry = shapely.force_2d(shape(written))
    except (ShapelyError, ValueError, TypeError, IndexError, AttributeError) as problem:
        raise Left(Why.SHAPE_BROKEN, str(problem)) from problem
    if drawn.is_empty:
        raise Left(Why.SHAPE_MISSING)
    _in_country(drawn)
    mended = drawn if drawn.is_valid else _areas(shapely.make_valid(drawn))
    if mended.is_empty:
        raise Left(Why.SHAPE_BROKEN)
    if known.canton is not None and not mended.intersects(known.canton):
        west, south, _east, _north = drawn.bounds
        raise Left(Why.OUTSIDE_CANTON, f"{south:.6g}, {west:.6g}")
    return _as_geojson(mended), mended is not drawn


def _in_country(drawn: BaseGeometry) -> None:
    west, south, east, north = drawn.bounds
    for latitude, longitude in ((south, west), (north, east)):
        if fault := fault_of(latitude, longitude):
            raise Left(FAULTS[fault], f"{latitude:.6g}, {longitude:.6g}")


def _areas(mended: BaseGeometry) -> BaseGeometry:
    """What has an area: mending may leave loose lines and points beside it."""
    if isinstance(mended, Polygon | MultiPolygon):
        return mended
    parts = [part for part in getattr(mended, "geoms", []) if part.area > 0]
    return unary_union(parts) if parts else Polygon()


def _as_geojson(drawn: BaseGeometry) -> dict[str, Any]:
    return {"type": drawn.geom_type, "coordinates": _rounded(mapping(drawn)["coordinates"])}


def _rounded(nested: Any) -> Any:
    if isinstance(nested, float | int):
        return round(nested, DIGITS)
    return [_rounded(one) for one in nested]
