"""Signing in as a person would: through the page, with a real code of the telephone."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse

from sereno.people.models import Person


def sign_in(client: Client, username: str, password: str = "") -> HttpResponse:
    """Fill in the page; without a password, the right one of the tests."""
    typed = {"login": username, "password": password or f"la clave de {username}"}
    answer: HttpResponse = client.post(reverse("account_login"), typed)  # type: ignore[assignment]
    return answer


def code_of(secret: str, *, steps: int = 0) -> str:
    """What the telephone shows, so many half minutes from now."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps)))


def give_telephone(person: Person) -> str:
    """A second factor already set; the secret their telephone keeps."""
    secret = str(generate_totp_secret())
    TOTP.activate(person, secret)
    assert Authenticator.objects.filter(user=person).exists()
    return secret


@contextmanager
def second_factor(how: str) -> Iterator[None]:
    """The setting as a council chose it, with no attempt remembered from before."""
    cache.clear()
    with override_settings(SECOND_FACTOR=how):
        yield
    cache.clear()
