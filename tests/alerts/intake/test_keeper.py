"""Frames share a commit, none is lost, and nobody is told that one was kept when it was not."""

import asyncio
import threading
from collections.abc import Sequence
from concurrent.futures import Future, wait

import pytest
from django.db import OperationalError

from sereno.alerts import actions
from sereno.alerts.actions import Frame
from sereno.alerts.intake.keeper import Keeper, commit
from sereno.alerts.models import Signal
from sereno.logbook.models import Entry
from sereno.logbook.queries import first_break
from tests.alerts.street import AT

ENOUGH = 30.0  # seconds: only a keeper that is stuck needs more
kept_for_good = pytest.mark.django_db(transaction=True)
real_keep = actions.keep


def frame(number: int) -> Frame:
    return Frame("http", f'{{"token":"{number}"}}'.encode(), AT, f"A-{number % 7}")


@kept_for_good
def test_a_flood_from_many_doors_is_kept_whole() -> None:
    keeper = Keeper()
    futures: list[Future[int]] = []
    door = threading.Lock()

    def press(first: int) -> None:
        for number in range(first, first + 60):
            future = keeper.submit(frame(number))
            with door:
                futures.append(future)

    doors = [threading.Thread(target=press, args=[60 * door]) for door in range(15)]
    for thread in doors:
        thread.start()
    for thread in doors:
        thread.join()
    done, late = wait(futures, timeout=ENOUGH)
    assert not late
    numbers = [future.result() for future in done]
    assert len(set(numbers)) == 900
    assert set(Signal.objects.values_list("pk", flat=True)) == set(numbers)
    raw = {bytes(signal.raw) for signal in Signal.objects.all()}
    assert raw == {frame(number).raw for number in range(900)}
    assert Entry.objects.filter(event="signal.kept").count() == 900
    assert first_break() is None


@kept_for_good
def test_those_who_arrive_during_a_commit_share_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    first_is_in, go_on = threading.Event(), threading.Event()

    def slow(frames: Sequence[Frame]) -> list[Signal]:
        sizes.append(len(frames))
        first_is_in.set()
        assert go_on.wait(ENOUGH)
        return real_keep(frames)

    monkeypatch.setattr(actions, "keep", slow)
    keeper = Keeper()
    futures = [keeper.submit(frame(0))]
    assert first_is_in.wait(ENOUGH)
    futures += [keeper.submit(frame(number)) for number in range(1, 40)]
    go_on.set()
    assert not wait(futures, timeout=ENOUGH).not_done
    assert sizes == [1, 39]


@kept_for_good
def test_a_coroutine_is_answered_after_the_commit() -> None:
    number = asyncio.run(Keeper().keep(frame(1)))
    assert Signal.objects.get().pk == number


@kept_for_good
def test_a_sender_that_hangs_up_takes_nothing_back(monkeypatch: pytest.MonkeyPatch) -> None:
    first_is_in, go_on = threading.Event(), threading.Event()

    def slow(frames: Sequence[Frame]) -> list[Signal]:
        first_is_in.set()
        assert go_on.wait(ENOUGH)
        return real_keep(frames)

    monkeypatch.setattr(actions, "keep", slow)
    keeper = Keeper()

    async def hang_up() -> None:
        waiting = asyncio.ensure_future(keeper.keep(frame(1)))
        assert await asyncio.to_thread(first_is_in.wait, ENOUGH)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    asyncio.run(hang_up())
    go_on.set()
    assert keeper.submit(frame(2)).result(ENOUGH)
    assert Signal.objects.count() == 2


def refusing(batch: int, problem: Exception) -> tuple[list[Future[int]], list[int]]:
    """Commit so many frames where keeping more than none fails with this problem."""
    futures: list[Future[int]] = [Future() for _ in range(batch)]
    tries: list[int] = []

    def keep(frames: Sequence[Frame]) -> list[Signal]:
        tries.append(len(frames))
        raise problem

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(actions, "keep", keep)
        commit([(frame(number), future) for number, future in enumerate(futures)])
    return futures, tries


def test_a_full_disk_refuses_all_at_once() -> None:
    futures, tries = refusing(9, OperationalError("database or disk is full"))
    assert tries == [9]
    assert all(isinstance(future.exception(), OperationalError) for future in futures)


@pytest.mark.django_db
def test_a_frame_that_spoils_a_commit_is_refused_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def keep(frames: Sequence[Frame]) -> list[Signal]:
        if any(one.sender == "A-3" for one in frames):
            raise ValueError("a text the database does not take")
        return real_keep(frames)

    monkeypatch.setattr(actions, "keep", keep)
    futures: list[Future[int]] = [Future() for _ in range(7)]
    commit([(frame(number), future) for number, future in enumerate(futures)])
    assert [number for number, future in enumerate(futures) if future.exception()] == [3]
    assert Signal.objects.count() == 6
