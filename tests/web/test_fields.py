"""A number is read as people here write it, and never guessed; a text is never cut."""

from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from sereno.web.fields import NumberField, Prose
from sereno.web.rules import decimal


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("4.884,15", "4884.15"),
        ("4884,15", "4884.15"),
        ("4884.15", "4884.15"),
        ("1.234.567", "1234567"),
        ("0,875", "0.875"),
        (" 12 ", "12"),
        ("1.5", "1.5"),
    ],
)
def test_a_number_is_read_as_it_was_meant(written: str, meant: str) -> None:
    assert NumberField().clean(written) == Decimal(meant)


@pytest.mark.parametrize("written", ["4,884.15", "0.875", "1.23.4", "1,2,3", "USD 5", "NaN", "1e5"])
def test_a_number_that_could_mean_two_things_is_refused_with_a_way_out(written: str) -> None:
    with pytest.raises(ValidationError, match=r"decimales con coma: 4\.884,15"):
        NumberField().clean(written)


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_what_the_pages_print_is_read_back(value: Decimal) -> None:
    assert NumberField().clean(decimal(value, 2)) == value


def test_nothing_is_no_number_and_a_negative_one_is_refused() -> None:
    assert NumberField().clean("") is None
    with pytest.raises(ValidationError, match="no puede ser menor que 0"):
        NumberField(min_value=0).clean("-5")


class _Said(forms.Form):
    text = Prose(max_length=20, widget=forms.Textarea)


def test_what_is_too_long_is_counted_and_told_and_no_browser_cuts_it() -> None:
    assert "maxlength" not in str(_Said()["text"])
    refused = _Said({"text": "x" * 21})
    assert "20" in str(refused.errors["text"])
    assert "21" in str(refused.errors["text"])
    assert "x" * 21 in str(refused["text"])
    assert _Said({"text": "x" * 20}).is_valid()
