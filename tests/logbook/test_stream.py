"""The live line loses nothing and repeats nothing."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from sereno.logbook.actions import Draft, write_all
from sereno.logbook.doorbell import Doorbell
from sereno.logbook.off_loop import off_loop
from sereno.logbook.stream import Heard, Tail
from tests.logbook.words import LampLit

NINE = datetime(2026, 3, 1, 9, tzinfo=UTC)
pytestmark = [pytest.mark.anyio, pytest.mark.django_db(transaction=True)]


def light(*lamps: int) -> None:
    write_all([Draft(LampLit(), about=f"lamp:{lamp}", at=NINE) for lamp in lamps])


async def hear(lines: AsyncIterator[list[Heard]], count: int) -> list[int]:
    """The numbers of the next ``count`` lines."""
    numbers: list[int] = []
    while len(numbers) < count:
        numbers += [line.number for line in await anext(lines)]
    return numbers


async def test_a_listener_hears_old_lines_and_then_new_ones() -> None:
    await off_loop(light, 1, 2, 3)
    lines = Tail().after(1)
    assert await hear(lines, 2) == [2, 3]
    await off_loop(light, 4, 5)
    assert await hear(lines, 2) == [4, 5]
    await lines.aclose()


async def test_two_listeners_hear_the_same_from_where_each_stands() -> None:
    await off_loop(light, *range(10))
    tail = Tail()
    early, late = tail.after(0), tail.after(8)
    assert await hear(early, 10) == list(range(1, 11))
    assert await hear(late, 2) == [9, 10]
    await off_loop(light, 11)
    assert await hear(early, 1) == await hear(late, 1) == [11]
    await early.aclose()
    await late.aclose()


async def test_a_listener_behind_the_memory_is_served_from_the_database() -> None:
    tail = Tail(keep=5)
    watching = tail.after(0)
    for lamp in range(30):
        await off_loop(light, lamp)
        assert await hear(watching, 1) == [lamp + 1]
    returning = tail.after(2)
    assert await hear(returning, 28) == list(range(3, 31))
    await watching.aclose()
    await returning.aclose()


async def test_a_silent_doorbell_only_makes_the_wait_longer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sereno.logbook.stream.LOOK_EVERY", 0.05)
    lines = Tail(Doorbell()).after(0)  # a doorbell that nobody rings
    assert await anext(lines) == []
    await off_loop(light, 1)
    assert await hear(lines, 1) == [1]
    await lines.aclose()


async def test_listeners_are_let_go_when_the_process_ends() -> None:
    tail = Tail()
    lines = tail.after(0)
    await off_loop(light, 1)
    assert await hear(lines, 1) == [1]
    waiting = asyncio.create_task(anext(lines, None))
    await asyncio.sleep(0)
    tail.end()
    assert await asyncio.wait_for(waiting, 5) in ([], None)
    assert await anext(lines, None) is None


async def test_the_reader_rests_when_the_last_listener_leaves() -> None:
    before = asyncio.all_tasks()
    lines = Tail().after(0)
    await off_loop(light, 1)
    await hear(lines, 1)
    await lines.aclose()
    await asyncio.sleep(0)
    assert {task for task in asyncio.all_tasks() - before if not task.cancelling()} == set()
