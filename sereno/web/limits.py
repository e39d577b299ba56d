"""No request may bring more than its door takes: it would all be written to disk first."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

Scope = dict[str, Any]
Message = Mapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

TOO_LARGE = "Lo que envía es demasiado grande. Envíe un archivo más pequeño.\n".encode()


class TooLarge(Exception):
    """More bytes came than the door takes."""


class Request:
    """Counts what comes in, and remembers whether the answer has begun."""

    def __init__(self, receive: Receive, send: Send, *, most: int) -> None:
        self._receive, self._send, self._left = receive, send, most
        self.is_answered = False

    async def receive(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise TooLarge
        return message

    async def send(self, message: Message) -> None:
        self.is_answered = True
        await self._send(message)


def limited(application: Application, *, most: int) -> Application:
    """The application, for requests of at most ``most`` bytes of body; others get 413."""

    async def door(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await application(scope, receive, send)
            return
        announced = dict(scope["headers"]).get(b"content-length", b"0")
        if not announced.isdigit() or int(announced) > most:
            await refuse(send)
            return
        request = Request(receive, send, most=most)
        try:
            await application(scope, request.receive, request.send)
        except TooLarge:
            if request.is_answered:
                raise
            await refuse(send)

    return door


async def refuse(send: Send) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": TOO_LARGE})
