"""The real server in a process of its own, and one connection to it that is kept open."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HOUSE = Path(__file__).parent.parent
PATIENCE = 60  # seconds until its port answers


@dataclass(frozen=True)
class Answer:
    """What came back, and how many milliseconds passed until its last byte was here."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    took: float


class Connection:
    """Asks one thing after the other, as a program or a browser does."""

    def __init__(self, port: int) -> None:
        self._line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def ask(self, path: str, *, body: bytes | None = None, **headers: str) -> Answer:
        named = {name.replace("_", "-"): told for name, told in headers.items()}
        began = time.perf_counter()
        self._line.request("GET" if body is None else "POST", path, body, named)
        answer = self._line.getresponse()
        content = answer.read()
        took = (time.perf_counter() - began) * 1000
        told = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, told, content, took)

    def close(self) -> None:
        self._line.close()


@contextmanager
def serving(data: Path) -> Iterator[Connection]:
    """Serve what lies in a folder until the end of the block."""
    port = _free_port()
    given = {"SERENO_DATA": str(data), "SERENO_PORT": str(port), "SERENO_SIMULATE": "0"}
    running = subprocess.Popen(
        [sys.executable, "-m", "sereno", "serve"],
        cwd=HOUSE,
        env=os.environ | given,
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait(port, running)
        connection = Connection(port)
        yield connection
        connection.close()
    finally:
        running.terminate()
        running.wait()


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _wait(port: int, running: "subprocess.Popen[bytes]") -> None:
    ends_at = time.monotonic() + PATIENCE
    while time.monotonic() < ends_at and running.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the server did not answer")
