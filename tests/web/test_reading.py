"""A published page is read through the public role, unless who asks may be of the house."""

import pytest
from django.conf import settings
from django.test import RequestFactory

from sereno.web.reading import READER, Router, published_only

ROUTER = Router()


@pytest.fixture
def second(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second connection stands in the settings; nothing is asked of it."""
    monkeypatch.setitem(settings.DATABASES, READER, settings.DATABASES["default"])


def roads() -> set[str | None]:
    return {ROUTER.db_for_read(None), ROUTER.db_for_write(None)}


def test_a_stranger_reads_through_the_public_role_while_the_page_is_drawn(second: None) -> None:
    assert roads() == {None}
    with published_only(RequestFactory().get("/")):
        assert roads() == {READER}
    assert roads() == {None}
    with pytest.raises(ValueError, match="broken"), published_only(RequestFactory().get("/")):
        raise ValueError("broken")
    assert roads() == {None}


def test_who_carries_a_session_is_asked_who_they_are(second: None) -> None:
    request = RequestFactory().get("/")
    request.COOKIES[settings.SESSION_COOKIE_NAME] = "some"
    with published_only(request):
        assert roads() == {None}


def test_without_a_second_connection_there_is_one_road() -> None:
    with published_only(RequestFactory().get("/")):
        assert roads() == {None}


def test_tables_are_made_by_the_first_connection_alone() -> None:
    assert ROUTER.allow_migrate(READER, "people") is False
    assert ROUTER.allow_migrate("default", "people") is None
