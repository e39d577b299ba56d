"""The fate of a matter on a day."""

from datetime import date

import pytest

from sereno.assemblies.rules.fate import Fate, answer_due_on, fate

DUE = date(2026, 6, 19)
PROMISED = date(2026, 12, 31)


def test_the_last_day_counts_from_the_day_it_was_asked() -> None:
    assert answer_due_on(date(2026, 5, 20), days=30) == DUE
    assert answer_due_on(date(2026, 5, 20), days=None) is None
    assert answer_due_on(None, days=30) is None


@pytest.mark.parametrize(
    ("until", "kept", "refused", "on", "is_"),
    [
        (None, False, False, DUE, Fate.WAITING),
        (None, False, False, date(2026, 6, 20), Fate.LATE),
        (PROMISED, False, False, PROMISED, Fate.COMMITTED),
        (PROMISED, False, False, date(2027, 1, 1), Fate.OVERDUE),
        (PROMISED, True, False, date(2027, 1, 1), Fate.KEPT),
        (None, False, True, date(2027, 6, 20), Fate.REFUSED),
    ],
)
def test_a_fate_follows_from_the_answer(
    until: date | None, on: date, is_: Fate, *, kept: bool, refused: bool
) -> None:
    assert fate(promised_until=until, kept=kept, refused=refused, due_on=DUE, on=on) is is_


def test_without_a_time_in_force_nothing_is_late() -> None:
    never = fate(promised_until=None, kept=False, refused=False, due_on=None, on=date(2099, 1, 1))
    assert never is Fate.WAITING
