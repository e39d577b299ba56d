"""What anyone reads is not sent again while nothing new is kept: ETag and Last-Modified."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers

from sereno.reports.views.page import state_of

OK = 200


def kept(run: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Around an operation that anyone may ask for; refusals are never kept."""

    @wraps(run)
    def conditional(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        etag, changed_at = state_of(request, about=request.headers.get("Accept", ""))
        known = get_conditional_response(request, etag, int(changed_at.timestamp()))
        answer: HttpResponseBase = known or run(request, *args, **kwargs)
        patch_vary_headers(answer, ["Accept"])
        if known is None and answer.status_code != OK:
            answer.headers["Cache-Control"] = "no-store"
            return answer
        answer.headers["ETag"] = etag
        answer.headers["Last-Modified"] = f"{changed_at:%a, %d %b %Y %H:%M:%S} GMT"
        answer.headers["Cache-Control"] = "public, no-cache"
        return answer

    return conditional
