"""Points on the ellipsoid of WGS 84, and what makes a pair of numbers no point at all."""

from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, isfinite, radians, sin, sqrt

EARTH = 6_371_008.8  # metres, mean radius (IUGG)

# Continental Ecuador and Galápagos, in degrees.
SOUTH, NORTH, WEST, EAST = -5.1, 1.8, -92.3, -75.0


class Fault(StrEnum):
    """Why a pair of numbers is not a position in this country."""

    NOT_A_NUMBER = "not_a_number"
    PROJECTED = "projected"
    SWAPPED = "swapped"
    ABROAD = "abroad"


@dataclass(frozen=True)
class Point:
    """A position in degrees, WGS 84 (SIRGAS agrees with it within centimetres)."""

    latitude: float
    longitude: float


def in_country(latitude: float, longitude: float) -> bool:
    return SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST


def fault_of(latitude: float, longitude: float) -> Fault | None:
    """What is wrong with a pair, or nothing. Metres of a grid (UTM) are told apart from degrees."""
    if not (isfinite(latitude) and isfinite(longitude)):
        return Fault.NOT_A_NUMBER
    if in_country(latitude, longitude):
        return None
    if in_country(longitude, latitude):
        return Fault.SWAPPED
    if max(abs(latitude), abs(longitude)) > 360:
        return Fault.PROJECTED
    return Fault.ABROAD


def metres(one: Point, other: Point) -> float:
    """Along the sphere; at most 0,5 % away from the ellipsoid."""
    north = radians(other.latitude - one.latitude)
    east = radians(other.longitude - one.longitude)
    narrowing = cos(radians(one.latitude)) * cos(radians(other.latitude))
    half = sin(north / 2) ** 2 + narrowing * sin(east / 2) ** 2
    return 2 * EARTH * asin(sqrt(min(1.0, half)))
