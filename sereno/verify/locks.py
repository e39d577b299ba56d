"""Locks in the database itself: what was signed cannot be edited or deleted, whoever asks.

They are triggers, the same on SQLite and PostgreSQL, laid by ``prepare``. The first lock is in
the actions; this is for whoever reaches the database by another door. Somebody who owns the
database can take them off, and then ``verify`` says that they are missing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection, transaction

from sereno.logbook.models import Entry
from sereno.plans.budget.models import Snapshot
from sereno.plans.models import TargetChange, TaskChange, TaskProgress
from sereno.reports.models import (
    Edition,
    Figure,
    FreeText,
    Overtaken,
    RegisterPage,
    SignedCopy,
    TemplateChoice,
    WordTemplate,
)
from sereno.results.models import Evidence, Measurement
from sereno.verify.fault import Fault

REFUSAL = "Sereno: lo firmado no se cambia ni se borra"
FUNCTION = "sereno_refuse"


@dataclass(frozen=True)
class Lock:
    """``columns`` never change (none named: no column does); where ``when`` holds, all of them."""

    table: str
    columns: tuple[str, ...] = ()
    when: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        kinds = ("update", "delete", *(["signed"] if self.when else []))
        return tuple(f"sereno_{self.table}_{kind}" for kind in kinds)


LOCKS = (
    Lock(Entry._meta.db_table),
    Lock(Figure._meta.db_table),
    Lock(
        Measurement._meta.db_table,
        (
            *("target_id", "origin", "starts_at", "ends_at", "value", "numerator", "denominator"),
            *("absence", "formula", "worksheet", "seal", "as_of_entry", "measured_at"),
            "measured_by_id",
        ),
        when="OLD.approved_at IS NOT NULL OR OLD.returned_at IS NOT NULL",
    ),
    Lock(
        Evidence._meta.db_table,
        ("measurement_id", "file", "sha256", "link", "added_at", "added_by_id"),
    ),
    Lock(
        Snapshot._meta.db_table,
        (
            *("line_id", "month_id", "initial", "amendments", "revised", "certified"),
            *("committed", "accrued", "paid", "taken_at", "taken_by_id", "agreed_by_id"),
        ),
    ),
    Lock(
        TargetChange._meta.db_table,
        when="OLD.confirmed_at IS NOT NULL OR OLD.refused_at IS NOT NULL",
        columns=("target_id", "old_value", "new_value", "because", "proposed_at", "proposed_by_id"),
    ),
    Lock(
        TaskChange._meta.db_table,
        when="OLD.confirmed_at IS NOT NULL OR OLD.refused_at IS NOT NULL",
        columns=("task_id", "old", "new", "because", "proposed_at", "proposed_by_id"),
    ),
    Lock(
        TaskProgress._meta.db_table,
        when="OLD.confirmed_at IS NOT NULL OR OLD.returned_at IS NOT NULL",
        columns=("task_id", "year", "month", "done", "evidence", "told_at", "told_by_id"),
    ),
    Lock(
        Edition._meta.db_table,
        (
            *("kind", "subject", "slug", "title", "starts_on", "ends_on", "content", "seal"),
            *("line", "prepared_at", "prepared_by_id", "corrects_id", "correction_note"),
        ),
        when="OLD.published_at IS NOT NULL OR OLD.returned_at IS NOT NULL",
    ),
    Lock(SignedCopy._meta.db_table),
    Lock(
        FreeText._meta.db_table,
        ("document", "subject", "code", "text", "kept_at", "kept_by_id"),
        when="OLD.replaced_at IS NOT NULL",
    ),
    Lock(
        RegisterPage._meta.db_table,
        ("numeral", "year", "month", "state", "because", "rows", "kept_at", "kept_by_id"),
        when="OLD.replaced_at IS NOT NULL",
    ),
    Lock(WordTemplate._meta.db_table),
    Lock(TemplateChoice._meta.db_table),
    Lock(Overtaken._meta.db_table),
)


@transaction.atomic
def lay() -> None:
    """Put every lock on, once; what is on already is put on anew."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                f"CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION '{REFUSAL} (%)', TG_TABLE_NAME; END $$"
            )
            for lock in LOCKS:
                cursor.execute(_drop(lock, _truncate(lock)))
                cursor.execute(
                    f"CREATE TRIGGER {_truncate(lock)} BEFORE TRUNCATE ON {lock.table} "
                    f"FOR EACH STATEMENT EXECUTE FUNCTION {FUNCTION}()"
                )
        for lock in LOCKS:
            for name, what in zip(lock.names, _what(lock), strict=True):
                cursor.execute(_drop(lock, name))
                cursor.execute(_create(lock, name, what))


@transaction.atomic
def lift() -> None:
    """Take them off: only for a table that must change its shape, and for trying this."""
    with connection.cursor() as cursor:
        for lock in LOCKS:
            for name in _all(lock):
                cursor.execute(_drop(lock, name))


def faults() -> Iterator[Fault]:
    found = _found()
    for lock in LOCKS:
        missing = [name for name in _all(lock) if name not in found]
        if missing:
            yield Fault(
                f"La tabla {lock.table}",
                f"le faltan los cerrojos {', '.join(missing)}; «sereno prepare» los pone",
            )


def _truncate(lock: Lock) -> str:
    """Only PostgreSQL empties a table at once."""
    return f"sereno_{lock.table}_truncate"


def _all(lock: Lock) -> tuple[str, ...]:
    is_postgresql = connection.vendor == "postgresql"
    return (*lock.names, _truncate(lock)) if is_postgresql else lock.names


def _found() -> set[str]:
    catalogue = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(catalogue)
        return {name for (name,) in cursor.fetchall()}


def _what(lock: Lock) -> tuple[tuple[str, str], ...]:
    """When each trigger of a lock goes off, and under which condition."""
    columns = f" OF {', '.join(lock.columns)}" if lock.columns else ""
    always = ((f"UPDATE{columns}", ""), ("DELETE", ""))
    return (*always, ("UPDATE", f"WHEN ({lock.when}) ")) if lock.when else always


def _drop(lock: Lock, name: str) -> str:
    on = f" ON {lock.table}" if connection.vendor == "postgresql" else ""
    return f"DROP TRIGGER IF EXISTS {name}{on}"


def _create(lock: Lock, name: str, what: tuple[str, str]) -> str:
    verb, when = what
    does = (
        f"EXECUTE FUNCTION {FUNCTION}()"
        if connection.vendor == "postgresql"
        else f"BEGIN SELECT RAISE(ABORT, '{REFUSAL} ({lock.table})'); END"
    )
    return f"CREATE TRIGGER {name} BEFORE {verb} ON {lock.table} FOR EACH ROW {when}{does}"
