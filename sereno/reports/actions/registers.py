"""A register of the transparency law is kept for a month; another page may replace it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from sereno.logbook.actions import write
from sereno.people.models import Person
from sereno.reports import events
from sereno.reports.models import RegisterPage


@dataclass(frozen=True)
class RegisterDraft:
    """One numeral of one month: rows of texts in the order of its columns, or an absence."""

    numeral: str
    year: int
    month: int
    state: str
    because: str = ""
    rows: Sequence[Sequence[str]] = ()


@transaction.atomic
def keep_register(draft: RegisterDraft, *, by: Person, at: datetime) -> RegisterPage:
    """Keep a page; the one that stood stays, with the time at which it was replaced."""
    standing = RegisterPage.objects.standing().select_for_update()
    before = standing.filter(numeral=draft.numeral, year=draft.year, month=draft.month).first()
    if before:
        before.replaced_at = at
        before.save(update_fields=["replaced_at"])
    page = RegisterPage(
        numeral=draft.numeral,
        year=draft.year,
        month=draft.month,
        state=draft.state,
        because=draft.because.strip(),
        rows=[list(row) for row in draft.rows],
        kept_at=at,
        kept_by=by,
    )
    page.save(force_insert=True)
    kept = events.RegisterKept(numeral=draft.numeral, state=draft.state, rows=len(page.rows))
    write(kept, about=page, by=by, at=at)
    return page
