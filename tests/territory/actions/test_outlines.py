"""Outlines: a new epoch closes the one before it, and the past is not drawn over."""

from datetime import date

import pytest

from sereno.logbook.models import Entry
from sereno.territory import actions
from sereno.territory.actions.outlines import NewerEpochKnown
from sereno.territory.models import Barrio, Boundary
from tests.territory.ground import AT, DAY, canton, square

pytestmark = pytest.mark.django_db
NEXT = date(2027, 1, 1)


def drawn(half: float, starts_on: date) -> Boundary:
    jipiro = Barrio.objects.select_related("parish__canton").get(name="Jipiro")
    outline = square(-3.97, -79.2, half)
    (boundary,) = actions.draw(
        jipiro.parish.canton,
        [(jipiro, outline)],
        source="ordenanza",
        starts_on=starts_on,
        by=None,
        at=AT,
    )
    return boundary


def test_a_new_epoch_ends_the_one_before_it_on_its_first_day() -> None:
    canton()
    first, second = drawn(0.01, DAY), drawn(0.02, NEXT)
    first.refresh_from_db()
    assert (first.ends_on, second.ends_on) == (NEXT, None)


def test_the_same_day_drawn_again_replaces_itself() -> None:
    canton()
    first, again = drawn(0.01, DAY), drawn(0.02, DAY)
    assert first.pk == again.pk
    assert Boundary.objects.get(pk=first.pk).geometry == square(-3.97, -79.2, 0.02)


def test_an_outline_older_than_the_one_drawn_is_refused_and_nothing_is_drawn() -> None:
    canton()
    drawn(0.01, NEXT)
    lines = Entry.objects.count()
    with pytest.raises(NewerEpochKnown, match="Jipiro"):
        drawn(0.02, DAY)
    assert Boundary.objects.exclude(barrio=None).count() == 1
    assert Entry.objects.count() == lines
