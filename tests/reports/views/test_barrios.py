"""The barrio's own page, as a neighbour opens it."""

from collections.abc import Callable

from django.test import Client

from sereno.results.models import Measurement
from sereno.territory.models import Barrio
from tests.reports.conftest import Council
from tests.reports.queries.test_coverage import published
from tests.reports.queries.test_neighbourhood import promised_to_the_parish

Measured = Callable[..., Measurement]


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_a_neighbour_finds_the_barrio_by_its_parish(client: Client, council: Council) -> None:
    barrio = Barrio.objects.create(parish=council.parish, name="La Banda")
    page = text(client, "/barrios/")
    assert "Parroquia El Valle" in page
    assert f'<a href="/barrios/{barrio.pk}/">La Banda</a>' in page


def test_the_page_says_what_was_done_and_leads_to_the_record(
    client: Client, council: Council, measured: Measured
) -> None:
    barrio = Barrio.objects.create(parish=council.parish, name="La Banda")
    figure = published(council, measured, {f"barrio:{barrio.pk}": "1"})
    page = text(client, f"/barrios/{barrio.pk}/")
    assert "Sí, contado" in page
    assert f'href="/cifras/{figure.slug}/casos/barrio:{barrio.pk}/"' in page
    assert "Centro de monitoreo" in page
    assert 'href="/sugerencias/nueva/"' in page
    other = Barrio.objects.create(parish=council.parish, name="Otro")
    waiting = published(council, measured, {f"barrio:{other.pk}": "0"}, slug="otros")
    page = text(client, f"/barrios/{other.pk}/")
    assert "Todavía no" in page
    assert "Sí, contado" not in page
    assert waiting.slug in page


def test_few_cases_are_kept_back_with_the_reason(
    client: Client, council: Council, measured: Measured
) -> None:
    barrio = Barrio.objects.create(parish=council.parish, name="La Banda")
    promised_to_the_parish(council, measured, cases=3)
    page = text(client, f"/barrios/{barrio.pk}/")
    assert "para que nadie sea reconocido" in page
    assert ">6<" not in page


def test_a_barrio_of_which_nothing_is_published_still_says_what_to_do(
    client: Client, council: Council
) -> None:
    barrio = Barrio.objects.create(parish=council.parish, name="La Banda")
    page = text(client, f"/barrios/{barrio.pk}/")
    assert "Ninguna cifra publicada cuenta todavía" in page
    assert "llame al 911" in page


def test_a_barrio_that_is_none_is_not_found(client: Client, db: None) -> None:
    assert client.get("/barrios/7/").status_code == 404
    assert "Todavía no hay barrios cargados" in text(client, "/barrios/")
