"""Money left and goals unmet stand out together, and neither alone."""

from decimal import Decimal

from sereno.results.rules.money import Goals, goals, order, stands_out
from sereno.results.rules.progress import State

OPEN, DONE = Goals(0, 1, 0, 0), Goals(1, 0, 0, 0)


def test_goals_are_counted_by_what_became_of_them() -> None:
    assert goals([*State, State.REACHED]) == Goals(met=2, unmet=3, unknown=1, waiting=2)
    assert goals([]) == Goals(0, 0, 0, 0)


def test_only_money_left_beside_a_goal_unmet_stands_out() -> None:
    assert stands_out(Decimal(1), OPEN)
    assert stands_out(Decimal(1), Goals(5, 0, 1, 0))
    assert not stands_out(Decimal(0), OPEN)
    assert not stands_out(None, OPEN)
    assert not stands_out(Decimal(1), DONE)


def test_what_stands_out_comes_first_with_the_most_money() -> None:
    listed = [(Decimal(9), DONE), (None, OPEN), (Decimal(1), OPEN), (Decimal(5), OPEN)]
    listed.sort(key=lambda one: order(*one))
    assert [money for money, _ in listed] == [5, 1, 9, None]
