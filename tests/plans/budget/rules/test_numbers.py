"""Amounts written by people are read exactly, or refused with the reason."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sereno.plans.budget.rules.numbers import NotAnAmount, Unread, amount
from sereno.web.rules import decimal


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4.884,15", "4884.15"),
        ("4884,15", "4884.15"),
        ("4884", "4884"),
        ("4.884", "4884"),
        ("1.234.567,8", "1234567.8"),
        ("4884.15", "4884.15"),
        ("USD 4.884,15", "4884.15"),
        ("$4.884,15", "4884.15"),
        ("\u00a04.884,15 ", "4884.15"),
        ("-1.200,00", "-1200"),
        ("\u22121.200,00", "-1200"),
        ("(1.200,00)", "-1200"),
        ("0,00", "0"),
    ],
)
def test_an_amount_is_read_as_it_is_written_here(text: str, value: str) -> None:
    assert amount(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "  ", "USD", "$ "])
def test_a_blank_is_unknown_and_not_zero(text: str) -> None:
    assert amount(text) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("4,884.15", Unread.POINT_FOR_DECIMALS),
        ("1,234,567", Unread.POINT_FOR_DECIMALS),
        ("12.3456", Unread.POINT_FOR_DECIMALS),
        ("0.875", Unread.POINT_FOR_DECIMALS),
        ("4,884", Unread.MORE_THAN_CENTS),
        ("4.884,155", Unread.MORE_THAN_CENTS),
        ("-", Unread.NOT_A_NUMBER),
        ("N/A", Unread.NOT_A_NUMBER),
        ("48 de 55", Unread.NOT_A_NUMBER),
        ("#REF!", Unread.NOT_A_NUMBER),
        ("1" * 25, Unread.TOO_LARGE),
    ],
)
def test_what_could_be_two_numbers_or_none_is_refused_with_a_reason(
    text: str, reason: Unread
) -> None:
    with pytest.raises(NotAnAmount) as refusal:
        amount(text)
    assert refusal.value.reason == reason


@given(st.decimals(-(10**12), 10**12, places=2))
def test_what_sereno_writes_sereno_reads(value: Decimal) -> None:
    assert amount(decimal(value, 2)) == value


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text: str) -> None:
    with suppress(NotAnAmount):
        value = amount(text)
        assert value is None or value.as_tuple().exponent == -2
