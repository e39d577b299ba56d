"""The watch looks again and again, and a database that fails once does not end it."""

import asyncio
import contextlib
from datetime import UTC, datetime, timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from sereno.devices import watch
from sereno.devices.models import Condition, Device, Patience
from sereno.devices.rules import Cause, State
from sereno.logbook.models import Entry

LONG_AGO = datetime(2026, 1, 1, 13, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_a_look_takes_the_silent_out_of_service() -> None:
    Patience.objects.create(kind=Device.Kind.SIREN, seconds=600)
    for code, heard_at in (("SIR-01", LONG_AGO), ("SIR-02", timezone.now())):
        siren = Device.objects.create(
            code=code,
            kind=Device.Kind.SIREN,
            name=code,
            state=State.OPERATING,
            state_since=LONG_AGO,
            last_contact_at=heard_at,
        )
        Condition.objects.create(device=siren, state=State.OPERATING, starts_at=LONG_AGO)
    watch.look()
    silent = Device.objects.get(state=State.OUT)
    assert (silent.code, silent.cause) == ("SIR-01", Cause.SILENCE)
    assert silent.state_since - timezone.now() < timedelta(minutes=1)
    assert [line.event for line in Entry.objects.all()] == ["device.fell_silent"]


def test_a_database_that_fails_does_not_end_the_watch(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = 0

    async def serve() -> None:
        looked = asyncio.Event()
        loop = asyncio.get_running_loop()

        def look() -> None:
            nonlocal looks
            looks += 1
            if looks < 3:
                raise OperationalError("database is locked")
            loop.call_soon_threadsafe(looked.set)

        monkeypatch.setattr(watch, "EVERY", 0.0)
        monkeypatch.setattr(watch, "look", look)
        running = asyncio.ensure_future(watch.run())
        await asyncio.wait_for(looked.wait(), 30)
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running

    asyncio.run(serve())
    assert looks >= 3
