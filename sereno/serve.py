"""The one process: pages, listeners and followers on one event loop."""

import asyncio
import contextlib
import gc
import socket
import sys
from collections.abc import Callable, Coroutine
from importlib import import_module
from typing import Any

import uvicorn
from django.conf import settings
from django.urls import reverse

from sereno.alerts.followers import understanding
from sereno.alerts.intake import READERS
from sereno.alerts.intake.mqtt import listener
from sereno.alerts.intake.pulse import pulse
from sereno.asgi import application
from sereno.devices import watch
from sereno.documents import watch as reading
from sereno.environment import BadSetting
from sereno.example import introductions, simulator
from sereno.logbook import bridge
from sereno.logbook.stream import tail
from sereno.people import queries
from sereno.verify import witness

# The event loop gives the interpreter away at every look for news, and waits this long to have
# it back while a thread works for the database. An alarm makes some eight such changes of hands.
SWITCH = 0.0005  # seconds; Python's own 0.005 cost each alarm 40 ms
ROUNDS = 10_000, 20, 20  # new objects to a round of the collector, and rounds to an older one
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def forever(*, once_open: Callable[[], None]) -> None:
    """Serve until interrupted; ``once_open`` may still refuse, before anyone is answered."""
    if settings.EXAMPLE != "none" and settings.HOST not in LOOPBACK:
        raise BadSetting(
            f"SERENO_HOST={settings.HOST}: el ejemplo tiene contraseñas conocidas y solo se "
            f"atiende en esta máquina. Use SERENO_HOST={LOOPBACK[0]} o SERENO_EXAMPLE=none."
        )
    sys.setswitchinterval(SWITCH)
    settle()
    with door(settings.HOST, settings.PORT) as listening:
        once_open()
        print(greeting(), flush=True)
        asyncio.run(serve(listening))


def settle() -> None:
    """Take all that was loaded out of the collector's rounds: each cost a reader 100 ms.

    What is frozen no longer counts as old, so that a plan of some thousand objects would be
    walked whole several times while it is read; fewer rounds halve what the slowest wait.
    """
    import_module(settings.ROOT_URLCONF)
    gc.set_threshold(*ROUNDS)
    gc.collect()
    gc.freeze()


def greeting() -> str:
    """What whoever starts Sereno needs to know: where it is, where its data lies, who may enter."""
    host = f"[{settings.HOST}]" if ":" in settings.HOST else settings.HOST
    lines = [
        f"Sereno atiende en http://{host}:{settings.PORT}/",
        f"Los datos están en {settings.DATA}",
    ]
    if settings.EXAMPLE != "none":
        lines += ["", *introductions.lines()]
    elif not queries.has_people():
        page = f"http://{host}:{settings.PORT}" + reverse(
            "people:first", args=[queries.first_code()]
        )
        lines += ["", "Todavía no hay nadie. Quien dirige el consejo entra por:", page]
    return "\n".join([*lines, "", "Para terminar: Ctrl-C."])


def door(host: str, port: int) -> socket.socket:
    """A listening socket, or a refusal that says what to do about it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, or the event loop does not switch Nagle's delay off: 40 ms for every answer.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(2048)
    except OSError as problem:
        listening.close()
        raise BadSetting(
            f"SERENO_PORT={port}: no se puede abrir {host}:{port} ({problem.strerror}). "
            "Cierre el programa que usa ese puerto o elija otro, por ejemplo SERENO_PORT=8001."
        ) from problem
    return listening


class Server(uvicorn.Server):
    """A server that lets those who listen to the live line go before it closes its doors."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        tail.end()
        await super().shutdown(sockets)


async def serve(listening: socket.socket) -> None:
    server = Server(
        uvicorn.Config(
            application,
            lifespan="off",
            ws="none",
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=2,
        )
    )
    async with asyncio.TaskGroup() as group:
        helpers = [group.create_task(work) for work in background()]
        with contextlib.suppress(asyncio.CancelledError):
            await server.serve(sockets=[listening])
        for helper in helpers:
            helper.cancel()


def background() -> list[Coroutine[Any, Any, None]]:
    """What runs beside the pages, each until it is cancelled."""
    work: list[Coroutine[Any, Any, None]] = [
        understanding(READERS).run(),
        pulse.run(),
        watch.run(),
        reading.run(),
        witness.run(),
    ]
    if settings.SIMULATE:
        work.append(simulator.street(own_address()))
    if settings.MQTT_URL:
        work.append(listener.run())
    if settings.NATS_URL:
        work.append(bridge.run(settings.NATS_URL))
    return work


def own_address() -> str:
    """Where this machine reaches its own pages, also when they are served to every other one."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.HOST, settings.HOST)  # noqa: S104
    return f"http://[{host}]:{settings.PORT}" if ":" in host else f"http://{host}:{settings.PORT}"
