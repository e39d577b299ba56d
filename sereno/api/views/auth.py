"""Who asks: a token in the Authorization header, and whether it may do this act."""

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja.security import HttpBearer

from sereno.api import actions, rules
from sereno.api.views.problems import Problem
from sereno.people.models import Person


class Bearer(HttpBearer):
    """``Authorization: Bearer sereno_…``, for one act of people/rules.py."""

    def __init__(self, act: str) -> None:
        super().__init__()
        self.act = act

    def authenticate(self, request: HttpRequest, token: str) -> Person | None:
        found = actions.use_token(token, at=timezone.now())
        if found is None:
            return None
        if not rules.opens(found.scopes, self.act):
            raise Problem(403, "scope", _("Esta clave no alcanza para «%s».") % self.act)
        if not found.person.may(self.act):
            raise Problem(403, "role", _("Ninguna de sus funciones permite «%s».") % self.act)
        return found.person
