"""The work of a project beside its money: due and done of the same activities, unknown apart."""

from decimal import Decimal

from sereno.plans.budget.rules import Lag, Terms, Told, shares_of_money, work

TERMS = Terms()


def told(due: str | None, done: str | None, spending: str | None = None) -> Told:
    due_, done_, spent = (None if one is None else Decimal(one) for one in (due, done, spending))
    return Told(due_, done_, spent)


def test_no_activity_is_not_an_activity_left_undone() -> None:
    assert work([], TERMS) is None


def test_due_and_done_are_of_the_same_activities() -> None:
    whole = work([told("50", "40"), told("100", "100"), told("80", None), told(None, "9")], TERMS)
    assert whole is not None
    assert (whole.activities, whole.counted, whole.silent) == (4, 2, 1)
    assert whole.due == 75
    assert whole.done == 70
    assert whole.cautions == ()


def test_a_lag_beyond_the_terms_is_told_with_both_numbers() -> None:
    late = work([told("50", "39.99")], TERMS)
    assert late is not None
    (caution,) = late.cautions
    assert (caution.lag, caution.points) == (Lag.WORK, Decimal("10.01"))
    just = work([told("50", "40")], TERMS)
    assert just is not None
    assert just.cautions == ()


def test_nothing_done_is_zero_and_nothing_told_is_unknown() -> None:
    zero, unknown = work([told("50", "0")], TERMS), work([told("50", None)], TERMS)
    assert zero is not None
    assert unknown is not None
    assert zero.done == 0
    assert zero.silent == 0
    assert unknown.done is None
    assert unknown.silent == 1
    assert unknown.cautions == ()


def test_the_money_to_date_is_known_only_where_every_activity_says_it() -> None:
    whole = work([told("1", "1", "100"), told("1", "1", "50")], TERMS)
    part = work([told("1", "1", "100"), told("1", "1")], TERMS)
    assert whole is not None
    assert part is not None
    assert whole.spending == 150
    assert part.spending is None


def test_the_months_of_a_project_are_those_of_its_money() -> None:
    one = [Decimal(300 if month == 3 else 0) for month in range(1, 13)]
    two = [Decimal(100 if month == 9 else 0) for month in range(1, 13)]
    months = shares_of_money([one, two])
    assert [months[2], months[8]] == [75, 25]
    assert sum(months) == 100
    assert shares_of_money([one, []]) == ()
    assert shares_of_money([]) == ()
