"""Which alert a signal joins, and when it is a new call for help."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from sereno.alerts.rules import (
    LONGEST,
    REPEATS,
    Earlier,
    Joins,
    Urgency,
    graver,
    in_order,
    joins,
    seconds_of,
    span,
)

AT = datetime(2026, 11, 21, 21, 4, 7, tzinfo=UTC)
JUST_NOW, LONG_AGO = AT - timedelta(seconds=20), AT - REPEATS - timedelta(seconds=1)
COUNTER, NAME = "41", "9f3a51c2d4e6"


def test_the_first_press_joins_nothing() -> None:
    assert joins("", [], at=AT) is None


def test_a_second_press_joins_the_open_alert_and_is_told() -> None:
    earlier = [Earlier(7, JUST_NOW, is_open=True, token="41")]
    assert joins("42", earlier, at=AT) == Joins(7, silently=False)
    assert joins("", earlier, at=AT) == Joins(7, silently=False)


def test_the_same_press_sent_again_joins_in_silence() -> None:
    earlier = [Earlier(7, JUST_NOW, is_open=True, token=COUNTER)]
    assert joins(COUNTER, earlier, at=AT) == Joins(7, silently=True)


def test_a_press_after_the_alert_was_classified_is_a_new_call() -> None:
    assert joins("42", [Earlier(7, JUST_NOW, is_open=False, token="41")], at=AT) is None


def test_a_press_long_after_the_alert_was_raised_is_a_new_call() -> None:
    assert joins("42", [Earlier(7, LONG_AGO, is_open=True, token="41")], at=AT) is None


def test_a_telephone_that_sends_again_hours_later_raises_no_second_alert() -> None:
    assert joins(NAME, [Earlier(7, LONG_AGO, is_open=False, token=NAME)], at=AT) == Joins(
        7, silently=True
    )


def test_a_counter_that_began_anew_does_not_hide_a_press() -> None:
    assert joins(COUNTER, [Earlier(7, LONG_AGO, is_open=False, token=COUNTER)], at=AT) is None


def test_of_two_open_alerts_the_newest_gathers_the_press() -> None:
    earlier = [
        Earlier(7, JUST_NOW - timedelta(minutes=2), is_open=True),
        Earlier(8, JUST_NOW, is_open=True),
    ]
    assert joins("", earlier, at=AT) == Joins(8, silently=False)


def test_no_token_is_never_the_same_press() -> None:
    assert joins("", [Earlier(7, JUST_NOW, is_open=True)], at=AT) == Joins(7, silently=False)


@pytest.mark.parametrize(("one", "other"), list(product(Urgency, repeat=2)))
def test_what_a_caller_adds_never_makes_an_alert_milder(one: Urgency, other: Urgency) -> None:
    gravest_first = list(Urgency)
    assert gravest_first.index(graver(one, other)) <= gravest_first.index(one)
    assert graver(one, other) in {one, other}


@pytest.mark.parametrize(
    ("words", "seconds"),
    [("15 s", 15), ("2 min", 120), ("1 h 30 min", 5400), ("1min 4s", 64), ("2 d", 172800)],
)
def test_a_span_is_read_as_people_write_it_and_written_so(words: str, seconds: int) -> None:
    assert seconds_of(words) == seconds
    assert seconds_of(span(seconds)) == seconds


@pytest.mark.parametrize("words", ["", "ocho", "8", "8 min y pico", "-8 min", "8,5 min"])
def test_what_is_no_span_is_not_guessed(words: str) -> None:
    assert seconds_of(words) is None


def test_help_is_taken_up_then_sent_then_arrives() -> None:
    assert in_order([15, None, 480])
    assert in_order([60, 60])
    assert not in_order([120, 60])
    assert not in_order([0])
    assert not in_order([LONGEST + 1])
