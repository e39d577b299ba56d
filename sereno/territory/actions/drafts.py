"""A file between being sent and being accepted: looked at first, then brought in or thrown away."""

from datetime import datetime, timedelta

from django.db import models, transaction
from django.utils import timezone

from sereno.territory.actions.imports import Outcome, import_csv, import_geojson
from sereno.territory.models import Canton, Draft
from sereno.territory.rules.files import Level

KEPT = timedelta(days=1)  # a file nobody accepted is forgotten after that


class DraftGone(Exception):
    """Somebody accepted or threw away this file already."""


@transaction.atomic
def keep_draft(draft: Draft, *, at: datetime) -> Draft:
    """Keep a file until somebody decides; those of days before are forgotten."""
    Draft.objects.filter(sent_at__lt=at - KEPT).delete()
    draft.sent_at = at
    draft.save()
    return draft


@transaction.atomic
def accept(draft: Draft, canton: Canton, *, by: models.Model | None, at: datetime) -> Outcome:
    """Bring in what the file says, once. Raises ``DraftGone`` and ``Unreadable``."""
    data, level = bytes(draft.content), Level(draft.level)
    discard(draft)
    if draft.form == Draft.Form.TABLE:
        return import_csv(canton, data, level=level, by=by, at=at)
    return import_geojson(
        canton,
        data,
        level=level,
        starts_on=draft.starts_on or timezone.localdate(at),
        source=draft.source,
        name_field=draft.name_field,
        code_field=draft.code_field,
        parish_field=draft.parish_field,
        by=by,
        at=at,
    )


def discard(draft: Draft) -> None:
    """Throw a file away. Raises ``DraftGone``."""
    if not Draft.objects.filter(pk=draft.pk).delete()[0]:
        raise DraftGone(draft.file_name)
