"""Any bytes are either a reading or a bad frame, and nothing else."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sereno.alerts.intake.http.frame import parse
from sereno.alerts.rules import BadFrame, Reading, Sense
from tests.alerts.intake.outcome import read_or_named

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
FIELDS = ("account", "code", "sense", "token", "latitude", "longitude", "sent_at")
OBJECTS = st.dictionaries(st.sampled_from(FIELDS), ANYTHING)


def body(**fields: Any) -> bytes:
    return json.dumps(fields).encode()


@given(st.binary())
def test_any_bytes_are_a_reading_or_a_bad_frame(raw: bytes) -> None:
    assert read_or_named(parse, raw, "A-1")


@given(OBJECTS)
def test_any_values_are_a_reading_or_a_bad_frame(fields: dict[str, Any]) -> None:
    assert read_or_named(clean, json.dumps(fields).encode(), "A-1")


def clean(raw: bytes, sender: str) -> Reading:
    """A reading whose every value may be stored and put on a map."""
    reading = parse(raw, sender)
    assert reading.account
    assert "\0" not in reading.account + reading.code + reading.token
    assert reading.latitude is None or -90 <= reading.latitude <= 90
    assert reading.longitude is None or -180 <= reading.longitude <= 180
    assert (reading.latitude is None) == (reading.longitude is None)
    return reading


def test_a_whole_cry_is_read() -> None:
    said = body(
        account="LOJ-0007",
        code="HA",
        token="9f3a51c2d4e6",
        latitude=-3.9716,
        longitude=-79.2037,
        sent_at="2026-11-21T21:04:07-05:00",
    )
    assert parse(said) == Reading(
        account="LOJ-0007",
        code="HA",
        token="9f3a51c2d4e6",
        latitude=-3.9716,
        longitude=-79.2037,
        sent_at=datetime(2026, 11, 22, 2, 4, 7, tzinfo=UTC),
    )


def test_an_empty_object_is_a_cry_of_whoever_the_key_belongs_to() -> None:
    assert parse(b"{}", "LOJ-0007") == Reading(account="LOJ-0007")


def test_a_number_may_stand_for_a_code_and_a_token() -> None:
    reading = parse(body(code=130, token=7), "A-1")
    assert (reading.code, reading.token) == ("130", "7")


@pytest.mark.parametrize("sense", list(Sense))
def test_a_sense_is_read(sense: Sense) -> None:
    assert parse(body(sense=sense), "A-1").sense == sense


@pytest.mark.parametrize("sense", ["grito", "", None, 7, [], {}])
def test_a_sense_nobody_knows_may_be_a_cry(sense: Any) -> None:
    assert parse(body(sense=sense), "A-1").sense == Sense.CRY


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (b"", "not_json"),
        (b"PANIC", "not_json"),
        (b"\xff\xfe\x00", "not_json"),
        (b"[" * 100_000, "not_json"),
        (b"[]", "not_an_object"),
        (b'"HA"', "not_an_object"),
        (body(code="x" * 65), "bad_code"),
        (body(code="a\0b"), "bad_code"),
        (body(account=True), "bad_account"),
        (body(token={}), "bad_token"),
        (body(latitude=-3.97), "half_a_position"),
        (body(latitude=91, longitude=0), "bad_latitude"),
        (body(latitude=0, longitude=-181), "bad_longitude"),
        (body(latitude="sur", longitude=0), "bad_latitude"),
        (b'{"latitude": NaN, "longitude": 0}', "bad_latitude"),
        (b'{"latitude": 1' + b"0" * 400 + b', "longitude": 0}', "bad_latitude"),
        (body(sent_at="ayer"), "bad_sent_at"),
        (body(sent_at=1700000000), "bad_sent_at"),
    ],
)
def test_what_is_wrong_is_named(raw: bytes, fault: str) -> None:
    with pytest.raises(BadFrame, match=f"^{fault}$"):
        parse(raw, "A-1")
