"""A ring on one machine is heard on the other, and only there."""

import asyncio

import nats
import pytest

from sereno.logbook import bridge
from sereno.logbook.doorbell import doorbell, heard
from tests import needs

pytestmark = [pytest.mark.anyio, pytest.mark.needs(needs.NATS)]


async def test_a_line_written_on_another_machine_rings_here() -> None:
    crossed = asyncio.Event()
    crossing = asyncio.create_task(bridge.run(needs.nats_url(), crossed))
    await asyncio.wait_for(crossed.wait(), 5)
    other = await nats.connect(needs.nats_url())
    with doorbell.listening() as bell:
        await other.publish(bridge.SUBJECT, b"")
        assert await heard(bell, 5)
    await other.close()
    crossing.cancel()


async def test_a_line_written_here_rings_on_another_machine_once() -> None:
    crossed = asyncio.Event()
    crossing = asyncio.create_task(bridge.run(needs.nats_url(), crossed))
    await asyncio.wait_for(crossed.wait(), 5)
    other = await nats.connect(needs.nats_url())
    rings = await other.subscribe(bridge.SUBJECT)
    await other.flush()
    await asyncio.to_thread(doorbell.ring)
    await rings.next_msg(timeout=5)
    with pytest.raises(TimeoutError):
        await rings.next_msg(timeout=0.2)
    await other.close()
    crossing.cancel()
