"""Minutes between two moments, worked out by the database as exactly as by hand."""

from decimal import Decimal
from typing import Any

from django.db.models import Func, IntegerField
from django.db.models.expressions import Combinable

Sql = tuple[str, Any]


class Microseconds(Func):
    """A moment as a whole number, so that two of them are subtracted exactly.

    SQLite keeps a moment as text, and its own arithmetic ends at the millisecond.
    """

    arity = 1
    output_field = IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Sql:
        inner, given = compiler.compile(self.source_expressions[0])
        whole, rest = f"unixepoch(substr({inner}, 1, 19))", f"substr({inner}, 21, 6)"
        return f"({whole} * 1000000 + CAST({rest} AS INTEGER))", (*given, *given)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Sql:
        inner, given = compiler.compile(self.source_expressions[0])
        return f"CAST(EXTRACT(EPOCH FROM {inner}) * 1000000 AS bigint)", given


class Hundredths(Func):
    """Microseconds as hundredths of a minute, half away from zero, as ``rules.rows.minutes``."""

    arity = 1
    output_field = IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Sql:
        inner, given = compiler.compile(self.source_expressions[0])
        return f"CAST(ROUND(({inner}) / 600000.0) AS INTEGER)", given

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Sql:
        inner, given = compiler.compile(self.source_expressions[0])
        return f"CAST(ROUND(CAST(({inner}) AS numeric) / 600000) AS bigint)", given


def minutes_between(start: str | Combinable, end: Combinable) -> Hundredths:
    """From a moment to the microsecond it ended at; nothing where it has not."""
    return Hundredths(end - Microseconds(start))


def hundredths(told: int) -> Decimal:
    """Minutes from their hundredths."""
    return Decimal(told).scaleb(-2)
