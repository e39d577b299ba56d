"""A page is not sent twice, and never kept when something new is published."""

from collections.abc import Callable, Iterator
from gzip import decompress
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from sereno.reports import actions
from sereno.results.models import Measurement
from tests.reports.conftest import MORNING, Council
from tests.reports.story import answered

Measured = Callable[..., Measurement]


def test_what_a_browser_has_is_not_sent_again(client: Client, council: Council) -> None:
    first = client.get("/")
    again = client.get("/", HTTP_IF_NONE_MATCH=first.headers["ETag"])
    assert again.status_code == 304
    assert not again.content
    since = client.get("/", HTTP_IF_MODIFIED_SINCE=first.headers["Last-Modified"])
    assert since.status_code == 304


def test_a_new_figure_is_seen_at_once(client: Client, council: Council, measured: Measured) -> None:
    first = client.get("/")
    actions.publish(measured(), by=council.marta, at=MORNING)
    again = client.get("/", HTTP_IF_NONE_MATCH=first.headers["ETag"])
    assert again.status_code == 200
    assert "no-cache" in again.headers["Cache-Control"]


def test_operations_go_on_without_the_public_pages_changing(
    client: Client, council: Council
) -> None:
    first = client.get("/")
    answered(5, by="")
    assert client.get("/", HTTP_IF_NONE_MATCH=first.headers["ETag"]).status_code == 304


def test_a_case_changes_with_its_own_lines(
    client: Client, council: Council, measured: Measured
) -> None:
    figure = actions.publish(measured(), by=council.marta, at=MORNING)
    path = f"/cifras/{figure.slug}/casos/incident:2/"
    first = client.get(path)
    answered(2, by="")
    assert client.get(path, HTTP_IF_NONE_MATCH=first.headers["ETag"]).status_code == 200


@pytest.fixture
def pages_kept(settings: Any) -> Iterator[None]:
    memory = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = settings.CACHES | {"pages": {"BACKEND": memory, "LOCATION": "pages"}}
    yield
    caches["pages"].clear()


@pytest.mark.usefixtures("pages_kept")
def test_a_page_is_drawn_once_for_all_strangers(
    client: Client, council: Council, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    first = client.get("/")
    with django_assert_max_num_queries(1):
        again = Client().get("/")
    assert again.content == first.content
    assert again.headers["ETag"] == first.headers["ETag"]


@pytest.mark.usefixtures("pages_kept")
def test_nobody_is_shown_what_was_drawn_for_somebody_else(client: Client, council: Council) -> None:
    guest = Client(headers={"host": "localhost"})
    assert "http://localhost/" in guest.get("/").content.decode()
    assert "http://localhost/" not in client.get("/").content.decode()
    client.cookies["messages"] = "one's own words"
    assert client.get("/").content
    assert b"Lo que el Consejo" in Client().get("/").content


def test_the_seals_of_today_move_with_every_line(client: Client, council: Council) -> None:
    first = client.get("/bitacora/")
    answered(6, by="")
    again = client.get("/bitacora/", HTTP_IF_NONE_MATCH=first.headers["ETag"])
    assert again.status_code == 200


def test_pages_travel_compressed(client: Client, council: Council) -> None:
    answer = client.get("/", HTTP_ACCEPT_ENCODING="gzip")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert decompress(answer.content).startswith(b"<!doctype html>")
    tag = answer.headers["ETag"]
    again = client.get("/", HTTP_ACCEPT_ENCODING="gzip", HTTP_IF_NONE_MATCH=tag)
    assert again.status_code == 304


def test_a_page_says_its_language_its_title_and_what_to_share(
    client: Client, council: Council
) -> None:
    page = client.get("/metas/arrive_median/").content.decode()
    assert '<html lang="es-ec"' in page
    assert "<title>Minutos que tarda en llegar la ayuda ·" in page
    assert 'property="og:title" content="Minutos que tarda en llegar la ayuda"' in page
    assert 'rel="canonical" href="http://testserver/metas/arrive_median/"' in page
