"""Asking the database from the event loop or a thread, holding no connection meanwhile."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

from asgiref.sync import sync_to_async
from django.db import close_old_connections, connection

P = ParamSpec("P")
R = TypeVar("R")


@contextmanager
def give_back() -> Iterator[None]:
    """Give this thread's connection back when the work is done.

    The embedded database has no pool to give back to, and opening it costs more
    than the question, so its connection stays with the thread.
    """
    try:
        yield
    finally:
        if connection.vendor != "sqlite":
            close_old_connections()


async def off_loop(work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Do blocking work in a thread of the pool, and give its connection back."""
    return await in_one_of(None, work, *args, **kwargs)


async def in_one_of(
    threads: ThreadPoolExecutor | None, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs
) -> R:
    """The same in one of these threads, for what may not stand before everyone else's work."""

    def done() -> R:
        with give_back():
            return work(*args, **kwargs)

    return await sync_to_async(done, thread_sensitive=False, executor=threads)()
