"""The questions asked of the map: where a point lies, what is in a parish, how it is drawn."""

from sereno.territory.queries.lists import (
    barrios_of,
    epochs_of,
    in_force,
    parishes,
    preview,
    the_canton,
    totals,
)
from sereno.territory.queries.locating import Found, locate
from sereno.territory.queries.pictures import (
    Mark,
    Picture,
    picture_of_canton,
    picture_of_parish,
)
from sereno.territory.rules.locating import How

__all__ = [
    "Found",
    "How",
    "Mark",
    "Picture",
    "barrios_of",
    "epochs_of",
    "in_force",
    "locate",
    "parishes",
    "picture_of_canton",
    "picture_of_parish",
    "preview",
    "the_canton",
    "totals",
]
