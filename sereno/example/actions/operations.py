"""Setting up what the operators' room works with: alert kinds, time targets and units."""

from datetime import date

from sereno.alerts.models import AlertKind, TimeTarget
from sereno.example import files
from sereno.example.cast import Cast
from sereno.incidents.actions import add_unit

STEPS = ("acknowledge", "dispatch", "arrive")


def equip(cast: Cast) -> None:
    """Catalogues are the council's configuration: they are dated rows, not acts."""
    kinds = files.document("alert_kinds.json")
    starts_on = date.fromisoformat(kinds["from"])
    rows = AlertKind.objects.bulk_create(
        AlertKind(
            code=kind["code"],
            name=kind["name"],
            urgency=kind["urgency"],
            device_codes=kind["device_codes"],
            questions=kind["protocol"]["ask"],
            steps=kind["protocol"]["do"],
            starts_on=starts_on,
        )
        for kind in kinds["kinds"]
    )
    cast.kinds = {kind.code: kind for kind in rows}
    targets = files.document("time_targets.json")
    TimeTarget.objects.bulk_create(
        TimeTarget(
            urgency=target["urgency"],
            kind=target.get("kind", ""),
            zone=target["zone"],
            step=step,
            seconds=target[step],
            source=target["source"],
            starts_on=date.fromisoformat(targets["from"]),
        )
        for target in targets["targets"]
        for step in STEPS
    )
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
