"""A disk that refuses: whoever called is told so, nothing is half written, and it passes."""

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx
import pytest

from tests import needs
from tests.journeys import inside
from tests.live import Installation, wait_until

ENOUGH = 2_000  # calls that more than fill the room that is left


@contextmanager
def no_room_left(installation: Installation) -> Iterator[None]:
    """No file of the process may grow: to the database the same as a disk that is full."""
    assert installation.process is not None
    number = installation.process.pid
    before = resource.prlimit(number, resource.RLIMIT_FSIZE)
    largest = (installation.data / "sereno.sqlite3-wal").stat().st_size
    resource.prlimit(number, resource.RLIMIT_FSIZE, (largest, before[1]))
    try:
        yield
    finally:
        resource.prlimit(number, resource.RLIMIT_FSIZE, before)


@pytest.mark.needs(needs.SQLITE)
def test_a_full_disk_is_told_to_whoever_calls_and_loses_nothing_that_was_answered(
    server: Callable[..., Installation],
) -> None:
    installation = server()
    installation.prepare()
    key = inside.furnish(installation, 1)["LOJ-0001"]
    installation.start()
    answered: dict[int, str] = {}

    def cry(name: str) -> httpx.Response:
        answer = httpx.post(
            f"{installation.url}/intake/http/",
            json={"token": name},
            headers={"Authorization": f"Bearer {key}"},
            timeout=30,
        )
        if answer.status_code == 202:
            answered[answer.json()["kept"]] = name
        return answer

    cry("the-first-press")
    with no_room_left(installation):
        refused = next(
            (name, answer)
            for name in (f"press-without-room-{number}" for number in range(ENOUGH))
            if (answer := cry(name)).status_code != 202
        )
    name, answer = refused
    assert answer.status_code == 503
    assert answer.json() == {"error": "not_kept"}
    assert answer.headers["Retry-After"] == "5"

    assert cry(name).status_code == 202

    def all_understood() -> inside.Account | None:
        found = inside.account(installation)
        return found if all(one.understood for one in found.signals) else None

    kept = wait_until(all_understood, what="every signal to be understood")
    assert {one.signal: one.token for one in kept.signals} == answered
    assert len(kept.alerts) == 1
    assert installation.end() == 0
    assert installation.run("verify").returncode == 0
