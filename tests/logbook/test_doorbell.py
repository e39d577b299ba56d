"""A ring wakes those it is meant for, and everyone where nobody knows what came."""

import asyncio

import pytest

from sereno.logbook.doorbell import Doorbell

pytestmark = pytest.mark.anyio
ALARM, PAPER = "signal.kept", "document.kept"


async def woken(bell: Doorbell, *events: str) -> tuple[bool, bool]:
    """Whether one ring woke the one who hears papers, and the one who hears everything."""
    with bell.listening({PAPER}) as papers, bell.listening() as all_of_it:
        bell.ring(events)
        await asyncio.sleep(0)
        return papers.is_set(), all_of_it.is_set()


@pytest.mark.parametrize(
    ("events", "reader_of_papers"),
    [([ALARM], False), ([PAPER], True), ([ALARM, PAPER], True), ([], True)],
)
async def test_a_ring_wakes_whom_it_is_meant_for(
    events: list[str], *, reader_of_papers: bool
) -> None:
    assert await woken(Doorbell(), *events) == (reader_of_papers, True)


async def test_another_machine_hears_the_ring_alone() -> None:
    bell, heard = Doorbell(), []
    with bell.relaying(lambda: heard.append("ring")):
        bell.ring([ALARM])
        bell.ring_here([ALARM])
    bell.ring([ALARM])
    assert heard == ["ring"]


async def test_whoever_went_is_not_woken() -> None:
    bell = Doorbell()
    with bell.listening() as gone:
        pass
    bell.ring()
    await asyncio.sleep(0)
    assert not gone.is_set()
