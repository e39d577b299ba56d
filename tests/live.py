"""A real Sereno for the tests that must see one: its own folder, port, database and process."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit, urlunsplit

import httpx
import psycopg
from django.db import connection
from psycopg import sql

from tests import needs

HOUSE = Path(__file__).parent.parent
PATIENCE_SECONDS = 60
Found = TypeVar("Found")


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port


def wait_until(look: Callable[[], Found | None], *, what: str) -> Found:
    """The first thing that ``look`` finds; looks often, and gives up saying what was awaited."""
    ends_at = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < ends_at:
        if found := look():
            return found
        time.sleep(0.05)
    raise AssertionError(f"waited {PATIENCE_SECONDS} s in vain for {what}")


class Installation:
    """Sereno set up as a council would, on the kind of database that this run is about.

    ``chosen`` are settings by their environment names; what is not chosen is as quiet
    as can be: no example, no simulator.
    """

    def __init__(self, data: Path, **chosen: str) -> None:
        self.data = data
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None
        self._log = data.with_suffix(".log")
        self._database = _new_database() if connection.vendor == "postgresql" else ""
        self._roles: tuple[str, ...] = ()
        bare = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("SERENO_", "DJANGO_", "DATABASE_URL"))
        }
        self.environment = bare | {
            "PYTHONUNBUFFERED": "1",
            "SERENO_DATA": str(data),
            "SERENO_PORT": str(self.port),
            "SERENO_EXAMPLE": "none",
            "SERENO_SIMULATE": "0",
            **({"DATABASE_URL": _database_url(self._database)} if self._database else {}),
            **chosen,
        }

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """One command to its end, such as ``run("verify")``."""
        return subprocess.run(
            [sys.executable, "-m", "sereno", *words],
            cwd=HOUSE,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )

    def prepare(self) -> None:
        done = self.run("prepare")
        assert done.returncode == 0, done.stdout + done.stderr

    def hand_over(self) -> None:
        """Serve from now on as the roles that are enough for it, where the database has roles."""
        if not self._database:
            return
        self.environment["SERENO_ROLE_PREFIX"] = self._database
        done = self.run("roles", "--lay")
        assert done.returncode == 0, done.stdout + done.stderr
        self._roles = (f"{self._database}_app", f"{self._database}_public")
        addresses = []
        for role in self._roles:
            password = secrets.token_hex(8)
            said = sql.SQL("ALTER ROLE {} PASSWORD {}")
            _command(said.format(sql.Identifier(role), sql.Literal(password)))
            place = urlsplit(_database_url(self._database))
            where = f"{place.hostname}:{place.port or 5432}"
            addresses.append(f"postgres://{role}:{password}@{where}/{self._database}")
        self.environment["DATABASE_URL"], self.environment["SERENO_PUBLIC_DATABASE_URL"] = addresses

    def start(self) -> None:
        """Serve, and come back once the pages answer."""
        with self._log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "sereno", "serve"],
                cwd=HOUSE,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        wait_until(self._answers, what=f"the pages of {self.url}")

    def said(self) -> str:
        """All that the process wrote."""
        return self._log.read_text(encoding="utf-8") if self._log.exists() else ""

    def end(self, how: signal.Signals = signal.SIGINT) -> int:
        """Send the signal, wait for the end, and give the exit code."""
        assert self.process is not None, "it was not started"
        self.process.send_signal(how)
        code = self.process.wait(timeout=PATIENCE_SECONDS)
        self.process = None
        return code

    def remove(self) -> None:
        """End it whatever its state, and drop its database."""
        if self.process:
            self.end(signal.SIGKILL)
        if self._database:
            _drop_database(self._database)
            for role in self._roles:
                _command(sql.SQL("DROP ROLE {}").format(sql.Identifier(role)))

    def _answers(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, f"it ended by itself:\n{self.said()}"
        try:
            httpx.get(self.url, timeout=5)
        except httpx.TransportError:
            return False
        return True


def _database_url(name: str) -> str:
    return urlunsplit(urlsplit(needs.postgresql_url())._replace(path=f"/{name}"))


def _new_database() -> str:
    name = f"sereno_live_{secrets.token_hex(6)}"
    _command(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return name


def _drop_database(name: str) -> None:
    _command(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _command(statement: sql.Composed) -> None:
    with psycopg.connect(needs.postgresql_url(), autocommit=True) as server:
        server.execute(statement)
