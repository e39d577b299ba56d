"""The guard at every door, for rooms that know no people: who may open this view.

It asks whoever signed in for ``may(act)`` and nothing else. Rooms above people
take it from ``people.guards``, where the one who asks is a ``Person``.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from sereno.web.reading import published_only

P = ParamSpec("P")
Q = TypeVar("Q", bound=HttpRequest)
R = TypeVar("R", bound=HttpResponseBase)
T = TypeVar("T")  # an answer, or the promise of one
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


class Request(HttpRequest):
    """A request whose sender is known, though not to the lower rooms."""

    user: Any


def may(act: str) -> Callable[[Callable[Concatenate[Q, P], R]], View[P]]:
    """Let in whoever may do ``act``; send a stranger to sign in; refuse anyone else."""

    def guard(view: Callable[Concatenate[Q, P], R]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: Any, **kwargs: Any) -> HttpResponseBase:
            person: Any = request.user
            if not person.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not person.may(act):
                raise PermissionDenied(act)
            return view(request, *args, **kwargs)  # type: ignore[arg-type]

        guarded.act = act  # type: ignore[attr-defined]
        return guarded

    return guard


def public(view: Callable[P, T]) -> Callable[P, T]:
    """Say out loud that anyone may open this view."""
    view.act = ""  # type: ignore[attr-defined]
    return view


def published(view: Callable[Concatenate[Q, P], R]) -> View[P]:
    """Anyone may open this view, and it shows strangers only what the public role may read."""

    @wraps(view)
    def read(request: HttpRequest, /, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with published_only(request):
            return view(request, *args, **kwargs)  # type: ignore[arg-type]

    read.reads_published = True  # type: ignore[attr-defined]
    return public(read)
