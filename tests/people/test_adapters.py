"""Signing in: what opens the door, what does not, and what the logbook hears."""

from collections.abc import Iterator
from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.apps import apps
from django.contrib.auth import get_user_model
from django.test import Client, override_settings
from django.urls import NoReverseMatch, reverse

from sereno.logbook.models import Entry
from sereno.people import actions
from sereno.people.adapters import FactorKeyLost, SecondFactor, try_the_key
from sereno.people.models import Person
from sereno.people.rules import NEIGHBOUR_SESSION, STAFF_SESSION, Role
from tests.people.cast import AT, enrol
from tests.people.doors import code_of, give_telephone, second_factor, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _offered() -> Iterator[None]:
    with second_factor("offered"):
        yield


def who_is_in(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def test_rosa_signs_in_with_her_name_and_password(client: Client) -> None:
    rosa = enrol("rosa", Role.OPERATOR)
    answer = sign_in(client, "Rosa", "la clave de rosa")
    assert answer.status_code == 302
    assert answer["Location"] == reverse("people:home")
    assert who_is_in(client) == str(rosa.pk)
    last = Entry.objects.latest("number")
    assert (last.event, last.subject, last.actor) == (
        "person.signed_in",
        f"person:{rosa.pk}",
        f"person:{rosa.pk}",
    )


def test_a_wrong_password_does_not_tell_whether_the_name_exists(client: Client) -> None:
    enrol("rosa", Role.OPERATOR)
    known = sign_in(client, "rosa", "no es esta")
    unknown = sign_in(client, "rosaura", "no es esta")
    said = "El usuario o la contraseña no coinciden"
    assert said in known.content.decode()
    assert known.status_code == unknown.status_code == 200
    assert who_is_in(client) is None

    def without_the_name(page: bytes, name: str) -> list[str]:
        lines = page.decode().replace(name, "").splitlines()
        return [line for line in lines if "csrf" not in line and "data-now" not in line]

    assert without_the_name(known.content, "rosa") == without_the_name(unknown.content, "rosaura")


def test_a_name_nobody_has_costs_as_much_as_one_that_exists(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[str] = []
    monkeypatch.setattr(
        get_user_model(), "set_password", lambda _self, password: hashed.append(password)
    )
    sign_in(client, "nadie", "una clave")
    assert hashed == ["una clave"]


def test_the_session_changes_its_number_at_the_door(client: Client) -> None:
    enrol("rosa", Role.OPERATOR)
    client.session["planted"] = "by somebody else"
    session = client.session
    session["x"] = 1
    session.save()
    before = session.session_key
    sign_in(client, "rosa")
    assert client.session.session_key != before
    stolen = Client()
    stolen.cookies["sessionid"] = before or ""
    assert stolen.get(reverse("people:home")).status_code == 302


def test_leaving_ends_the_session_for_whoever_copied_it(client: Client) -> None:
    enrol("rosa", Role.OPERATOR)
    sign_in(client, "rosa")
    copied = Client()
    copied.cookies["sessionid"] = client.cookies["sessionid"].value
    assert copied.get(reverse("people:home")).status_code == 200
    client.post(reverse("account_logout"))
    assert copied.get(reverse("people:home")).status_code == 302


def test_a_form_sent_from_another_site_is_refused() -> None:
    enrol("rosa", Role.OPERATOR)
    strict = Client(enforce_csrf_checks=True)
    assert sign_in(strict, "rosa").status_code == 403
    assert who_is_in(strict) is None


@pytest.mark.parametrize(
    ("role", "lasts"),
    [
        (Role.NEIGHBOUR, NEIGHBOUR_SESSION),
        (Role.PROMOTER, NEIGHBOUR_SESSION),
        (Role.OPERATOR, STAFF_SESSION),
        (Role.AUDITOR, STAFF_SESSION),
    ],
)
def test_a_neighbour_stays_signed_in_and_staff_do_not(
    client: Client, role: Role, lasts: timedelta
) -> None:
    enrol("nube", role)
    sign_in(client, "nube")
    assert client.session.get_expiry_age() == lasts.total_seconds()


def test_ten_wrong_passwords_close_the_door_for_a_while(client: Client) -> None:
    enrol("rosa", Role.OPERATOR)
    for _ in range(10):
        assert "no coinciden" in sign_in(client, "rosa", "no es esta").content.decode()
    refused = sign_in(client, "rosa")
    assert "demasiados intentos" in refused.content.decode()
    assert who_is_in(client) is None


@override_settings(ACCOUNT_RATE_LIMITS={"login": "3/m/ip"})
def test_a_flood_of_attempts_meets_a_plain_page(client: Client) -> None:
    for _ in range(3):
        assert sign_in(client, "nadie", "no es esta").status_code == 200
    refused = sign_in(client, "nadie", "no es esta")
    assert refused.status_code == 429
    assert "Espere un minuto y vuelva a intentar" in refused.content.decode()


def test_right_passwords_of_a_whole_shift_do_not_count_as_attempts() -> None:
    for number in range(12):
        enrol(f"op{number}", Role.OPERATOR)
        assert sign_in(Client(), f"op{number}").status_code == 302


def test_nobody_enrols_themselves_and_nothing_is_sent_by_mail() -> None:
    for name in ("account_signup", "account_reset_password", "account_email"):
        with pytest.raises(NoReverseMatch):
            reverse(name)


def test_a_closed_account_does_not_open(client: Client) -> None:
    rosa = enrol("rosa", Role.OPERATOR)
    Person.objects.filter(pk=rosa.pk).update(is_active=False)
    answer = sign_in(client, "rosa")
    assert who_is_in(client) is None
    assert answer["Location"] == reverse("account_inactive")
    assert "Esta cuenta está cerrada" in client.get(answer["Location"]).content.decode()


def test_with_a_telephone_the_password_alone_opens_nothing(client: Client) -> None:
    rosa = enrol("rosa", Role.OPERATOR)
    secret = give_telephone(rosa)
    answer = sign_in(client, "rosa")
    assert answer["Location"] == reverse("mfa_authenticate")
    assert who_is_in(client) is None
    assert client.get(reverse("people:home")).status_code == 302
    wrong = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "Ese código no es correcto" in wrong.content.decode()
    right = client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert right["Location"] == reverse("people:home")
    assert who_is_in(client) == str(rosa.pk)
    assert client.session.get_expiry_age() == STAFF_SESSION.total_seconds()


def test_a_code_opens_once(client: Client) -> None:
    rosa = enrol("rosa", Role.OPERATOR)
    code = code_of(give_telephone(rosa))
    sign_in(client, "rosa")
    client.post(reverse("mfa_authenticate"), {"code": code})
    onlooker = Client()
    sign_in(onlooker, "rosa")
    onlooker.post(reverse("mfa_authenticate"), {"code": code})
    assert who_is_in(client)
    assert who_is_in(onlooker) is None


def test_a_telephone_half_a_minute_behind_still_opens(client: Client) -> None:
    rosa = enrol("rosa", Role.OPERATOR)
    secret = give_telephone(rosa)
    sign_in(client, "rosa")
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret, steps=-1)})
    assert who_is_in(client)


