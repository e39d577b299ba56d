"""The card of a goal for anyone, named by the page of the goal."""

from collections.abc import Callable

from django.test import Client

from sereno.reports import actions
from sereno.results.models import Measurement
from tests.reports import story
from tests.reports.conftest import MORNING, Council


def test_the_page_of_a_goal_names_its_card_with_its_words(
    council: Council, measured: Callable[..., Measurement], client: Client
) -> None:
    story.answered(1, by="person:1")
    actions.publish(measured(), by=council.marta, at=MORNING)
    page = client.get("/metas/arrive_median/").content.decode()
    assert 'property="og:image" content="http://testserver/metas/arrive_median/tarjeta.png"' in page
    assert 'name="twitter:card" content="summary_large_image"' in page
    assert "Texto alternativo" in page
    for ending, kind in (("png", "image/png"), ("svg", "image/svg+xml")):
        answer = client.get(f"/metas/arrive_median/tarjeta.{ending}")
        assert answer["Content-Type"] == kind
        again = client.get(
            f"/metas/arrive_median/tarjeta.{ending}", headers={"if-none-match": answer["ETag"]}
        )
        assert again.status_code == 304


def test_there_is_no_card_of_what_is_not_there(council: Council, client: Client) -> None:
    assert client.get("/metas/otra/tarjeta.png").status_code == 404
    assert client.get("/metas/arrive_median/tarjeta.gif").status_code == 404


def test_a_goal_that_names_somebody_offers_none(council: Council, client: Client) -> None:
    council.indicator.name = "Atender a 1710034065"
    council.indicator.save(update_fields=["name"])
    assert "og:image" not in client.get("/metas/arrive_median/").content.decode()
    assert client.get("/metas/arrive_median/tarjeta.png").status_code == 404
