"""The fate of a matter on a day."""

from datetime import date

import pytest

from sereno.assemblies.rules.fate import Fate, answer_due_on, fate

DUE = date(2026, 6, 19)


def test_the_last_day_counts_from_the_day_it_was_asked() -> None:
    assert answer_due_on(date(2026, 5, 20), days=30) == DUE
    assert answer_due_on(date(2026, 5, 20), days=None) is None
    assert answer_due_on(None, days=30) is None


@pytest.mark.parametrize(
    ("committed", "kept", "refused", "on", "is_"),
    [
        (False, False, False, DUE, Fate.WAITING),
        (False, False, False, date(2026, 6, 20), Fate.LATE),
        (True, False, False, date(2027, 6, 20), Fate.COMMITTED),
        (True, True, False, DUE, Fate.KEPT),
        (False, False, True, date(2027, 6, 20), Fate.REFUSED),
    ],
)
def test_a_fate_follows_from_the_answer(
    *, committed: bool, kept: bool, refused: bool, on: date, is_: Fate
) -> None:
    assert fate(committed=committed, kept=kept, refused=refused, due_on=DUE, on=on) is is_


def test_without_a_time_in_force_nothing_is_late() -> None:
    never = fate(committed=False, kept=False, refused=False, due_on=None, on=date(2099, 1, 1))
    assert never is Fate.WAITING
