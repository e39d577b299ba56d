"""The keeper: one thread that commits the frames waiting at every door together.

A commit costs the disk about the same for one frame as for a hundred, so
whoever arrives while one is under way shares the next. A sender is answered
only when the commit that holds its frame is done.
"""

import asyncio
import logging
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from threading import Lock, Thread

from django.db import InterfaceError, OperationalError

from sereno.alerts import actions
from sereno.alerts.actions import Frame
from sereno.logbook.off_loop import give_back

log = logging.getLogger(__name__)
TOGETHER = 500  # frames in one commit at most


class Keeper:
    """Takes frames from any thread or coroutine; a frame's future gives its signal's number."""

    def __init__(self) -> None:
        self._waiting: SimpleQueue[tuple[Frame, Future[int]]] = SimpleQueue()
        self._thread: Thread | None = None
        self._starting = Lock()

    def submit(self, frame: Frame) -> Future[int]:
        kept: Future[int] = Future()
        kept.set_running_or_notify_cancel()  # a sender that hangs up takes nothing back
        with self._starting:
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._work, name="keeper", daemon=True)
                self._thread.start()
        self._waiting.put((frame, kept))
        return kept

    async def keep(self, frame: Frame) -> int:
        return await asyncio.wrap_future(self.submit(frame))

    def _work(self) -> None:
        while True:
            batch = [self._waiting.get()]
            try:
                while len(batch) < TOGETHER:
                    batch.append(self._waiting.get_nowait())
            except Empty:
                pass
            with give_back():
                commit(batch)


def commit(batch: list[tuple[Frame, Future[int]]]) -> None:
    """Keep them together; if one of them spoils that, one by one, so that only it is refused."""
    try:
        signals = actions.keep([frame for frame, _ in batch])
    except (OperationalError, InterfaceError) as problem:
        # The disk or the database fails them all alike: trying each would only keep them waiting.
        log.exception("%s frames could not be kept; their senders were told so", len(batch))
        refuse(batch, problem)
    except Exception as problem:
        if len(batch) == 1:
            log.exception("a frame could not be kept; its sender was told so")
            refuse(batch, problem)
        for one in batch if len(batch) > 1 else []:
            commit([one])
    else:
        for (_, kept), signal in zip(batch, signals, strict=True):
            kept.set_result(signal.pk)


def refuse(batch: list[tuple[Frame, Future[int]]], problem: Exception) -> None:
    for _, kept in batch:
        kept.set_exception(problem)


keeper = Keeper()
