"""Drawing outlines: a new epoch begins and the one before it ends."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from django.db import models, transaction

from sereno.logbook.actions import write
from sereno.territory import events
from sereno.territory.models import Barrio, Boundary, Canton, Parish

Land = Canton | Parish | Barrio


class NewerEpochKnown(Exception):
    """An outline that begins later is already drawn; the text names the land."""


@transaction.atomic
def draw(
    canton: Canton,
    outlines: Iterable[tuple[Land, dict[str, Any]]],
    *,
    source: str,
    starts_on: date,
    digest: str = "",
    by: models.Model | None,
    at: datetime,
) -> list[Boundary]:
    """Draw outlines, each a GeoJSON geometry in WGS 84, in force from ``starts_on``.

    An outline in force before is closed on that day; one drawn from the same
    day is replaced. Raises ``NewerEpochKnown`` and then draws nothing.
    """
    drawn = []
    for land, geometry in outlines:
        which = {str(land._meta.model_name): land}
        epochs = Boundary.objects.filter(**which)
        if epochs.filter(starts_on__gt=starts_on).exists():
            raise NewerEpochKnown(str(land))
        boundary, _new = epochs.update_or_create(
            starts_on=starts_on,
            defaults={**which, "geometry": geometry, "source": source, "ends_on": None},
        )
        epochs.filter(starts_on__lt=starts_on, ends_on=None).update(ends_on=starts_on)
        drawn.append(boundary)
    if drawn:
        written = json.dumps([boundary.geometry for boundary in drawn], sort_keys=True)
        seal = digest or sha256(written.encode()).hexdigest()
        told = events.TerritoryImported("boundary", len(drawn), seal)
        write(told, about=canton, by=by, at=at)
    return drawn
