"""Those who follow the logbook: each acts on certain lines, once and in order."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from asgiref.sync import sync_to_async
from django.db import connection, transaction

from sereno.logbook.actions import advance
from sereno.logbook.doorbell import doorbell, heard
from sereno.logbook.models import Cursor, Entry
from sereno.logbook.stream import LOOK_EVERY

log = logging.getLogger(__name__)
PAGE = 200


@dataclass(frozen=True)
class Follower:
    """``does`` acts on the lines of the events it ``hears``.

    The act and the step of the cursor share one transaction: after a crash the
    follower goes on with the first line it had not finished, and repeats none.
    """

    name: str
    hears: frozenset[str]
    does: Callable[[list[Entry]], None]

    @transaction.atomic
    def step(self) -> int:
        """Do the next lines, at most a page of them; how far the cursor moved."""
        cursor, _ = Cursor.objects.get_or_create(follower=self.name)
        if connection.vendor == "postgresql":
            cursor = Cursor.objects.select_for_update().get(pk=self.name)
        newest = Entry.objects.order_by("-number").values_list("number", flat=True).first() or 0
        lines = list(Entry.objects.since(cursor.number).filter(event__in=self.hears)[:PAGE])
        to = lines[-1].number if len(lines) == PAGE else newest
        if to == cursor.number:
            return 0
        if lines:
            self.does(lines)
        advance(self.name, to=to)
        return to - cursor.number

    async def run(self) -> None:
        """Follow until cancelled. A step that fails is tried again, never passed over."""
        step = sync_to_async(self.step, thread_sensitive=False)
        with doorbell.listening() as bell:
            while True:
                bell.clear()
                try:
                    moved = await step()
                except Exception:
                    log.exception("follower %s stumbled; it will try again", self.name)
                    moved = 0
                if not moved:
                    await heard(bell, LOOK_EVERY)
