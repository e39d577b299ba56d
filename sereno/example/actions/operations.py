"""Setting up what the operators' room works with: alert kinds, time targets and units."""

from sereno.alerts.actions import load_catalogues
from sereno.alerts.models import AlertKind
from sereno.example import files
from sereno.example.cast import Cast
from sereno.incidents.actions import add_unit


def equip(cast: Cast) -> None:
    """The catalogues of every council, and the units of this one."""
    load_catalogues(at=cast.founded_at)
    cast.kinds = {kind.code: kind for kind in AlertKind.objects.filter(ends_on=None)}
    for row in files.table("units"):
        cast.units[row["callsign"]] = add_unit(
            row["callsign"],
            agency=row["agency"],
            name=row["name"],
            vehicle=cast.devices.get(row["device"]),
            base=cast.places[row["base"]],
            by=cast.people["marta"],
            at=cast.founded_at,
        )
