"""The watch: reads documents that wait, one at a time, each in a process of its own.

It follows the doorbell of the logbook, and holds no transaction while a document is read: an
alarm never waits for a paper.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.db import DatabaseError
from django.utils import timezone

from sereno.documents import actions, events, queries
from sereno.documents.models import ColumnMapping, Document
from sereno.documents.readers import apart
from sereno.logbook.doorbell import doorbell, heard
from sereno.logbook.off_loop import off_loop

log = logging.getLogger(__name__)
LOOK_EVERY = 5.0  # seconds
WAKES = frozenset({events.DocumentKept.name, events.RereadingAsked.name})
Clock = Callable[[], datetime]


async def run() -> None:
    """Read until cancelled. What was being read when the house stopped waits again."""
    await off_loop(actions.forget_begun)
    with doorbell.listening(WAKES) as bell:
        while True:
            bell.clear()
            try:
                moved = await off_loop(read_next)
            except DatabaseError:
                log.exception("a document could not be read; it will be tried again")
                moved = False
            if not moved:
                await heard(bell, LOOK_EVERY)


def read_next(clock: Clock = timezone.now) -> bool:
    """Read the oldest document that waits; whether there was one."""
    document = actions.begin(at=clock())
    if document is None:
        return False
    try:
        read_now(document, clock)
    except actions.SomethingAccepted:
        # Another hand did meanwhile, as --accept beside a house that starts: its rows stay.
        log.info("document %s was read and accepted by another hand", document.pk)
    return True


def read_now(document: Document, clock: Clock = timezone.now) -> None:
    """Read a document that was begun, and keep what came of it."""
    mapping = {one.signature: one.columns for one in ColumnMapping.objects.all()}
    path = Path(document.file.path)
    found = apart.read(
        path, document.name, mapping, document.wanted_kind, territory=queries.territory()
    )
    if found.reading is None:
        actions.keep_refusal(document, found.code, found.says, at=clock())
        return
    sheet = actions.Sheet(format=found.format, pages=found.pages, extra=found.extra)
    actions.keep_reading(document, found.reading, sheet, at=clock())
