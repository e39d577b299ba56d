"""What staff do before anything else: change a password another gave them, set a second factor."""

from collections.abc import Awaitable, Callable
from typing import Any

from allauth.mfa.models import Authenticator
from asgiref.sync import iscoroutinefunction, markcoroutinefunction, sync_to_async
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import Resolver404, resolve

from sereno.people.models import Person
from sereno.people.rules import STAFF_SESSION

Answer = Callable[[HttpRequest], HttpResponseBase | Awaitable[HttpResponseBase]]
# The pages where the password and the factor are set, the password confirmed and the house left.
OPEN = ("account_", "mfa_")


class FirstThingsMiddleware:
    """Sends staff where they must go first.

    Neighbours are never sent anywhere: a cry for help does not wait. That a factor, once set,
    was shown at this sign-in is allauth's work: until then nobody is signed in.
    """

    sync_capable = True
    async_capable = True

    def __init__(self, get_response: Answer) -> None:
        self.get_response: Any = get_response
        self.waits = iscoroutinefunction(get_response)
        if self.waits:
            markcoroutinefunction(self)

    def __call__(self, request: HttpRequest) -> Any:
        if self.waits:
            return self._later(request)
        return sent_back(request) or self.get_response(request)

    async def _later(self, request: HttpRequest) -> HttpResponseBase:
        # Whoever carries no session is nobody; most alarms arrive that way, and do not wait here.
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            answer = await sync_to_async(sent_back)(request)
            if answer is not None:
                return answer
        response: HttpResponseBase = await self.get_response(request)
        return response


def sent_back(request: HttpRequest) -> HttpResponseBase | None:
    """Where this person must go first, if anywhere."""
    person = request.user
    required = settings.SECOND_FACTOR == "required"
    if not isinstance(person, Person) or not (person.password_was_given or required):
        return None
    if not person.is_staff_member() or _is_open(request):
        return None
    if person.password_was_given:
        return redirect("account_change_password")
    if request.session.get_expiry_age() > STAFF_SESSION.total_seconds():
        # Signed in as a neighbour, appointed since: a staff session is shorter.
        logout(request)
        return redirect_to_login(request.get_full_path())
    if Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).exists():
        return None
    return redirect("mfa_activate_totp")


def _is_open(request: HttpRequest) -> bool:
    try:
        name = resolve(request.path_info).url_name
    except Resolver404:
        return True
    return (name or "").startswith(OPEN)
