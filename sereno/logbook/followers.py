"""Those who follow the logbook: each acts on certain lines, once and in order."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from sereno.logbook.actions import advance, claim
from sereno.logbook.doorbell import doorbell, heard
from sereno.logbook.models import Cursor, Entry, EntryQuerySet
from sereno.logbook.off_loop import off_loop
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
    page: int = PAGE

    def step(self) -> int:
        """Do the next lines, at most a page of them; how many were done."""
        # Looking first costs no lock: most lines are for somebody else.
        cursor = Cursor.objects.filter(pk=self.name).first()
        if not self._unread(cursor.number if cursor else 0).exists():
            return 0
        with transaction.atomic():
            lines = list(self._unread(claim(self.name))[: self.page])
            if lines:
                self.does(lines)
                advance(self.name, to=lines[-1].number)
            return len(lines)

    def _unread(self, number: int) -> EntryQuerySet:
        return Entry.objects.since(number).filter(event__in=self.hears)

    async def run(self) -> None:
        """Follow until cancelled. A step that fails is tried again, never passed over."""
        with doorbell.listening(self.hears) as bell:
            while True:
                bell.clear()
                try:
                    moved = await off_loop(self.step)
                except Exception:
                    log.exception("follower %s stumbled; it will try again", self.name)
                    moved = 0
                if not moved:
                    await heard(bell, LOOK_EVERY)
