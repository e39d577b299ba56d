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
def test_a_reader_can_ask_for_english_and_keeps_it(client: Client) -> None:
    client.post("/idioma/", {"language": "en", "next": "/cuentas/login/"})
    assert client.get("/cuentas/login/")["Content-Language"] == "en"


def test_an_unknown_language_is_spanish(rf: RequestFactory) -> None:
    request = rf.get("/")
    request.COOKIES["django_language"] = "xx"
    page = language(answer)(request)
    assert page["Content-Language"] == "es-ec"
