"""The texts that a person writes into a document are kept; another may replace each."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from sereno.logbook.actions import write
from sereno.people.models import Person
from sereno.reports import events
from sereno.reports.models import FreeText


@transaction.atomic
def keep_texts(
    document: str, subject: str, texts: Mapping[str, str], *, by: Person, at: datetime
) -> list[str]:
    """Keep those that changed and say which; what stood before stays, with its end."""
    standing = FreeText.objects.standing().select_for_update()
    before = {one.code: one for one in standing.filter(document=document, subject=subject)}
    changed = []
    for code, text in texts.items():
        said = text.replace("\r\n", "\n").strip()
        was = before.get(code)
        if said == (was.text if was else ""):
            continue
        if was:
            was.replaced_at = at
            was.save(update_fields=["replaced_at"])
        kept = FreeText(
            document=document, subject=subject, code=code, text=said, kept_at=at, kept_by=by
        )
        kept.save(force_insert=True)
        write(events.TextKept(document=document, code=code), about=kept, by=by, at=at)
        changed.append(code)
    return changed
