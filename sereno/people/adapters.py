"""How allauth's sign-in pages behave in this house, and how the logbook hears of them."""

import time
from base64 import urlsafe_b64encode
from datetime import datetime
from hashlib import sha256
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sereno.logbook.events import Event
from sereno.people import actions, events, rules
from sereno.people.models import Person

JUST_NOW = 300  # seconds in which a password just typed is not asked for again

# allauth would send these by mail; here the logbook is told instead.
TOLD: dict[str, Event] = {
    "mfa/email/totp_activated": events.SecondFactorSet(),
    "mfa/email/totp_deactivated": events.SecondFactorWithdrawn(),
    "mfa/email/recovery_codes_generated": events.RecoveryCodesMade(),
}


class FactorKeyLost(Exception):
    """The key of the second factors is not the one they were kept with."""

    def __str__(self) -> str:
        return str(
            _(
                "La clave que guarda los segundos pasos no es la de antes. Reponga el archivo "
                "factor-key del respaldo, o indique la misma SERENO_FACTOR_KEY."
            )
        )


class Door(DefaultAccountAdapter):  # type: ignore[misc]
    """Sign-in: who is enrolled may come in, and nobody enrols themselves."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _(
            "El usuario o la contraseña no coinciden. Revíselos y vuelva a intentar."
        ),
        "too_many_login_attempts": _(
            "Hubo demasiados intentos seguidos. Espere cinco minutos y vuelva a intentar."
        ),
        "incorrect_password": _("La contraseña no es correcta. Vuelva a intentar."),
        "enter_current_password": _("La contraseña actual no es correcta. Vuelva a escribirla."),
        "rate_limited": _("Hubo demasiados intentos seguidos. Espere un minuto."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def login(self, request: HttpRequest, user: Person) -> None:
        super().login(request, user)
        stay(request, user)

    def post_login(self, request: HttpRequest, user: Person, **rest: Any) -> HttpResponse:
        actions.tell(events.SignedIn(), about=user, by=user, at=now())
        response: HttpResponse = super().post_login(request, user, **rest)
        return response

    def set_password(self, user: Person, password: str) -> None:
        actions.set_password(user, password, by=user, at=now())

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("people:home")

    def send_notification_mail(self, template_prefix: str, user: Person, **rest: Any) -> None:
        if event := TOLD.get(template_prefix):
            actions.tell(event, about=user, by=user, at=now())

    def is_reauthentication_required(self, *, app: str, **rest: Any) -> bool:
        """Whoever typed the password a moment ago is not asked for it again."""
        records = get_authentication_records(context.request, context.request.user)
        recent = any(time.time() - record["at"] < JUST_NOW for record in records)
        return not recent and bool(super().is_reauthentication_required(app=app, **rest))


class SecondFactor(DefaultMFAAdapter):  # type: ignore[misc]
    """The code of the telephone: where it is required, it can be changed but not left out."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("Ese código no es correcto. Espere el siguiente y escríbalo."),
        "cannot_delete_authenticator": _(
            "Su función exige el segundo paso. Si cambió de teléfono, "
            "pida a la dirección o a la supervisión que lo retire."
        ),
    }

    def encrypt(self, text: str) -> str:
        """What gives the codes of a telephone is kept so that the database alone cannot."""
        return _lock().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        try:
            return _lock().decrypt(encrypted_text.encode()).decode()
        except InvalidToken as problem:
            raise FactorKeyLost from problem

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        person: Person = authenticator.user
        return settings.SECOND_FACTOR != "required" or not person.is_staff_member()


def _lock() -> Fernet:
    return Fernet(urlsafe_b64encode(sha256(settings.FACTOR_KEY.encode()).digest()))


def try_the_key() -> None:
    """Raises ``FactorKeyLost`` where a second factor is kept that this key does not open."""
    kept = Authenticator.objects.filter(type=Authenticator.Type.TOTP).order_by("-pk").first()
    if kept:
        SecondFactor().decrypt(kept.data["secret"])


def stay(request: HttpRequest, person: Person) -> None:
    """How long this person stays signed in on this machine."""
    request.session.set_expiry(int(rules.session_lasts(person.roles()).total_seconds()))


def now() -> datetime:
    return timezone.now()  # noqa: TID251 - signing in is an edge
