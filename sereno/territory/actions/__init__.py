"""What can be done to the map: found the canton, name what is in it, draw its outlines."""

from sereno.territory.actions.names import found_canton, put_barrios, put_parishes, put_places
from sereno.territory.actions.outlines import draw

__all__ = ["draw", "found_canton", "put_barrios", "put_parishes", "put_places"]
