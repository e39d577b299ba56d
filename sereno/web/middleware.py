"""What stands around every page: its language, and the files that lie beside it."""

from collections.abc import Callable
from typing import Any

from asgiref.sync import iscoroutinefunction
from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest
from django.utils import translation
from django.utils.decorators import sync_and_async_middleware
from servestatic.middleware import ServeStaticMiddleware


@sync_and_async_middleware
def language(get_response: Callable[[HttpRequest], Any]) -> Callable[[HttpRequest], Any]:
    """Activate the chosen language for the request, and say so in the answer.

    It is Spanish, unless the reader asked for another one here. The browser's own preference is
    not followed: many offices work in Spanish on computers that were set up in English.
    """
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


@sync_and_async_middleware
def files(get_response: Callable[[HttpRequest], Any]) -> Callable[[HttpRequest], Any]:
    """Files are sent from the event loop; a page that is drawn in a thread has none in its way."""
    if iscoroutinefunction(get_response):
        kept: Callable[[HttpRequest], Any] = ServeStaticMiddleware(get_response)
        return kept
    raise MiddlewareNotUsed


def choose(request: HttpRequest) -> str:
    asked = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    chosen = asked if asked in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    translation.activate(chosen)
    request.LANGUAGE_CODE = chosen
    return chosen
