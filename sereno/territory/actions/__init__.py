"""What can be done to the map: found the canton, name what is in it, draw its outlines."""

from sereno.territory.actions.council import CouncilDraft, NoCanton, describe_council
from sereno.territory.actions.drafts import DraftGone, accept, discard, keep_draft
from sereno.territory.actions.imports import Outcome, import_csv, import_geojson
from sereno.territory.actions.names import found_canton, put_barrios, put_parishes, put_places
from sereno.territory.actions.outlines import NewerEpochKnown, draw

__all__ = [
    "CouncilDraft",
    "DraftGone",
    "NewerEpochKnown",
    "NoCanton",
    "Outcome",
    "accept",
    "describe_council",
    "discard",
    "draw",
    "found_canton",
    "import_csv",
    "import_geojson",
    "keep_draft",
    "put_barrios",
    "put_parishes",
    "put_places",
]
