"""What a role of PostgreSQL may do, tried as that role; and what it may never do to the signed."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

PREFIX = "sereno_trial"  # made in the transaction of a test, and gone with it
BENDING = (
    "UPDATE logbook_entry SET event = 'figure.published'",
    "DELETE FROM logbook_entry",
    "UPDATE reports_figure SET printed_value = '49'",
    "DELETE FROM reports_figure",
    "UPDATE results_measurement SET value = 49",
    "DELETE FROM results_measurement",
    "UPDATE results_evidence SET sha256 = ''",
    "DELETE FROM budget_snapshot",
    "UPDATE budget_snapshot SET accrued = 1",
    "TRUNCATE logbook_entry",
    "ALTER TABLE reports_figure DISABLE TRIGGER ALL",
    "DROP TRIGGER sereno_reports_figure_update ON reports_figure",
    "DROP POLICY sereno_trial_app_rows ON plans_plan",
    "ALTER TABLE plans_plan DISABLE ROW LEVEL SECURITY",
    "DROP TABLE reports_figure CASCADE",
    "CREATE TABLE public.mine (id int)",
    "DELETE FROM django_migrations",
    "SET session_replication_role = replica",
    "CREATE ROLE sereno_other",
)


@contextmanager
def acting_as(role: str) -> Iterator[None]:
    """What follows is asked by this role, with its rights and no others."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {role}")
        try:
            yield
        finally:
            cursor.execute("RESET ROLE")
