"""The guard at every door above people: the one who asks is a person."""

from django.http import HttpRequest

from sereno.people.models import Person
from sereno.web.guards import P, R, View, may, public, published

__all__ = ["P", "R", "Request", "View", "may", "public", "published"]


class Request(HttpRequest):
    """A request whose sender is known: what a guarded view receives."""

    user: Person
