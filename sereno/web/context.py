"""What the shell of every page needs to know: the moment, the menu, whether this is an example."""

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from sereno.web import navigation


def shell(request: HttpRequest) -> dict[str, object]:
    """The page is drawn now, for this person; asked of the person only if the page has a menu."""
    return {
        "now": timezone.now(),  # noqa: TID251 - a page is an edge
        "example": settings.EXAMPLE != "none",
        "nav": SimpleLazyObject(lambda: _menu(request)),
    }


def _menu(request: HttpRequest) -> tuple[navigation.Section, ...]:
    may = getattr(getattr(request, "user", None), "may", None)
    return navigation.sections(may, here=request.path) if may else ()
