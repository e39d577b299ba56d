"""Setting up the canton: parishes, barrios, places and the outline."""

from hashlib import sha256

from sereno.example import files
from sereno.example.cast import Cast, pk_of
from sereno.territory.actions import draw, found_canton, put_barrios, put_parishes, put_places
from sereno.territory.models import Barrio, Parish, Place

BASIS = {
    "sourced": "Censo 2010, cifra con fuente",
    "estimated": "Censo 2010, cifra por confirmar",
    "unknown": "",
}


def settle(cast: Cast) -> None:
    at = cast.founded_at
    canton = found_canton("1101", "Loja", by=None, at=at)
    outline = files.document("canton.geojson")["features"][0]
    draw(
        canton,
        [(canton, outline["geometry"])],
        source=f"{outline['properties']['source']}; {outline['properties']['precision']}",
        starts_on=at.date(),
        digest=_digest("canton.geojson"),
        by=None,
        at=at,
    )
    rows = files.table("parishes")
    digest = _digest("parishes.csv")
    parishes = put_parishes(canton, map(_parish, rows), digest=digest, by=None, at=at)
    cast.parishes = {row["code"]: one for row, one in zip(rows, parishes, strict=True)}
    rows = files.table("barrios")
    digest = _digest("barrios.csv")
    barrios = put_barrios(
        canton, [_barrio(row, cast) for row in rows], digest=digest, by=None, at=at
    )
    cast.barrios = {row["code"]: one for row, one in zip(rows, barrios, strict=True)}
    rows = files.table("places")
    digest = _digest("places.csv")
    places = put_places(canton, [_place(row, cast) for row in rows], digest=digest, by=None, at=at)
    cast.places = {row["code"]: one for row, one in zip(rows, places, strict=True)}


def _digest(name: str) -> str:
    return sha256((files.FOLDER / name).read_bytes()).hexdigest()


def _parish(row: files.Row) -> Parish:
    return Parish(
        name=row["name"],
        kind=row["kind"],
        dpa_code=row["dpa_code"] or None,
        latitude=files.number(row["lat"]),
        longitude=files.number(row["lon"]),
        area_km2=row["area_km2"] or None,
        population=row["population_2010"] or None,
        population_source=BASIS[row["population_basis"]],
    )


def _barrio(row: files.Row, cast: Cast) -> Barrio:
    return Barrio(
        parish=cast.parishes[row["parish"]],
        name=row["name"],
        latitude=files.number(row["lat"]),
        longitude=files.number(row["lon"]),
    )


def _place(row: files.Row, cast: Cast) -> Place:
    return Place(
        kind=row["kind"],
        name=row["name"],
        parish=cast.parishes[row["parish"]],
        barrio_id=pk_of(cast.barrios, row["barrio"]),
        latitude=float(row["lat"]),
        longitude=float(row["lon"]),
    )
