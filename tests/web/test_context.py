"""What the shell tells every page."""

from datetime import datetime
from types import SimpleNamespace

import pytest
from django.conf import LazySettings
from django.test import RequestFactory

from sereno.web.context import shell


@pytest.mark.parametrize(("example", "shown"), [("loja", True), ("none", False)])
def test_an_example_is_called_one(settings: LazySettings, example: str, shown: bool) -> None:
    settings.EXAMPLE = example
    assert shell(RequestFactory().get("/"))["example"] is shown


def test_the_page_knows_when_it_was_drawn() -> None:
    now = shell(RequestFactory().get("/"))["now"]
    assert isinstance(now, datetime)
    assert now.tzinfo is not None


def test_a_stranger_has_no_menu() -> None:
    assert not shell(RequestFactory().get("/"))["nav"]


def test_the_menu_is_asked_for_only_when_a_page_draws_it() -> None:
    asked: list[str] = []

    def may(act: str) -> bool:
        asked.append(act)
        return False

    request = RequestFactory().get("/")
    request.user = SimpleNamespace(may=may)  # type: ignore[assignment]
    menu = shell(request)["nav"]
    assert asked == []
    assert not menu
    assert asked
