"""The guard at every door: who may open this view."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from sereno.people.models import Person

P = ParamSpec("P")
R = TypeVar("R", bound=HttpResponseBase)
V = TypeVar("V", bound=Callable[..., object])
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


class Request(HttpRequest):
    """A request whose sender is known: what a guarded view receives."""

    user: Person


def may(act: str) -> Callable[[Callable[Concatenate[Request, P], R]], View[P]]:
    """Let in whoever may do ``act``; send a stranger to sign in; refuse anyone else."""

    def guard(view: Callable[Concatenate[Request, P], R]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not isinstance(request.user, Person):
                return redirect_to_login(request.get_full_path())
            if not request.user.may(act):
                raise PermissionDenied(act)
            return view(request, *args, **kwargs)  # type: ignore[arg-type]

        guarded.act = act  # type: ignore[attr-defined]
        return guarded

    return guard


def public(view: V) -> V:
    """Say out loud that anyone may open this view."""
    view.act = ""  # type: ignore[attr-defined]
    return view
