"""The live line as server-sent events."""

import json
import time
from collections.abc import AsyncGenerator
from functools import lru_cache
from typing import Protocol, cast

from asgiref.sync import sync_to_async
from django.db import connections
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _

from sereno.logbook.events import known
from sereno.logbook.off_loop import off_loop
from sereno.logbook.stream import Heard, newest, tail

LASTS = 600.0  # seconds; the browser comes back by itself, and its right to listen is asked again


class Listener(Protocol):
    """What the live line needs to know of whoever listens."""

    is_authenticated: bool

    def audiences(self) -> frozenset[str]: ...


async def live(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """Lines after ``Last-Event-ID``, else after ``?since=``, else from now on."""
    listener = cast("Listener", await request.auser())
    if not listener.is_authenticated:
        return HttpResponse(_("Ingrese para escuchar lo que ocurre."), status=403)
    asked = request.headers.get("Last-Event-ID") or request.GET.get("since")
    if asked is not None and not (asked.isascii() and asked.isdecimal() and len(asked) < 19):
        return HttpResponse(_("El número de línea debe ser un entero."), status=400)
    audiences = await sync_to_async(listener.audiences)()
    await sync_to_async(connections.close_all)()  # a listener waits without a connection
    since = await off_loop(newest) if asked is None else int(asked)
    return StreamingHttpResponse(
        lines(since, audiences),
        content_type="text/event-stream",
        headers={"Cache-Control": "no-cache", "X-Accel-Buffering": "no"},
    )


async def lines(since: int, audiences: frozenset[str]) -> AsyncGenerator[bytes, None]:
    """The stream: what these audiences may hear, and a sign of life when all is quiet."""
    ends = time.monotonic() + LASTS
    yield b"retry: 1000\nid: %d\n\n" % since
    async for batch in tail.after(since):
        spoken = [as_event(line) for line in batch if may_hear(line, audiences)]
        if spoken or not batch:
            yield b"".join(spoken) or b": still here\n\n"
        if time.monotonic() > ends:
            return


def may_hear(line: Heard, audiences: frozenset[str]) -> bool:
    """An event no room declares is heard by nobody."""
    event = known().get(line.event)
    return event is not None and event.audience in audiences


@lru_cache(maxsize=4096)
def as_event(line: Heard) -> bytes:
    body = json.dumps({"number": line.number, "event": line.event, "subject": line.subject})
    return f"id: {line.number}\ndata: {body}\n\n".encode()
