"""What was signed cannot be edited or deleted in the database itself."""

import pytest
from django.db import DatabaseError, connection, transaction

from sereno import verify
from sereno.results import actions as results
from sereno.verify import locks
from tests.verify.council import AT, Account


def refuses(statement: str) -> None:
    """That the database itself says no."""
    with (
        pytest.raises(DatabaseError, match=locks.REFUSAL),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE logbook_entry SET actor = 'person:9'",
        "DELETE FROM logbook_entry",
        "UPDATE reports_figure SET printed_value = '99'",
        "DELETE FROM reports_figure",
        "UPDATE results_measurement SET value = 99",
        "UPDATE results_measurement SET note = 'otra'",
        "UPDATE results_measurement SET approved_at = NULL, approved_by_id = NULL",
        "DELETE FROM results_measurement",
        "UPDATE results_evidence SET sha256 = 'x'",
        "DELETE FROM results_evidence",
        "UPDATE budget_snapshot SET accrued = 1",
        "DELETE FROM budget_snapshot",
    ],
)
def test_what_was_signed_is_refused_by_the_database(locked: Account, statement: str) -> None:
    refuses(statement)
    assert list(verify.faults()) == []


def test_what_is_not_signed_yet_goes_on(locked: Account) -> None:
    later = results.report(
        locked.target, results.Report(value=locked.measurement.value), by=locked.carmen, at=AT
    )
    results.return_(later, because="Falta la lista", by=locked.jorge, at=AT)
    refuses("UPDATE results_measurement SET returned_because = 'nada' WHERE value = 12")


def test_a_lock_that_was_taken_off_is_named(locked: Account) -> None:
    locks.lift()
    said = [str(fault) for fault in verify.faults()]
    assert len(said) == len(locks.LOCKS)
    assert "«sereno prepare» los pone" in said[0]
    locks.lay()
    assert list(verify.faults()) == []
