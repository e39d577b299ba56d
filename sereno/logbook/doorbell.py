"""The doorbell: it shortens the wait for the next line, and carries nothing.

The database is the truth. If the bell falls silent, whoever waits still looks
every few seconds.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Doorbell:
    """Wakes whoever waits for the next line, from any thread."""

    def __init__(self) -> None:
        self._bells: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()
        self._relays: set[Callable[[], None]] = set()

    def ring(self) -> None:
        """Wake the listeners of this process and tell the other machines."""
        self.ring_here()
        for relay in tuple(self._relays):
            relay()

    def ring_here(self) -> None:
        for loop, bell in tuple(self._bells):
            if not loop.is_closed():
                loop.call_soon_threadsafe(bell.set)

    @contextmanager
    def listening(self) -> Iterator[asyncio.Event]:
        bell = (asyncio.get_running_loop(), asyncio.Event())
        self._bells.add(bell)
        try:
            yield bell[1]
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
