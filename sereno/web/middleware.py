"""The language of a page: Spanish, unless the reader asked for another one here.

The browser's own preference is not followed: many offices work in Spanish on
computers that were set up in English.
"""

from collections.abc import Callable
from typing import Any

from asgiref.sync import iscoroutinefunction
from django.conf import settings
from django.http import HttpRequest
from django.utils import translation
from django.utils.decorators import sync_and_async_middleware


@sync_and_async_middleware
def language(get_response: Callable[[HttpRequest], Any]) -> Callable[[HttpRequest], Any]:
    """Activate the chosen language for the request, and say so in the answer."""
    if iscoroutinefunction(get_response):

        async def spoken_later(request: HttpRequest) -> Any:
            chosen = choose(request)
            answer = await get_response(request)
            answer.headers.setdefault("Content-Language", chosen)
            return answer

        return spoken_later

    def spoken(request: HttpRequest) -> Any:
        chosen = choose(request)
        answer = get_response(request)
        answer.headers.setdefault("Content-Language", chosen)
        return answer

    return spoken


def choose(request: HttpRequest) -> str:
    asked = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    chosen = asked if asked in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    translation.activate(chosen)
    request.LANGUAGE_CODE = chosen
    return chosen
