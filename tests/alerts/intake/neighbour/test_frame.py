"""A neighbour's telephone speaks like any other sender of JSON."""

from hypothesis import given
from hypothesis import strategies as st

from sereno.alerts.intake.neighbour.frame import parse
from sereno.alerts.rules import Reading
from tests.alerts.intake.outcome import read_or_named


@given(st.binary())
def test_any_bytes_are_a_reading_or_a_bad_frame(raw: bytes) -> None:
    assert read_or_named(parse, raw, "")


def test_a_cry_carries_its_token_and_where_the_telephone_is() -> None:
    raw = b'{"token":"7b1e4c0a93d2","latitude":-3.996,"longitude":-79.2018}'
    assert parse(raw) == Reading("", token="7b1e4c0a93d2", latitude=-3.996, longitude=-79.2018)
