"""Names on the map: what is new is added, what is known is corrected, nothing is lost."""

import pytest

from sereno.logbook.models import Entry
from sereno.territory import actions
from sereno.territory.models import Barrio, Canton, Parish, Place
from tests.territory.ground import AT, canton

pytestmark = pytest.mark.django_db


def test_the_canton_its_parishes_barrios_and_places_are_told_in_order() -> None:
    loja = canton()
    lines = Entry.objects.order_by("number")
    assert [(line.event, line.data["kind"], line.data["rows"]) for line in lines] == [
        ("territory.imported", "canton", 1),
        ("territory.imported", "boundary", 1),
        ("territory.imported", "parish", 3),
        ("territory.imported", "barrio", 4),
        ("territory.imported", "place", 1),
    ]
    assert {line.subject for line in lines} == {f"canton:{loja.pk}"}


def test_rows_come_back_in_the_order_given_new_or_known() -> None:
    loja = canton()
    valle = Parish.objects.get(name="El Valle")
    rows = ["Las Pitas", "Jipiro", "La Paz"]
    kept = actions.put_barrios(
        loja, [Barrio(parish=valle, name=name) for name in rows], by=None, at=AT
    )
    assert [barrio.name for barrio in kept] == rows
    assert all(barrio.pk for barrio in kept)
    assert Barrio.objects.filter(parish=valle).count() == 3


def test_an_empty_cell_takes_nothing_away_and_a_full_one_corrects() -> None:
    loja = canton()
    valle = Parish.objects.get(name="El Valle")
    actions.put_barrios(loja, [Barrio(parish=valle, name="Jipiro")], by=None, at=AT)
    assert Barrio.objects.get(name="Jipiro").latitude == -3.9723
    again = Barrio(parish=valle, name="Jipiro", latitude=-3.97, longitude=-79.2)
    actions.put_barrios(loja, [again], by=None, at=AT)
    assert Barrio.objects.get(name="Jipiro").latitude == -3.97


def test_a_row_given_twice_is_one_barrio() -> None:
    loja = canton()
    valle = Parish.objects.get(name="El Valle")
    twice = [Barrio(parish=valle, name="Las Pitas"), Barrio(parish=valle, name="Las Pitas")]
    actions.put_barrios(loja, twice, by=None, at=AT)
    assert Barrio.objects.filter(name="Las Pitas").count() == 1


def test_nothing_given_leaves_no_line() -> None:
    loja = Canton.objects.create(code="1101", name="Loja")
    assert actions.put_places(loja, [], by=None, at=AT) == []
    assert not Place.objects.exists()
    assert not Entry.objects.exists()


def test_two_kinds_of_rows_have_two_seals() -> None:
    canton()
    seals = [line.data["sha256"] for line in Entry.objects.all()]
    assert len(set(seals)) == len(seals) == 5
