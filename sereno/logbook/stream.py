"""The live line: the newest entries, read once a process and shared by every listener.

Every listener holds nothing but its own cursor, so a slow one costs no memory
and a returning one loses and repeats nothing: what the tail no longer keeps is
read from the database.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass

from sereno.logbook.doorbell import Doorbell, doorbell, heard
from sereno.logbook.events import known
from sereno.logbook.models import Entry

LOOK_EVERY = 5.0  # seconds between looks when the doorbell is silent
PAGE = 500


@dataclass(frozen=True)
class Heard:
    """What the stream carries of a line: a fact to fetch a page by, never its contents."""

    number: int
    event: str
    subject: str


class Tail:
    """The newest lines of the logbook, kept in memory while someone listens."""

    def __init__(self, bell: Doorbell = doorbell, *, keep: int = 10_000) -> None:
        self._bell = bell
        self._lines: deque[Heard] = deque(maxlen=keep)
        self._newest = 0
        self._moved: asyncio.Condition | None = None
        self._reader: asyncio.Task[None] | None = None
        self._listeners = 0

    async def after(self, number: int) -> AsyncIterator[Heard | None]:
        """Every line after ``number``, and ``None`` when nothing happened for a while."""
        await self._begin()
        try:
            while True:
                lines = await self._since(number)
                for line in lines:
                    number = line.number
                    yield line
                if not lines and not await self._wait(number):
                    yield None
        finally:
            self._end()

    async def _begin(self) -> None:
        self._listeners += 1
        if self._reader is None:
            self._moved = asyncio.Condition()
            self._newest = await newest()
            self._lines.clear()
            self._reader = asyncio.create_task(self._read(), name="logbook tail")

    def _end(self) -> None:
        self._listeners -= 1
        if not self._listeners and self._reader is not None:
            self._reader.cancel()
            self._reader = None

    async def _read(self) -> None:
        with self._bell.listening() as bell:
            while True:
                bell.clear()  # before looking, so that no ring is lost
                lines = await read(self._newest)
                if lines and self._moved is not None:
                    async with self._moved:
                        self._lines.extend(lines)
                        self._newest = lines[-1].number
                        self._moved.notify_all()
                elif not await heard(bell, LOOK_EVERY):
                    continue

    async def _since(self, number: int) -> list[Heard]:
        if number >= self._newest:
            return []
        if not self._lines or number < self._lines[0].number - 1:
            return await read(number)
        return [line for line in self._lines if line.number > number]

    async def _wait(self, number: int) -> bool:
        if self._moved is None:
            return False
        try:
            async with asyncio.timeout(LOOK_EVERY), self._moved:
                await self._moved.wait_for(lambda: self._newest > number)
        except TimeoutError:
            return False
        return True


async def newest() -> int:
    number = await Entry.objects.order_by("-number").values_list("number", flat=True).afirst()
    return number or 0


async def read(number: int) -> list[Heard]:
    rows = Entry.objects.since(number).values_list("number", "event", "subject")[:PAGE]
    return [Heard(*row) async for row in rows]


def may_hear(line: Heard, audiences: frozenset[str]) -> bool:
    """An event no room declares is heard by nobody."""
    event = known().get(line.event)
    return event is not None and event.audience in audiences


tail = Tail()
