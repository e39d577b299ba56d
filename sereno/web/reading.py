"""The public site reads through a database role of its own, which can read only what is published.

While a published page is drawn for somebody without a session, every query goes to the connection
of ``SERENO_PUBLIC_DATABASE_URL``, where there is one. What the page should not show is then refused
by the database, whatever the page asks.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.http import HttpRequest

READER = "public"
_reads = ContextVar("reads_what_is_published", default=False)


class Router:
    """Sends every query to the reader while a published page is drawn, those that write too."""

    def db_for_read(self, model: Any, **hints: Any) -> str | None:
        return READER if _reads.get() else None

    def db_for_write(self, model: Any, **hints: Any) -> str | None:
        return READER if _reads.get() else None

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        return False if db == READER else None


@contextmanager
def published_only(request: HttpRequest) -> Iterator[None]:
    """Who carries a session may be of the house, and its pages ask who that is."""
    stranger = settings.SESSION_COOKIE_NAME not in request.COOKIES
    token = _reads.set(stranger and READER in settings.DATABASES)
    try:
        yield
    finally:
        _reads.reset(token)
