"""What clock.js writes, by the server's clock."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.web.stage import Stage, on_stage

pytestmark = pytest.mark.needs("Chromium")

AT = datetime(2026, 11, 21, 21, 4, 7, tzinfo=UTC)


@pytest.fixture
def stage() -> Iterator[Stage]:
    with on_stage() as stage:
        stage.now = AT.isoformat()
        yield stage


def since(lapse: timedelta, due: timedelta | None = None) -> str:
    limit = f' data-due="{(AT - lapse + due).isoformat()}"' if due else ""
    return f'<time data-since datetime="{(AT - lapse).isoformat()}"{limit}>?</time>'


@pytest.mark.parametrize(
    ("lapse", "shown"),
    [
        (timedelta(minutes=3, seconds=10), r"^03:1\d$"),
        (timedelta(hours=5), r"^5:00:0\d$"),
        (timedelta(minutes=-1), r"^00:00$"),
    ],
)
def test_time_is_counted_by_the_servers_clock(
    window: Callable[..., Page], stage: Stage, lapse: timedelta, shown: str
) -> None:
    stage.body = since(lapse)
    page = window()
    page.goto(stage.url)
    page.wait_for_function(
        "shown => new RegExp(shown).test(document.querySelector('time').textContent)", arg=shown
    )


@pytest.mark.parametrize(
    ("lapse", "lateness"),
    [
        (timedelta(seconds=5), ""),
        (timedelta(seconds=95), "soon"),
        (timedelta(seconds=125), "late"),
    ],
)
def test_what_is_nearly_late_is_said_before_it_is_late(
    window: Callable[..., Page], stage: Stage, lapse: timedelta, lateness: str
) -> None:
    stage.body = since(lapse, timedelta(minutes=2))
    page = window()
    page.goto(stage.url)
    page.wait_for_function("document.querySelector('time').textContent !== '?'")
    assert (page.locator("time").get_attribute("data-lateness") or "") == lateness


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(minutes=3, seconds=30), "(hace 3 minutos)"),
        (timedelta(days=1, hours=2), "(ayer)"),
        (timedelta(days=2, hours=2), "(hace 2 días)"),
        (timedelta(days=-40), "(dentro de 1 mes)"),
    ],
)
def test_the_distance_is_said_in_the_words_of_the_server(
    window: Callable[..., Page], stage: Stage, ago: timedelta, words: str
) -> None:
    moment = (AT - ago).isoformat()
    stage.body = f'<time data-when datetime="{moment}"><span class="relative">(…)</span></time>'
    page = window()
    page.goto(stage.url)
    expect(page.locator(".relative")).to_have_text(words)
