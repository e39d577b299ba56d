"""Sums, balances and identities: exact, complete, and never zero where nothing is known."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sereno.plans.budget.rules import (
    NAMES,
    Amounts,
    Breach,
    Identity,
    Second,
    balances,
    breaches,
    difference,
    execution,
    total,
)
from sereno.plans.budget.rules.amounts import cents

WHOLE = Amounts(
    initial=Decimal("5000.00"),
    amendments=Decimal("500.00"),
    revised=Decimal("5500.00"),
    certified=Decimal("5200.00"),
    committed=Decimal("5000.00"),
    accrued=Decimal("4884.15"),
    paid=Decimal("4800.00"),
)
sums = st.decimals(0, 10**9, places=2, allow_nan=False, allow_infinity=False)


@st.composite
def whole(draw: st.DrawFn) -> Amounts:
    """Amounts as they should be: each within the one before it."""
    initial = draw(sums)
    amendments = draw(st.decimals(-initial, 10**9, places=2))
    revised = initial + amendments
    committed = draw(st.decimals(0, revised, places=2))
    accrued = draw(st.decimals(0, committed, places=2))
    return Amounts(
        initial,
        amendments,
        revised,
        certified=draw(st.none() | st.decimals(0, revised, places=2)),
        committed=committed,
        accrued=accrued,
        paid=draw(st.decimals(0, accrued, places=2)),
    )


def test_the_programme_of_the_year_2021_is_executed_in_88_80_of_a_hundred() -> None:
    """4.884,15 of 5.500,00: the quotient printed in the report agrees with its sums."""
    found = execution(WHOLE)
    assert found is not None
    assert cents(found) == Decimal("88.80")


def test_nothing_assigned_is_no_execution_and_never_zero() -> None:
    nothing = replace(WHOLE, initial=Decimal(0), amendments=Decimal(0), revised=Decimal(0))
    assert execution(nothing) is None
    assert execution(replace(WHOLE, accrued=Decimal(0))) == 0


def test_the_three_balances_and_the_second_formula_of_some_entities() -> None:
    found = balances(WHOLE, Second.OF_REVISED)
    assert (found.to_commit, found.to_accrue, found.to_pay) == (
        Decimal("500.00"),
        Decimal("615.85"),
        Decimal("84.15"),
    )
    assert balances(WHOLE, Second.OF_COMMITTED).to_accrue == Decimal("115.85")
    income = replace(WHOLE, certified=None, committed=None)
    assert balances(income, Second.OF_COMMITTED).to_accrue is None
    assert balances(income, Second.OF_REVISED).to_commit is None


@pytest.mark.parametrize(
    ("wrong", "identity", "found", "limit"),
    [
        ({"revised": "5600.00"}, Identity.REVISED_IS_THE_SUM, "5600.00", "5500.00"),
        ({"certified": "5500.01"}, Identity.CERTIFIED_WITHIN_REVISED, "5500.01", "5500.00"),
        ({"committed": "5500.01"}, Identity.COMMITTED_WITHIN_REVISED, "5500.01", "5500.00"),
        ({"accrued": "5000.01"}, Identity.ACCRUED_WITHIN_COMMITTED, "5000.01", "5000.00"),
        ({"paid": "4884.16"}, Identity.PAID_WITHIN_ACCRUED, "4884.16", "4884.15"),
        ({"paid": "-1.00"}, Identity.NOTHING_NEGATIVE, "-1.00", "0.00"),
    ],
)
def test_each_identity_is_named_with_its_numbers(
    wrong: dict[str, str], identity: Identity, found: str, limit: str
) -> None:
    bent = replace(WHOLE, **{name: Decimal(value) for name, value in wrong.items()})
    assert breaches(bent) == (Breach(identity, Decimal(found), Decimal(limit)),)


def test_every_breach_is_told_and_not_only_the_first() -> None:
    one, two = Decimal(1), Decimal(2)
    bent = Amounts(one, one, one, two, two, Decimal(3), Decimal(4))
    assert [breach.identity for breach in breaches(bent)] == list(Identity)[:5]
    assert [breach.off for breach in breaches(bent)] == [-one, one, one, one, one]


@given(whole())
def test_amounts_as_they_should_be_break_nothing(amounts: Amounts) -> None:
    assert breaches(amounts) == ()
    rate = execution(amounts)
    assert rate is None or 0 <= rate <= 100
    found = balances(amounts, Second.OF_REVISED)
    assert found.to_commit is not None
    assert found.to_accrue is not None
    assert found.to_accrue >= found.to_commit >= 0 <= found.to_pay


@given(whole(), st.sampled_from(["paid", "accrued", "committed"]))
def test_a_cent_over_its_limit_is_always_seen(amounts: Amounts, name: str) -> None:
    limits = {
        "paid": amounts.accrued,
        "accrued": amounts.committed,
        "committed": amounts.revised,
    }
    limit = limits[name]
    assert limit is not None
    bent = replace(amounts, **{name: limit + Decimal("0.01")})
    assert any(breach.off == Decimal("0.01") for breach in breaches(bent))


@given(st.lists(whole(), min_size=1, max_size=30))
def test_the_sum_of_sound_lines_is_sound_and_its_columns_are_exact(lines: list[Amounts]) -> None:
    added = total(lines)
    assert added is not None
    assert added.accrued == sum(line.accrued for line in lines)
    assert (added.certified is None) == any(line.certified is None for line in lines)
    assert breaches(added) == ()


def test_nothing_adds_to_nothing() -> None:
    assert total([]) is None


def test_what_changed_is_named_column_by_column() -> None:
    assert difference(None, WHOLE) == NAMES
    assert difference(WHOLE, WHOLE) == ()
    assert difference(WHOLE, replace(WHOLE, paid=Decimal(1), certified=None)) == (
        "certified",
        "paid",
    )
