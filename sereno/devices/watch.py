"""The watch: looks every half minute for devices that fell silent.

The first look waits too: after a pause of Sereno itself, whoever is alive must be heard first.
"""

import asyncio
import logging

from django.db import DatabaseError
from django.utils import timezone

from sereno.devices import actions
from sereno.logbook.off_loop import off_loop

log = logging.getLogger(__name__)
EVERY = 30.0  # seconds


async def run() -> None:
    """Watch until cancelled."""
    while True:
        await asyncio.sleep(EVERY)
        try:
            await off_loop(look)
        except DatabaseError:
            log.exception("the watch could not look for silent devices; it will look again")


def look() -> None:
    actions.notice_silence(at=timezone.now())
