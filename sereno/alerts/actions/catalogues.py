"""The catalogues every council begins with: kinds of alert and how soon each step is due."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from sereno.alerts import events
from sereno.alerts.models import AlertKind, TimeTarget
from sereno.logbook.actions import write
from sereno.logbook.rules import seal_of_words

FOLDER = Path(__file__).parent.parent / "data"
STEPS = ("acknowledge", "dispatch", "arrive")


@transaction.atomic
def load_catalogues(*, at: datetime) -> int:
    """Add the kinds and times in force that are not there yet; how many. Nothing is replaced."""
    kinds, targets = _read("alert_kinds.json"), _read("time_targets.json")
    known = set(AlertKind.objects.values_list("code", flat=True))
    new = AlertKind.objects.bulk_create(
        AlertKind(
            code=kind["code"],
            name=kind["name"],
            urgency=kind["urgency"],
            device_codes=kind["device_codes"],
            questions=kind["protocol"]["ask"],
            steps=kind["protocol"]["do"],
            starts_on=date.fromisoformat(kinds["from"]),
        )
        for kind in kinds["kinds"]
        if kind["code"] not in known
    )
    key = ("urgency", "kind", "zone", "step")
    held = set(TimeTarget.objects.values_list(*key))
    rows = [
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
    ]
    times = TimeTarget.objects.bulk_create(
        row for row in rows if tuple(getattr(row, name) for name in key) not in held
    )
    seal = seal_of_words([*(kind.said for kind in new), *(time.said for time in times)])
    for made in new[:1] or times[:1]:
        loaded = events.CataloguesLoaded(kinds=len(new), times=len(times), seal=seal)
        write(loaded, about=made, by=None, at=at)
    return len(new) + len(times)


def _read(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))
