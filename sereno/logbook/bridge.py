"""The doorbell between machines: a NATS subject that carries nothing but the ring."""

import asyncio

import nats
from nats.aio.msg import Msg

from sereno.logbook.doorbell import doorbell

SUBJECT = "sereno.logbook"


async def run(url: str, crossed: asyncio.Event | None = None) -> None:
    """Ring here when another machine wrote a line, and there when this one did.

    ``crossed`` is set when the bridge stands.
    """
    loop = asyncio.get_running_loop()
    server = await nats.connect(
        url, name="sereno", max_reconnect_attempts=-1, allow_reconnect=True, no_echo=True
    )

    async def rung(_message: Msg) -> None:
        doorbell.ring_here()

    def relay() -> None:
        asyncio.run_coroutine_threadsafe(server.publish(SUBJECT, b""), loop)

    try:
        await server.subscribe(SUBJECT, cb=rung)
        with doorbell.relaying(relay):
            if crossed:
                crossed.set()
            await asyncio.Event().wait()
    finally:
        await server.close()
