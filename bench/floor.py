"""The floor: the same road with nothing of Sereno on it.

A bare ASGI application takes the same request, commits the bytes to SQLite with
``synchronous=FULL``, answers, and tells the same number of listeners from
memory. Whatever Sereno takes beyond this is what it does for people: the
device's key, the chained logbook, the reading, the place, the alert, the rights
of each listener.
"""

import asyncio
import json
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import uvicorn

writer = ThreadPoolExecutor(max_workers=1)
listeners: set[asyncio.Queue[bytes]] = set()


def commit(database: sqlite3.Connection, raw: bytes) -> int:
    with database:
        number = database.execute("INSERT INTO signal (raw) VALUES (?)", (raw,)).lastrowid
    return number or 0


class Floor:
    """Two addresses: anything posted is kept and told; anything else listens."""

    def __init__(self, file: Path) -> None:
        self.database = sqlite3.connect(file, check_same_thread=False)
        self.database.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            "CREATE TABLE signal (id INTEGER PRIMARY KEY, raw BLOB);"
        )

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["method"] == "POST":
            await self.keep(receive, send)
        else:
            await self.tell(send)

    async def keep(self, receive: Any, send: Any) -> None:
        raw = (await receive())["body"]
        loop = asyncio.get_running_loop()
        number = await loop.run_in_executor(writer, commit, self.database, raw)
        await send({"type": "http.response.start", "status": 202, "headers": []})
        await send({"type": "http.response.body", "body": json.dumps({"kept": number}).encode()})
        body = {"number": number, "event": "alert.raised", "subject": f"alert:{number}"}
        line = f"id: {number}\ndata: {json.dumps(body)}\n\n".encode()
        for listener in listeners:
            listener.put_nowait(line)

    async def tell(self, send: Any) -> None:
        lines: asyncio.Queue[bytes] = asyncio.Queue()
        listeners.add(lines)
        try:
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b": here\n\n", "more_body": True})
            while True:
                line = await lines.get()
                await send({"type": "http.response.body", "body": line, "more_body": True})
        finally:
            listeners.discard(lines)


if __name__ == "__main__":
    port, folder = int(sys.argv[1]), Path(sys.argv[2])
    uvicorn.run(
        Floor(folder / "floor.sqlite3"),
        port=port,
        lifespan="off",
        log_level="critical",
        access_log=False,
        timeout_graceful_shutdown=1,
    )
