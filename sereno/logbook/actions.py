"""What can be done to the logbook: write lines, and move a follower's cursor."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db import connection, models, transaction

from sereno.logbook import rules
from sereno.logbook.doorbell import doorbell
from sereno.logbook.events import Event
from sereno.logbook.models import Cursor, Entry
from sereno.logbook.rules import Line

LOCK = 7_373_001  # any number, as long as every writer asks for the same one
ROW = """
INSERT INTO logbook_entry (number, at, event, subject, actor, after_id, data, seal)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
"""


@dataclass
class Backdated(Exception):
    """An act cannot have been before the one that it answers: a clock is wrong, or bent."""

    at: datetime
    after: datetime


def in_time(*, at: datetime, after: datetime | None) -> None:
    """Refuse to sign before what is signed was written. Raises ``Backdated``."""
    if after is not None and at < after:
        raise Backdated(at, after)


@dataclass(frozen=True)
class Draft:
    """A line before it has a number: subjects are words such as ``alert:7``."""

    event: Event
    about: str
    at: datetime
    by: str = ""
    after: str = ""


def subject_of(thing: models.Model) -> str:
    """The word that stands for a thing in every line about it."""
    return f"{thing._meta.model_name}:{thing.pk}"


def write(
    event: Event,
    *,
    about: models.Model,
    by: models.Model | None,
    at: datetime,
    after: models.Model | None = None,
) -> Line:
    """Write one line, in the transaction of the act itself.

    ``after`` names the thing this act answers, when it is not the same thing.
    """
    draft = Draft(
        event,
        about=subject_of(about),
        at=at,
        by=subject_of(by) if by else "",
        after=subject_of(after) if after else "",
    )
    return write_all([draft])[0]


def hold_the_pen() -> None:
    """Be the only writer until this transaction ends; SQLite has one anyway.

    Sequence numbers can commit out of order; the lock makes number order commit order.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


@transaction.atomic(savepoint=False)
def write_all(drafts: Sequence[Draft]) -> list[Line]:
    """Write many lines at once, chained in the order given.

    No savepoint: an act whose line cannot be written is not to be kept, whoever catches what.
    """
    if not drafts:
        return []
    hold_the_pen()
    last = Entry.objects.order_by("-number").values_list("number", "seal").first()
    number, seal = last or (0, rules.GENESIS)
    newest = _newest_about({draft.after or draft.about for draft in drafts})
    lines, seals = [], []
    for draft in drafts:
        number += 1
        line = Line(
            number=number,
            at=draft.at,
            event=draft.event.name,
            subject=draft.about,
            actor=draft.by,
            after=newest.get(draft.after or draft.about),
            data=draft.event.data(),
        )
        seal = rules.seal(seal, line)
        newest[draft.about] = number
        lines.append(line)
        seals.append(seal)
    _add(lines, seals)
    transaction.on_commit(partial(doorbell.ring, {line.event for line in lines}))
    return lines


def _add(lines: Sequence[Line], seals: Sequence[str]) -> None:
    """The rows as they are: to make an object of each line would take longer than to seal it."""
    moment, data = connection.ops.adapt_datetimefield_value, connection.ops.adapt_json_value
    with connection.cursor() as cursor:
        cursor.executemany(
            ROW,
            [
                (
                    *(line.number, moment(line.at), line.event, line.subject, line.actor),
                    *(line.after, data(line.data, None), seal),
                )
                for line, seal in zip(lines, seals, strict=True)
            ],
        )


def _newest_about(subjects: set[str]) -> dict[str, int]:
    """The newest line about each subject."""
    if len(subjects) == 1:
        subject = next(iter(subjects))
        number = Entry.objects.about(subject).values_list("number", flat=True).last()
        return {subject: number} if number else {}
    found: dict[str, int] = {}
    ordered = sorted(subjects)
    for start in range(0, len(ordered), 500):
        rows = (
            Entry.objects.filter(subject__in=ordered[start : start + 500])
            .values_list("subject")
            .annotate(newest=models.Max("number"))
        )
        found.update(rows)
    return found


def claim(follower: str) -> int:
    """Hold the cursor of ``follower`` until the transaction ends; the line it stands at.

    On PostgreSQL the row is the right to act: one follower of a name at a time.
    """
    Cursor.objects.get_or_create(follower=follower)
    return Cursor.objects.select_for_update().get(pk=follower).number


def advance(follower: str, *, to: int) -> None:
    """Remember that ``follower`` has done everything up to this line."""
    Cursor.objects.update_or_create(follower=follower, defaults={"number": to})
