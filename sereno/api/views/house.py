"""The interface as one thing: its version, its parts, its refusals, and the page that lists it."""

from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from sereno.api.views import activities, asking, drafting, lists, problems, public, staff
from sereno.api.views.caching import kept
from sereno.api.views.limits import OfAddress, OfToken
from sereno.api.views.retries import once
from sereno.api.views.sent import Written
from sereno.people.guards import public as anyone


class Interface(NinjaAPI):
    """It describes itself once: nothing in it changes while the house stands.

    Made anew for each who asks, it took a fifth of a second, and anyone may ask.
    """

    @cached_property
    def _described(self) -> OpenAPISchema:
        return super().get_openapi_schema()

    def get_openapi_schema(self, **_named: Any) -> OpenAPISchema:
        return self._described


api = Interface(
    title="Sereno",
    version="1",
    description="What a citizen-security council promised, measured and published.",
    urls_namespace="api-v1",
    docs_url=None,
    renderer=Written(),
    openapi_url="/openapi.json",
)
problems.listen(api)
problems.listen_to_retries(api)
for opened in (lists.router(), public.router):
    opened.add_decorator(kept, mode="view")
    api.add_router("", opened, throttle=OfAddress())
for staffed in (staff.router, drafting.router, activities.router, asking.router):
    staffed.add_decorator(once, mode="view")
    api.add_router("", staffed, throttle=OfToken())


@anyone
def operations(request: HttpRequest) -> HttpResponse:
    """Every operation on one plain page: no script, nothing fetched from elsewhere."""
    schema = api.get_openapi_schema()
    listed = [
        (method.upper(), path, told.get("summary", ""), told.get("description", ""))
        for path, methods in schema["paths"].items()
        for method, told in methods.items()
    ]
    return render(request, "api/operations.html", {"operations": listed})
