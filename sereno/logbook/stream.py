"""The live line: the newest entries, read once a process and shared by every listener.

A listener holds nothing but its own cursor, so a slow one costs no memory and
a returning one loses and repeats nothing: what the tail no longer keeps is
read from the database.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextvars import Context
from dataclasses import dataclass

from django.db import DatabaseError

from sereno.logbook.doorbell import Doorbell, doorbell, heard
from sereno.logbook.models import Entry
from sereno.logbook.off_loop import off_loop

log = logging.getLogger(__name__)
LOOK_EVERY = 5.0  # seconds between looks when the doorbell is silent
PAGE = 500


@dataclass(frozen=True)
class Heard:
    """What the stream carries of a line: a fact to fetch a page by, never its contents."""

    number: int
    event: str
    subject: str


class Tail:
    """The newest lines, without a gap, kept in memory while someone listens."""

    def __init__(self, bell: Doorbell = doorbell, *, keep: int = 5_000) -> None:
        self._bell = bell
        self._keep = keep
        self._lines: list[Heard] = []
        self._newest = -1  # not looked yet
        self._moved = asyncio.Event()
        self._reader: asyncio.Task[None] | None = None
        self._listeners = 0
        self._is_over = False

    async def after(self, number: int) -> AsyncGenerator[list[Heard], None]:
        """The lines after ``number`` as they come; an empty list when all was quiet a while."""
        self._begin()
        try:
            while not self._is_over:
                lines = await self._since(number)
                if lines:
                    number = lines[-1].number
                    yield lines
                elif not await self._wait(number):
                    yield []
        finally:
            self._end()

    def end(self) -> None:
        """Let every listener go: the process is about to end, and they will come back."""
        self._is_over = True
        self._moved.set()

    def _begin(self) -> None:
        self._listeners += 1
        if self._reader is None:
            self._lines, self._newest, self._moved = [], -1, asyncio.Event()
            # A context of its own: the listener's ends with its request, the reader's must not.
            self._reader = asyncio.create_task(self._read(), context=Context())

    def _end(self) -> None:
        self._listeners -= 1
        if not self._listeners and self._reader is not None:
            self._reader.cancel()
            self._reader = None

    async def _read(self) -> None:
        with self._bell.listening() as bell:
            self._newest = await off_loop(newest)
            while True:
                bell.clear()  # before looking, so that no ring is lost
                try:
                    lines = await off_loop(read, self._newest)
                except DatabaseError:
                    log.exception("the live line could not read the logbook; it will look again")
                    lines = []
                if lines:
                    self._add(lines)
                else:
                    await heard(bell, LOOK_EVERY)

    def _add(self, lines: list[Heard]) -> None:
        self._lines.extend(lines)
        self._newest = lines[-1].number
        if len(self._lines) > 2 * self._keep:
            del self._lines[: -self._keep]
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()

    async def _since(self, number: int) -> list[Heard]:
        first = self._lines[0].number if self._lines else self._newest + 1
        if self._newest < 0 or number < first - 1:
            return await off_loop(read, number)
        return self._lines[number - first + 1 :]  # numbers have no gap

    async def _wait(self, number: int) -> bool:
        """Whether the tail moved past ``number`` within the time between two looks."""
        return self._newest > number or await heard(self._moved, LOOK_EVERY)


def newest() -> int:
    return Entry.objects.order_by("-number").values_list("number", flat=True).first() or 0


def read(number: int) -> list[Heard]:
    rows = Entry.objects.since(number).values_list("number", "event", "subject")[:PAGE]
    return [Heard(*row) for row in rows]


tail = Tail()
