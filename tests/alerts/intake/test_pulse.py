"""Signs of life and positions reach the device, together, and never the logbook."""

import asyncio
import contextlib
from datetime import timedelta

import pytest

from sereno.alerts.intake import pulse as pulses
from sereno.alerts.intake.pulse import Pulse
from sereno.alerts.models import Signal
from sereno.devices.actions import Fix
from sereno.logbook.models import Entry
from tests.alerts.street import AT, Street, street


@pytest.mark.django_db
def test_signs_of_life_are_noted_and_leave_no_line() -> None:
    jipiro = street()
    lines = Entry.objects.count()
    pulse = Pulse()
    pulse.hear(jipiro.button.pk, at=AT)
    pulse.hear(jipiro.button.pk, at=AT + timedelta(seconds=9))
    assert pulse.write() == 1
    assert pulse.write() == 0
    jipiro.button.refresh_from_db()
    assert jipiro.button.last_contact_at == AT + timedelta(seconds=9)
    assert (Entry.objects.count(), Signal.objects.count()) == (lines, 0)


@pytest.mark.django_db
def test_a_position_is_also_a_sign_of_life() -> None:
    jipiro = street()
    pulse = Pulse()
    pulse.move(jipiro.button.pk, Fix(-3.99, -79.2, AT))
    pulse.write()
    jipiro.button.refresh_from_db()
    assert (jipiro.button.latitude, jipiro.button.longitude) == (-3.99, -79.2)
    assert jipiro.button.position_at == jipiro.button.last_contact_at == AT


def of_jipiro() -> tuple[Street, Pulse]:
    return street(), Pulse()


@pytest.mark.django_db(transaction=True)
def test_what_was_heard_is_written_on_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulses, "EVERY", 3_600.0)
    jipiro, pulse = of_jipiro()

    async def serve() -> None:
        running = asyncio.ensure_future(pulse.run())
        await asyncio.sleep(0)
        pulse.hear(jipiro.button.pk, at=AT)
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running

    asyncio.run(serve())
    jipiro.button.refresh_from_db()
    assert jipiro.button.last_contact_at == AT
