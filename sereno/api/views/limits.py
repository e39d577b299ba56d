"""How much one address and one token may ask: past that, 429 and when to ask again."""

from typing import Any

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from ninja.errors import Throttled
from ninja.throttling import SimpleRateThrottle


class Limit(SimpleRateThrottle):
    """Counts in memory, apart from what pages keep, so that neither crowds out the other."""

    cache = caches["limits"]

    def get_rate(self) -> str:
        return str(settings.API_RATES[self.scope or ""])

    def get_ident(self, request: HttpRequest) -> str:
        """Where they ask from, as sign-in counts it: our own proxy is believed, no other."""
        try:
            return str(get_adapter(request).get_client_ip(request))
        except PermissionDenied:  # no address at all: those without one share a limit
            return "nowhere"

    def allow_request(self, request: HttpRequest) -> bool:
        # Read anew each time: a test, or an operator, may have changed the rate.
        self.num_requests, self.duration = self.parse_rate(self.get_rate())
        return super().allow_request(request)


class OfAddress(Limit):
    """What anyone reads, by where they ask from."""

    scope = "address"

    def get_cache_key(self, request: HttpRequest) -> str:
        return f"api-address-{self.get_ident(request)}"


class OfToken(Limit):
    """What a program does, by its token."""

    scope = "token"

    def get_cache_key(self, request: HttpRequest) -> str:
        token: Any = request.token  # type: ignore[attr-defined]  # put there by auth.Bearer
        return f"api-token-{token.pk}"


def refuse_flood(request: HttpRequest) -> None:
    """Tokens that do not exist are asked about no faster than anything else."""
    limit = OfAddress()
    if not limit.allow_request(request):
        raise Throttled(int(limit.wait() or limit.duration or 60))
