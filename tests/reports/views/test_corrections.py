"""What was corrected and what waits to be, on one page; few people stay kept back there too."""

from collections.abc import Callable

from django.test import Client

from sereno.reports import actions
from sereno.reports.models import Figure
from sereno.results.models import Measurement
from tests.reports import story
from tests.reports.conftest import MORNING, Council

OTHER = {"incident:1": "6", "incident:2": "9", "incident:3": "9.5"}


def corrected(council: Council, measured: Callable[..., Measurement]) -> Figure:
    story.answered(1, by="person:1")
    figure = actions.publish(measured(), by=council.marta, at=MORNING)
    return actions.correct(
        figure, measured(OTHER), "Faltaba un parte.", by=council.marta, at=MORNING
    )


def test_nothing_was_corrected_yet(council: Council, client: Client) -> None:
    page = client.get("/correcciones/").content.decode()
    assert "Todavía no se ha corregido ninguna." in page
    assert "Ninguna cifra publicada espera corrección." in page


def test_a_correction_says_before_now_and_why(
    council: Council, measured: Callable[..., Measurement], client: Client
) -> None:
    later = corrected(council, measured)
    page = client.get("/correcciones/").content.decode()
    assert f'href="/cifras/{later.slug}/"' in page
    assert "decía 7,0" in page
    assert "ahora dice 9,0" in page
    assert "Faltaba un parte." in page


def test_few_people_in_a_parish_are_told_neither_before_nor_after(
    council: Council, measured: Callable[..., Measurement], client: Client
) -> None:
    council.target.parish = council.parish
    council.target.save(update_fields=["parish"])
    later = corrected(council, measured)
    for address in ("/correcciones/", f"/cifras/{later.slug}/", f"/cifras/{later.corrects.slug}/"):  # type: ignore[union-attr]
        page = client.get(address).content.decode()
        assert "7,0" not in page
        assert "9,0" not in page


def test_late_data_mark_the_figure_wherever_it_is_shown(
    council: Council, measured: Callable[..., Measurement], client: Client
) -> None:
    story.answered(1, by="person:1")
    figure = actions.publish(measured(), by=council.marta, at=MORNING)
    actions.mark_overtaken([figure], at=MORNING)
    for address in ("/", "/metas/arrive_median/", f"/cifras/{figure.slug}/"):
        assert "Superada: llegaron datos después" in client.get(address).content.decode()
    page = client.get("/correcciones/").content.decode()
    assert "Después de publicar estas cifras llegaron datos" in page
    assert figure.caption in page
