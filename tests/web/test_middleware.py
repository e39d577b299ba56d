"""Pages speak Spanish until their reader asks for another language."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils.translation import gettext as _

from sereno.web.middleware import language


def answer(request: HttpRequest) -> HttpResponse:
    return HttpResponse(_("Sunday"))


def test_a_browser_set_up_in_english_still_reads_spanish(rf: RequestFactory) -> None:
    page = language(answer)(rf.get("/", headers={"accept-language": "en-US"}))
    assert page.content.decode() == "domingo"
    assert page["Content-Language"] == "es-ec"


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["/cuentas/ingresar/", "/"])
def test_every_page_offers_the_other_language(client: Client, page: str) -> None:
    found = client.get(page, follow=True)
    assert 'action="/idioma/"' in found.content.decode()
    assert '<button class="plain" type="submit" name="language" value="en" lang="en">English<' in (
        found.content.decode()
    )


def test_a_kept_page_needs_no_token_to_change_the_language() -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/idioma/", {"language": "en", "next": "/"})
    assert (answer.status_code, answer.cookies["django_language"].value) == (302, "en")


@pytest.mark.django_db
def test_a_reader_can_ask_for_english_and_keeps_it(client: Client) -> None:
    client.post("/idioma/", {"language": "en", "next": "/cuentas/ingresar/"})
    assert client.get("/cuentas/ingresar/")["Content-Language"] == "en"


def test_an_unknown_language_is_spanish(rf: RequestFactory) -> None:
    request = rf.get("/")
    request.COOKIES["django_language"] = "xx"
    page = language(answer)(request)
    assert page["Content-Language"] == "es-ec"
