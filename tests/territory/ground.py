"""A small canton to stand on: two urban parishes, a rural one, four barrios, a park."""

from datetime import UTC, date, datetime
from typing import Any

from sereno.territory import actions
from sereno.territory.models import Barrio, Canton, Parish, Place

AT = datetime(2026, 1, 1, 13, 0, tzinfo=UTC)
DAY = date(2026, 1, 1)


def square(latitude: float, longitude: float, half: float) -> dict[str, Any]:
    """A GeoJSON square around a point, its half side in degrees."""
    south, north = latitude - half, latitude + half
    west, east = longitude - half, longitude + half
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def canton() -> Canton:
    """Loja with its outline, its parishes' seats and the barrios around Jipiro."""
    loja = actions.found_canton("1101", "Loja", by=None, at=AT)
    actions.draw(
        loja, [(loja, square(-4.0, -79.25, 0.4))], source="prueba", starts_on=DAY, by=None, at=AT
    )
    urban, rural = Parish.Kind.URBAN, Parish.Kind.RURAL
    valle, sagrario, taquil = actions.put_parishes(
        loja,
        [
            Parish(name="El Valle", kind=urban, latitude=-3.9807, longitude=-79.2033),
            Parish(
                name="El Sagrario",
                kind=urban,
                dpa_code="110101",
                latitude=-3.9931,
                longitude=-79.2042,
            ),
            Parish(
                name="Taquil", kind=rural, dpa_code="110160", latitude=-3.9199, longitude=-79.2913
            ),
        ],
        by=None,
        at=AT,
    )
    jipiro, _centre, _domingo, _far = actions.put_barrios(
        loja,
        [
            Barrio(parish=valle, name="Jipiro", latitude=-3.9723, longitude=-79.2034),
            Barrio(parish=sagrario, name="Barrio Central", latitude=-3.993, longitude=-79.204),
            Barrio(parish=sagrario, name="Santo Domingo", latitude=-3.995, longitude=-79.204),
            Barrio(parish=taquil, name="Cera"),
        ],
        by=None,
        at=AT,
    )
    actions.put_places(
        loja,
        [
            Place(
                kind=Place.Kind.PARK,
                name="Parque Jipiro",
                parish=valle,
                barrio=jipiro,
                latitude=-3.9716,
                longitude=-79.2037,
            )
        ],
        by=None,
        at=AT,
    )
    return loja
