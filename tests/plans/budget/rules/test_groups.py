"""A row that adds up those below it is a group and no line."""

from decimal import Decimal

import pytest

from sereno.plans.budget.rules import groups


def told(*rows: tuple[str, int]) -> dict[int, tuple[int, ...]]:
    return groups([(code, Decimal(amount)) for code, amount in rows])


def test_each_level_of_the_classifier_holds_the_lines_and_not_the_groups_below_it() -> None:
    rows = [("5", 9), ("53", 9), ("5301", 9), ("530104", 4), ("530105", 5)]
    assert told(*rows) == {0: (3, 4), 1: (3, 4), 2: (3, 4)}


def test_dots_do_not_count_and_a_short_code_alone_is_a_line() -> None:
    assert told(("5.3", 4), ("53.01.04", 4)) == {0: (1,)}
    assert told(("51", 4), ("53", 5)) == {}


@pytest.mark.parametrize(("amount", "is_group"), [(9, True), (7, False)])
def test_an_item_is_a_group_only_if_it_says_their_sum(amount: int, *, is_group: bool) -> None:
    rows = [("730605", amount), ("730605.01", 4), ("730605.02", 5)]
    assert told(*rows) == ({0: (1, 2)} if is_group else {})


def test_a_group_whose_sum_is_wrong_is_still_no_line() -> None:
    assert told(("53", 1), ("530104", 4)) == {0: (1,)}
