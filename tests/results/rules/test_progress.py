"""How far a promise was kept: the nine cases that comparable systems get wrong, and many more."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sereno.results.rules.progress import (
    Actual,
    Progress,
    Promise,
    State,
    attainment,
    occasions,
    progress,
)
from sereno.web.rules import Absent

CASES = [
    # baseline, target, actual, direction → hundredths, state, over
    ("0", "100", "50", "rise", "50", State.ON_THE_WAY, False),
    ("40", "100", "70", "rise", "50", State.ON_THE_WAY, False),
    (None, "100", "70", "rise", "70", State.ON_THE_WAY, False),
    ("100", "80", "90", "fall", "50", State.ON_THE_WAY, False),
    ("100", "80", "80", "fall", "100", State.REACHED, False),
    ("100", "80", "110", "fall", "-50", State.WORSE, False),
    ("0", "10", "0", "rise", "0", State.ZERO, False),
    ("10", "0", "4", "fall", "60", State.ON_THE_WAY, False),
    ("100", "100", "100", "keep", "100", State.REACHED, False),
    ("100", "100", "90", "keep", "90", State.ON_THE_WAY, False),
    ("100", "100", "110", "keep", "90", State.ON_THE_WAY, False),
    ("100", "100", "0", "keep", "0", State.ON_THE_WAY, False),
    (None, "21", "84", "rise", "400", State.REACHED, True),
    ("40", "100", "10", "rise", "-50", State.WORSE, False),
    ("40", "100", "40", "rise", "0", State.ZERO, False),
    (None, "8", "10", "fall", "80", State.ON_THE_WAY, False),
    (None, "8", "4", "fall", "200", State.REACHED, True),
    (None, "8", "0", "fall", None, State.REACHED, True),
    (None, "0", "0", "fall", None, State.REACHED, False),
    (None, "0", "4", "fall", "0", State.ZERO, False),
    (None, "0", "0", "rise", None, State.REACHED, False),
    (None, "0", "3", "rise", None, State.REACHED, True),
    ("80", "80", "80", "rise", "100", State.REACHED, False),
    ("80", "80", "60", "rise", "75", State.ON_THE_WAY, False),
    (None, "0", "0", "keep", None, State.REACHED, False),
    (None, "0", "1", "keep", None, State.ON_THE_WAY, False),
]


@pytest.mark.parametrize(
    ("baseline", "target", "actual", "direction", "hundredths", "state", "over"), CASES
)
def test_worked_cases(
    baseline: str | None,
    target: str,
    actual: str,
    direction: str,
    hundredths: str | None,
    state: State,
    over: bool,
) -> None:
    base = None if baseline is None else Decimal(baseline)
    found = progress(base, Decimal(target), Decimal(actual), direction)
    assert found.ratio == (None if hundredths is None else Decimal(hundredths) / 100)
    assert (found.state, found.over) == (state, over)


@pytest.mark.parametrize(
    ("absent", "state"),
    [
        (Absent.UNKNOWN, State.UNKNOWN),
        (Absent.NOT_APPLICABLE, State.NOT_APPLICABLE),
        (Absent.NOT_DUE, State.NOT_DUE),
    ],
)
def test_what_has_no_number_is_never_zero(absent: Absent, state: State) -> None:
    found = progress(Decimal(0), Decimal(10), absent, "rise")
    assert found == Progress(state)
    assert not found.has_number


numbers = st.decimals(0, 10**6, places=2)
ways = st.sampled_from(["rise", "fall"])
bases = st.none() | numbers
every_way = st.sampled_from(["rise", "fall", "keep", "within"])


@given(baseline=bases, target=numbers, one=numbers, other=numbers, direction=ways)
def test_more_of_what_is_wanted_is_never_less_progress(
    baseline: Decimal | None, target: Decimal, one: Decimal, other: Decimal, direction: str
) -> None:
    worse, better = sorted((one, other), reverse=direction == "fall")
    before = progress(baseline, target, worse, direction)
    after = progress(baseline, target, better, direction)
    assert (after.state == State.REACHED) >= (before.state == State.REACHED)
    if before.ratio is not None and after.ratio is not None:
        assert after.ratio >= before.ratio


@given(baseline=bases, target=numbers, actual=numbers, direction=ways | st.just("keep"))
def test_the_unit_does_not_change_the_progress(
    baseline: Decimal | None, target: Decimal, actual: Decimal, direction: str
) -> None:
    thousands = [None if number is None else number * 1000 for number in (baseline, target, actual)]
    small = progress(baseline, target, actual, direction)
    assert thousands[1] is not None
    assert thousands[2] is not None
    large = progress(thousands[0], thousands[1], thousands[2], direction)
    assert (small.state, small.over) == (large.state, large.over)
    assert small.ratio == large.ratio


@given(baseline=bases, target=numbers, actual=numbers, direction=ways | st.just("keep"))
def test_a_promise_is_reached_exactly_when_its_ratio_is_one_or_more(
    baseline: Decimal | None, target: Decimal, actual: Decimal, direction: str
) -> None:
    found = progress(baseline, target, actual, direction)
    assume(found.ratio is not None)
    assert found.ratio is not None
    assert (found.ratio >= 1) == (found.state == State.REACHED)
    assert found.over == (found.ratio > 1)
    assert (found.state == State.WORSE) == (found.ratio < 0 and found.from_baseline)
    assert (found.state == State.ZERO) == (found.ratio == 0 and not found.off)


@given(baseline=bases, target=numbers, actual=numbers, high=numbers, direction=every_way)
def test_nothing_is_called_worse_than_a_beginning_that_it_is_not_measured_from(
    baseline: Decimal | None, target: Decimal, actual: Decimal, high: Decimal, direction: str
) -> None:
    low, high = sorted((target, high))
    found = progress(baseline, low, actual, direction, high)
    if found.state == State.WORSE:
        assert baseline is not None
        bound = high if direction == "within" and actual > high else low
        assert abs(actual - bound) > abs(baseline - bound)


@given(target=numbers.filter(bool), far=numbers, direction=st.sampled_from(["keep", "within"]))
def test_what_is_kept_is_as_far_off_above_as_below(
    target: Decimal, far: Decimal, direction: str
) -> None:
    above, below = (
        progress(None, target, target + side * far, direction, target) for side in (1, -1)
    )
    assert above == below
    assert above.off == bool(far)


@given(target=numbers.filter(bool), baseline=numbers, direction=ways)
def test_the_baseline_is_zero_and_the_target_is_one(
    target: Decimal, baseline: Decimal, direction: str
) -> None:
    assume(baseline > target if direction == "fall" else baseline < target)
    assert progress(baseline, target, baseline, direction).ratio == 0
    assert progress(baseline, target, target, direction).ratio == 1


YEAR = Promise("quantity", "rise", date(2026, 1, 1), date(2026, 12, 31), Decimal(10))
SOME = Actual(Decimal(5), date(2026, 1, 1), date(2026, 6, 30))


def test_what_nobody_measured_is_due_only_once_its_period_ended() -> None:
    assert attainment(YEAR, None, today=date(2026, 12, 31)).state == State.NOT_DUE
    assert attainment(YEAR, None, today=date(2027, 1, 1)).state == State.UNKNOWN


@pytest.mark.parametrize(
    ("value", "state"), [("1", State.REACHED), ("0", State.ZERO), ("2", State.REACHED)]
)
def test_a_milestone_is_there_or_it_is_not(value: str, state: State) -> None:
    promise = Promise("milestone", "rise", YEAR.starts_on, YEAR.ends_on)
    actual = Actual(Decimal(value), SOME.starts_on, SOME.ends_on)
    assert attainment(promise, actual, today=SOME.ends_on).state == state


EVERY = Promise("frequency", "rise", date(2026, 1, 1), date(2026, 12, 31), every_days=15)


@pytest.mark.parametrize(
    ("until", "times", "due", "state"),
    [
        (date(2026, 1, 14), 0, 0, State.NOT_DUE),
        (date(2026, 1, 15), 0, 1, State.ZERO),
        (date(2026, 1, 15), 1, 1, State.REACHED),
        (date(2026, 6, 30), 6, 12, State.ON_THE_WAY),
        (date(2026, 12, 31), 24, 24, State.REACHED),
        (date(2027, 6, 30), 30, 24, State.REACHED),
    ],
)
def test_a_frequency_is_judged_by_the_intervals_that_have_passed(
    until: date, times: int, due: int, state: State
) -> None:
    assert occasions(EVERY, until=until) == due
    actual = Actual(Decimal(times), EVERY.starts_on, until)
    assert attainment(EVERY, actual, today=until).state == state


@given(days=st.integers(1, 2000), every=st.integers(1, 400))
def test_intervals_never_promise_more_days_than_there_are(days: int, every: int) -> None:
    first = date(2024, 1, 1)
    promise = Promise(
        "frequency", "rise", first, first + timedelta(days=days - 1), every_days=every
    )
    due = occasions(promise, until=promise.ends_on)
    assert due * every <= days < (due + 1) * every


def test_a_share_is_judged_by_its_exact_parts_not_by_what_is_printed() -> None:
    promise = Promise("share", "rise", YEAR.starts_on, YEAR.ends_on, Decimal(90))
    almost = Actual(Decimal(17_999) * 100 / Decimal(20_000), SOME.starts_on, SOME.ends_on)
    found = attainment(promise, almost, today=SOME.ends_on)
    assert found.state == State.ON_THE_WAY
