"""A write sent again with its ``Idempotency-Key`` is answered as before and changes nothing."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse

from sereno.api.actions import keep_reply
from sereno.api.models import Reply

WRITES = frozenset({"POST", "PUT", "DELETE"})
HIDDEN = "0000-0000-0000"  # stands where a tracking code was: 0 is not one of its signs
REFUSED = 400


def once(run: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Around an operation of staff: what was done and what was answered, in one transaction.

    ``auth.Bearer`` holds the key, because only it knows whose request it is.
    """

    @wraps(run)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in WRITES:
            return run(request, *args, **kwargs)
        with transaction.atomic():
            answer = run(request, *args, **kwargs)
            reply: Reply | None = getattr(request, "reply", None)
            if answer.status_code >= REFUSED:
                # Nothing was done, so that the same key may try again.
                transaction.set_rollback(True)
            elif reply is not None:
                keep_reply(
                    reply,
                    status=answer.status_code,
                    content_type=answer.headers.get("Content-Type", ""),
                    body=answer.content.decode().replace(getattr(request, "code", HIDDEN), HIDDEN),
                )
        return answer

    return kept
