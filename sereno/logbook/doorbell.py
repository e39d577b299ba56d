"""The doorbell: it shortens the wait for the next line, and carries nothing.

The database is the truth. If the bell falls silent, whoever waits still looks
every few seconds. In this process it tells what kind of line came, so that nobody
looks in vain; from another machine comes the ring alone.
"""

import asyncio
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Bell:
    """Where it rings, and for which events; for every one where none is named."""

    loop: asyncio.AbstractEventLoop
    rung: asyncio.Event
    hears: Collection[str]

    def ring(self, events: Collection[str]) -> None:
        is_meant = not events or not self.hears or any(name in self.hears for name in events)
        if is_meant and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self.rung.set)


class Doorbell:
    """Wakes whoever waits for the next line, from any thread."""

    def __init__(self) -> None:
        self._bells: set[Bell] = set()
        self._relays: set[Callable[[], None]] = set()

    def ring(self, events: Collection[str] = ()) -> None:
        """Wake the listeners of this process and tell the other machines."""
        self.ring_here(events)
        for relay in tuple(self._relays):
            relay()

    def ring_here(self, events: Collection[str] = ()) -> None:
        """Wake those who hear one of these events; everyone where it is not known which came."""
        for bell in tuple(self._bells):
            bell.ring(events)

    @contextmanager
    def listening(self, hears: Collection[str] = ()) -> Iterator[asyncio.Event]:
        bell = Bell(asyncio.get_running_loop(), asyncio.Event(), hears)
        self._bells.add(bell)
        try:
            yield bell.rung
        finally:
            self._bells.discard(bell)

    @contextmanager
    def relaying(self, relay: Callable[[], None]) -> Iterator[None]:
        """Also call ``relay`` at every ring; it must return at once."""
        self._relays.add(relay)
        try:
            yield
        finally:
            self._relays.discard(relay)


doorbell = Doorbell()


async def heard(bell: asyncio.Event, seconds: float) -> bool:
    """Whether the bell rang within that time."""
    try:
        return await asyncio.wait_for(bell.wait(), seconds)
    except TimeoutError:
        return False
