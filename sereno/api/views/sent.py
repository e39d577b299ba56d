"""How an answer is written: exact decimals as texts, days and moments in ISO 8601."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja.renderers import BaseRenderer
from pydantic_core import to_json

JSON = "application/json; charset=utf-8"


class Written(BaseRenderer):
    """What ninja held to its shape."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:
        return to_json(data)


def sent(told: object) -> HttpResponse:
    """Sent as it was put together: to hold thousands of values to their shape once more, here and
    not in the tests, would cost as much as finding them.
    """
    return HttpResponse(to_json(told), content_type=JSON)
