"""What is too large is refused before it is written anywhere."""

from collections.abc import AsyncIterator, Sequence
from typing import Any

import pytest

from sereno.web.limits import Application, Message, Receive, Scope, Send, TooLarge, limited

pytestmark = pytest.mark.anyio


async def echo(_scope: Scope, receive: Receive, send: Send) -> None:
    """Answers with the number of bytes it read, as an application does: reading first."""
    size, more = 0, True
    while more:
        message = await receive()
        size, more = size + len(message["body"]), message["more_body"]
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": str(size).encode()})


async def talks_first(_scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await receive()


async def ask(
    application: Application, chunks: Sequence[bytes], *, announced: bytes | None = None
) -> tuple[int, bytes]:
    headers = [] if announced is None else [(b"content-length", announced)]
    said: list[Any] = []

    async def coming() -> AsyncIterator[Message]:
        for place, chunk in enumerate(chunks, start=1):
            yield {"type": "http.request", "body": chunk, "more_body": place < len(chunks)}

    messages = coming()

    async def send(message: Message) -> None:
        said.append(message)

    await application({"type": "http", "headers": headers}, messages.__anext__, send)
    return said[0]["status"], said[-1].get("body", b"")


async def test_a_request_within_the_limit_goes_through() -> None:
    assert await ask(limited(echo, most=8), [b"1234", b"5678"], announced=b"8") == (200, b"8")


@pytest.mark.parametrize("announced", [b"9", b"-1", b"many", b""])
async def test_a_request_that_announces_too_much_or_nonsense_is_not_read(announced: bytes) -> None:
    status, body = await ask(limited(echo, most=8), [], announced=announced)
    assert status == 413
    assert "demasiado grande" in body.decode()


async def test_a_request_that_announces_nothing_is_cut_at_the_limit() -> None:
    status, _ = await ask(limited(echo, most=8), [b"1234", b"5678", b"9"])
    assert status == 413


async def test_an_answer_already_begun_is_not_begun_again() -> None:
    with pytest.raises(TooLarge):
        await ask(limited(talks_first, most=1), [b"12"])


async def test_what_is_not_a_request_passes() -> None:
    seen: list[str] = []

    async def lifespan(scope: Scope, _receive: Receive, _send: Send) -> None:
        seen.append(scope["type"])

    async def nothing(*_: object) -> Any:
        return {}

    await limited(lifespan, most=1)({"type": "lifespan"}, nothing, nothing)
    assert seen == ["lifespan"]
