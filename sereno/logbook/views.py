"""The live line as server-sent events."""

import json
from collections.abc import AsyncIterator
from typing import Protocol, cast

from asgiref.sync import sync_to_async
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _

from sereno.logbook.stream import Heard, may_hear, newest, tail


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
    if asked is not None and not asked.isdecimal():
        return HttpResponse(_("El número de línea debe ser un entero."), status=400)
    since = await newest() if asked is None else int(asked)
    return StreamingHttpResponse(
        lines(since, await sync_to_async(listener.audiences)()),
        content_type="text/event-stream",
        headers={"Cache-Control": "no-cache", "X-Accel-Buffering": "no"},
    )


async def lines(since: int, audiences: frozenset[str]) -> AsyncIterator[bytes]:
    """The stream: only what these audiences may hear, and a sign of life when all is quiet."""
    yield b"retry: 1000\n\n"
    async for line in tail.after(since):
        if line is None:
            yield b": still here\n\n"
        elif may_hear(line, audiences):
            yield as_event(line)


def as_event(line: Heard) -> bytes:
    body = json.dumps({"number": line.number, "event": line.event, "subject": line.subject})
    return f"id: {line.number}\ndata: {body}\n\n".encode()