def test_guessing_codes_is_stopped(client: Client) -> None:
    rosa = enrol("rosa", Role.OPERATOR)
    secret = give_telephone(rosa)
    sign_in(client, "rosa")
    for guess in range(10):
        client.post(reverse("mfa_authenticate"), {"code": f"{guess:06}"})
    refused = client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert "demasiados intentos" in refused.content.decode()
    assert who_is_in(client) is None


def test_luis_sets_his_second_step_and_a_backup_code_opens_once(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    luis = enrol("luis", Role.TECHNICIAN)
    sign_in(client, "luis")
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    assert secret in page.content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        done = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert done["Location"] == reverse("mfa_view_recovery_codes")
    assert Entry.objects.latest("number").event == "person.second_factor_set"
    codes = client.get(done["Location"]).context["unused_codes"]
    assert len(codes) == 10
    client.post(reverse("account_logout"))
    for expected in (str(luis.pk), None):
        visit = Client()
        sign_in(visit, "luis")
        visit.post(reverse("mfa_authenticate"), {"code": codes[0]})
        assert who_is_in(visit) == expected


def test_changing_the_password_tells_the_logbook_and_ends_other_sessions(client: Client) -> None:
    enrol("carmen", Role.PLANNER)
    elsewhere = Client()
    sign_in(client, "carmen")
    sign_in(elsewhere, "carmen")
    new = "otra frase de tres palabras"
    typed = {"oldpassword": "la clave de carmen", "password1": new, "password2": new}
    answer = client.post(reverse("account_change_password"), typed)
    assert answer["Location"] == reverse("people:home")
    assert Entry.objects.latest("number").event == "person.password_set"
    assert client.get(reverse("people:home")).status_code == 200
    assert elsewhere.get(reverse("people:home")).status_code == 302


def test_a_lost_telephone_is_withdrawn_by_someone_else() -> None:
    elena, rosa = enrol("elena", Role.DIRECTOR), enrol("rosa", Role.OPERATOR)
    give_telephone(rosa)
    actions.withdraw_second_factor(rosa, by=elena, at=AT)
    assert Entry.objects.latest("number").event == "person.second_factor_withdrawn"
    with pytest.raises(actions.NoSecondFactor):
        actions.withdraw_second_factor(rosa, by=elena, at=AT)
    visit = Client()
    sign_in(visit, "rosa")
    assert who_is_in(visit) == str(rosa.pk)


def test_a_copy_of_the_database_gives_nobody_the_codes(client: Client) -> None:
    rosa = enrol("rosa", Role.OPERATOR)
    secret = give_telephone(rosa)
    kept = Authenticator.objects.get(user=rosa).data["secret"]
    assert secret not in kept
    assert SecondFactor().decrypt(kept) == secret
    assert SecondFactor().encrypt(secret) != kept, "the same secret is never kept alike"
    try_the_key()
    with override_settings(FACTOR_KEY="otra clave de treinta y dos letras"):
        with pytest.raises(FactorKeyLost, match="factor-key"):
            try_the_key()
        sign_in(client, "rosa")
        with pytest.raises(FactorKeyLost):
            client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert who_is_in(client) is None


def test_what_was_kept_in_the_clear_is_locked_and_still_opens(client: Client) -> None:
    rosa = enrol("rosa", Role.OPERATOR)
    secret = str(generate_totp_secret())
    of_rosa = {"user": rosa, "type": Authenticator.Type.TOTP, "data": {"secret": secret}}
    Authenticator.objects.create(**of_rosa)
    seeded = {"seed": "5eed", "used_mask": 0, "migrated_codes": ["11112222"]}
    codes = Authenticator.objects.create(
        user=rosa, type=Authenticator.Type.RECOVERY_CODES, data=dict(seeded)
    )
    module = import_module("sereno.people.migrations.0002_factors_under_a_key")
    module.lock(apps, None)
    codes.refresh_from_db()
    opened = SecondFactor().decrypt
    assert opened(codes.data["seed"]) == "5eed"
    assert [opened(one) for one in codes.data["migrated_codes"]] == ["11112222"]
    assert codes.data["used_mask"] == 0
    sign_in(client, "rosa")
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert who_is_in(client) == str(rosa.pk)
