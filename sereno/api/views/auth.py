"""Who asks: a token in the Authorization header, and whether it may do this act."""

from hashlib import sha256
from typing import Any, cast

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja.security import HttpBearer

from sereno.api import actions, rules
from sereno.api.models import Token
from sereno.api.views.limits import refuse_flood
from sereno.api.views.problems import Problem
from sereno.api.views.retries import WRITES
from sereno.people.models import Person

HEADER = "Idempotency-Key"


class Bearer(HttpBearer):
    """``Authorization: Bearer sereno_…``, for one act of people/rules.py."""

    def __init__(self, act: str) -> None:
        super().__init__()
        self.act = act

    def authenticate(self, request: HttpRequest, token: str) -> Person | None:
        found = actions.use_token(token, at=timezone.now())
        if found is None:
            refuse_flood(request)
            return None
        if not rules.opens(found.scopes, self.act):
            raise Problem(403, "scope", _("Esta clave no alcanza para «%s».") % self.act)
        if not found.person.may(self.act):
            raise Problem(403, "role", _("Ninguna de sus funciones permite «%s».") % self.act)
        asked: Any = request
        asked.token, asked.secret = found, b""
        if request.method in WRITES and HEADER in request.headers:
            _hold(request, found, token)
        return found.person


def _hold(request: HttpRequest, found: Token, shown: str) -> None:
    """Hold the key of this write, or answer it as before."""
    asked: Any = request
    key = request.headers[HEADER]
    if not 1 <= len(key) <= rules.LONGEST_KEY:
        said = _("La clave de repetición va de 1 a %s signos.") % rules.LONGEST_KEY
        raise Problem(422, "invalid", said, where=HEADER)
    asked.secret = rules.secret_of(shown, key)
    sent = rules.fingerprint(str(request.method), request.get_full_path(), _body(request))
    try:
        asked.reply = actions.begin_reply(found, key=key, request=sent, at=timezone.now())
    except actions.KeyReused as refusal:
        said = _("Esa clave de repetición ya acompañó otra petición. Use una nueva.")
        raise Problem(422, "key_reused", said, where=HEADER) from refusal


def _body(request: HttpRequest) -> bytes:
    """What was sent; of a form its fields and the SHA-256 of each file, read a part at a time."""
    if request.content_type != "multipart/form-data":
        return request.body
    parts = [f"{name}={value}" for name, value in sorted(request.POST.items())]
    for name in sorted(request.FILES):
        sent = cast("UploadedFile[bytes]", request.FILES[name])
        seal = sha256()
        for chunk in sent.chunks():
            seal.update(chunk)
        sent.seek(0)
        parts.append(f"{name}:{seal.hexdigest()}")
    return "\n".join(parts).encode()
