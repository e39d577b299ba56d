"""A token is shown once, lives as long as it was given, and dies with its person."""

from datetime import timedelta

import pytest

from sereno.api import actions
from sereno.api.models import Token
from sereno.logbook.models import Entry
from tests.api.conftest import MADE, Council, token_of


def test_only_its_digest_is_kept_and_the_logbook_knows_neither(council: Council) -> None:
    shown = token_of(council.carmen, "read")
    token = Token.objects.get()
    assert shown not in str(token.__dict__)
    line = Entry.objects.order_by("-number")[0]
    assert (line.event, line.data["scopes"]) == ("token.made", "read")
    assert token.sha256 not in str(line.data)


def test_it_is_known_again_and_its_last_day_is_kept(council: Council) -> None:
    shown = token_of(council.carmen)
    found = actions.use_token(shown, at=MADE)
    assert found is not None
    assert found.person == council.carmen
    assert str(Token.objects.get().used_on) == "2026-11-20"
    assert actions.use_token(shown + "x", at=MADE) is None


def test_it_ends_on_its_day(council: Council) -> None:
    _token, shown = actions.make_token("x", ["read"], days=1, by=council.carmen, at=MADE)
    assert actions.use_token(shown, at=MADE + timedelta(hours=23)) is not None
    assert actions.use_token(shown, at=MADE + timedelta(days=1)) is None


def test_it_dies_with_its_person(council: Council) -> None:
    shown = token_of(council.carmen)
    council.carmen.is_active = False
    council.carmen.save()
    assert actions.use_token(shown, at=MADE) is None


def test_revoked_it_opens_nothing_and_is_told_once(council: Council) -> None:
    shown = token_of(council.carmen)
    token = Token.objects.get()
    actions.revoke_token(token, by=council.carmen, at=MADE)
    actions.revoke_token(token, by=council.carmen, at=MADE)
    assert actions.use_token(shown, at=MADE) is None
    assert Entry.objects.filter(event="token.revoked").count() == 1


def test_only_its_person_or_the_director_revokes_it(council: Council) -> None:
    token_of(council.carmen)
    token = Token.objects.get()
    with pytest.raises(actions.NotYours):
        actions.revoke_token(token, by=council.jorge, at=MADE)
    actions.revoke_token(token, by=council.marta, at=MADE)
    assert token.revoked_at == MADE


@pytest.mark.parametrize("days", [0, 367])
def test_none_lasts_longer_than_a_year(council: Council, days: int) -> None:
    with pytest.raises(actions.BadLife):
        actions.make_token("x", ["read"], days=days, by=council.carmen, at=MADE)


def test_a_scope_that_does_not_exist_is_refused(council: Council) -> None:
    for scopes in ([], ["read", "everything"]):
        with pytest.raises(actions.UnknownScope):
            actions.make_token("x", scopes, days=1, by=council.carmen, at=MADE)
