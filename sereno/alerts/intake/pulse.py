"""Signs of life and positions: kept apart from the logbook, and written together once a second."""

import asyncio
import logging
from datetime import datetime
from threading import Lock

from django.db import DatabaseError

from sereno.devices import actions as devices
from sereno.devices.actions import Fix
from sereno.logbook.off_loop import off_loop

log = logging.getLogger(__name__)
EVERY = 1.0  # seconds


class Pulse:
    """Remembers the newest sign of life of each device until it is written."""

    def __init__(self) -> None:
        self._heard: dict[int, datetime] = {}
        self._moved: dict[int, Fix] = {}
        self._lock = Lock()

    def hear(self, device: int, *, at: datetime) -> None:
        with self._lock:
            self._heard[device] = at

    def move(self, device: int, fix: Fix) -> None:
        with self._lock:
            self._heard[device] = fix.at
            self._moved[device] = fix

    def write(self) -> int:
        """Write what came since the last time; how many devices it was about."""
        with self._lock:
            heard, self._heard = self._heard, {}
            moved, self._moved = self._moved, {}
        if moved:
            devices.move_all(moved)
        if heard:
            devices.hear_all(heard)
        return len(heard)

    async def run(self) -> None:
        """Write until cancelled, and once more on the way out."""
        try:
            while True:
                await asyncio.sleep(EVERY)
                try:
                    await off_loop(self.write)
                except DatabaseError:
                    log.exception("signs of life could not be written; the next ones will tell")
        finally:
            await off_loop(self.write)


pulse = Pulse()
