"""A card says what the page of its goal says, in words too, and never of whom."""

from collections.abc import Callable
from datetime import date

import pytest

from sereno.reports import actions
from sereno.reports.formats.card.content import NamesSomebody, card
from sereno.reports.queries import goals
from sereno.results.models import Measurement
from tests.reports import story
from tests.reports.conftest import MORNING, Council

ADDRESS = "https://consejo.example/metas/arrive_median/"
TODAY = date(2026, 11, 20)


def of_goal(council: Council) -> goals.Goal:
    found = goals.history(council.indicator.slug, TODAY)
    assert found is not None
    return found.goal


def test_a_goal_without_a_number_says_so_and_draws_no_bar(council: Council) -> None:
    made = card(of_goal(council), council="Consejo de Loja", address=ADDRESS)
    assert (made.number, made.bar) == ("Sin número todavía", "")
    assert made.address == "consejo.example/metas/arrive_median"
    assert made.question == "Más de esta meta:"


def test_a_published_number_its_promise_and_its_standing_are_in_the_words(
    council: Council, measured: Callable[..., Measurement]
) -> None:
    story.answered(1, by="person:1")
    actions.publish(measured(), by=council.marta, at=MORNING)
    made = card(of_goal(council), council="Consejo de Loja", address=ADDRESS)
    assert made.number == "7,0"
    assert made.bar.startswith("<svg")
    for said in (made.council, made.name, "7,0 min", made.promise.rstrip("."), made.standing):
        assert said in made.text
    assert made.question == "¿De dónde sale este número?"


def test_few_people_in_a_parish_are_kept_back_on_the_card_too(
    council: Council, measured: Callable[..., Measurement]
) -> None:
    council.target.parish = council.parish
    council.target.save(update_fields=["parish"])
    story.answered(1, by="person:1")
    figure = actions.publish(measured(), by=council.marta, at=MORNING)
    goal = goals.judged(council.target, [figure], on=TODAY)
    made = card(goal, council="Consejo de Loja", address=ADDRESS)
    assert (made.number, made.unit, made.bar) == ("Reservado", "", "")
    assert "7,0" not in made.data


def test_a_goal_that_names_somebody_has_no_card(council: Council) -> None:
    council.indicator.name = "Atender a 1710034065"
    council.indicator.save(update_fields=["name"])
    with pytest.raises(NamesSomebody):
        card(of_goal(council), council="Consejo de Loja", address=ADDRESS)


def test_a_name_of_forty_words_is_cut_between_two_of_them(council: Council) -> None:
    council.indicator.name = "palabras " * 30
    council.indicator.save(update_fields=["name"])
    made = card(of_goal(council), council="Consejo de Loja", address=ADDRESS)
    assert made.name.endswith("palabras…")
