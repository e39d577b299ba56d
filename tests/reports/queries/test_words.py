"""Everything that can happen has plain words."""

from importlib import import_module
from importlib.util import find_spec

import pytest
from django.conf import settings

from sereno.logbook.events import Event
from sereno.reports.queries import words
from sereno.reports.rules.standing import Standing
from sereno.results.rules.rows import FORMULAS


def of_the_house() -> set[str]:
    """The events of every room; those that tests make up for themselves do not count."""
    for room in settings.ROOMS:
        if find_spec(f"sereno.{room}.events"):
            import_module(f"sereno.{room}.events")
    kinds = Event.__subclasses__()
    return {kind.name for kind in kinds if kind.__module__.startswith("sereno.")}


def test_every_event_of_the_house_has_words_of_its_own() -> None:
    assert of_the_house() - set(words.EVENTS) == set()


def test_no_words_are_kept_for_what_cannot_happen() -> None:
    assert set(words.EVENTS) - of_the_house() == set()


def test_every_formula_and_every_standing_has_words() -> None:
    assert set(words.FORMULAS) == set(FORMULAS)
    assert set(words.STANDINGS) == set(Standing)


@pytest.mark.parametrize(
    ("record", "said"),
    [("incident:41", "incidente 41"), ("barrio:3", "barrio 3"), ("valor", "valor")],
)
def test_a_record_is_called_by_its_name(record: str, said: str) -> None:
    assert words.of_record(record) == said
