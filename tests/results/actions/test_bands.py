"""The council sets its categories from a day on, with their source, and never backwards."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from sereno.results import actions, queries
from sereno.results.actions import BandDraft
from sereno.results.models import BandScheme
from sereno.results.rules.bands import PROPOSED, read
from sereno.results.rules.progress import Progress, State
from tests.results.conftest import NOON, Council

TODAY = date(2026, 6, 15)
DRAFT = BandDraft("Bandas del consejo", "Resolución 4 de 2026", TODAY, "80 bien\n0 mal")
HALF = Progress(State.ON_THE_WAY, Decimal("0.5"))


def over(days: int) -> tuple[str, BandScheme] | None:
    """The band of half a target whose time ended that many days after the first."""
    ends_on = TODAY + timedelta(days=days)
    return queries.band(HALF, ends_on=ends_on, today=ends_on + timedelta(days=1))


def test_bands_are_in_force_from_their_day_until_the_next(council: Council) -> None:
    later = BandDraft("Otras", "Resolución 9", TODAY + timedelta(days=30), "40 bien\n0 mal")
    for draft in (DRAFT, later):
        actions.set_bands(draft, by=council.marta, at=NOON)
    assert over(-1) is None
    words = [over(days) for days in (0, 29, 30)]
    assert [found[0] for found in words if found] == ["mal", "mal", "bien"]


def test_nobody_has_failed_while_there_is_time(council: Council) -> None:
    actions.set_bands(DRAFT, by=council.marta, at=NOON)
    whole = Progress(State.REACHED, Decimal(1))
    assert queries.band(HALF, ends_on=TODAY, today=TODAY) is None
    early = queries.band(whole, ends_on=TODAY, today=TODAY)
    assert early is not None
    assert early[0] == "bien"
    assert over(0) is not None


def test_bands_never_begin_in_the_past_nor_twice_on_a_day(council: Council) -> None:
    past = BandDraft("Antes", "Nada", TODAY - timedelta(days=1), DRAFT.lines)
    with pytest.raises(actions.BandsBackwards):
        actions.set_bands(past, by=council.marta, at=NOON)
    actions.set_bands(DRAFT, by=council.marta, at=NOON)
    with pytest.raises(actions.BandsOfThatDay):
        actions.set_bands(DRAFT, by=council.marta, at=NOON)
    assert BandScheme.objects.count() == 1


def test_the_page_keeps_them_and_says_what_is_wrong(client: Client, council: Council) -> None:
    client.force_login(council.marta)
    said = {"name": "Bandas", "source": "Resolución 4", "starts_on": f"{timezone.localdate()}"}
    wrong = client.post("/resultados/bandas/", said | {"lines": "80 bien"})
    assert wrong.status_code == 422
    assert "que empieza en 0" in wrong.content.decode()
    assert client.post("/resultados/bandas/", said | {"lines": "80 bien\n0 mal"}).status_code == 302
    assert "Resolución 4" in client.get("/resultados/bandas/").content.decode()
    client.force_login(council.carmen)
    assert client.get("/resultados/bandas/").status_code == 403


def test_the_proposal_fills_the_form_and_not_the_document(client: Client, council: Council) -> None:
    client.force_login(council.marta)
    empty, filled = (client.get(f"/resultados/bandas/{one}") for one in ("", "?propuesta=1"))
    assert "no los de la norma" in empty.content.decode()
    assert empty.context["form"]["lines"].value() is None
    assert read(filled.context["form"]["lines"].value()) == read(PROPOSED)
    assert filled.context["form"]["source"].value() is None
    said = {name: filled.context["form"][name].value() for name in ("name", "starts_on", "lines")}
    assert client.post("/resultados/bandas/?propuesta=1", said).status_code == 422
    assert not BandScheme.objects.exists()
