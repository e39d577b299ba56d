"""Two roles of PostgreSQL beside the owner: one that works, and one that reads what is published.

The owner prepares. The role that works changes no table and cannot rewrite what was signed, not
even by taking a trigger off. The role of the public site reads the tables below, of some only
columns or rows, and nothing else: no alert, no person, no address, no words of who asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, connections, transaction
from django.db.models import Model
from django.db.utils import ProgrammingError
from psycopg.errors import InsufficientPrivilege

from sereno.assemblies import models as asked
from sereno.logbook.models import Entry
from sereno.people.models import Person
from sereno.plans import models as plans
from sereno.plans.budget import models as money
from sereno.reports.models import Edition, Figure, Overtaken, SignedCopy, WordTemplate
from sereno.results import models as results
from sereno.territory import models as territory
from sereno.verify.locks import LOCKS
from sereno.web.reading import READER


class NoRoles(Exception):
    """Only PostgreSQL knows roles."""


class ReadsTooMuch(Exception):
    """The connection of the public site can read people."""


@dataclass(frozen=True)
class Shown:
    """A table that the public site reads: whole, or these columns, or the rows this holds of."""

    model: type[Model]
    columns: tuple[str, ...] = ()
    rows: str = ""

    @property
    def table(self) -> str:
        return self.model._meta.db_table


def within(model: type[Model], whole: str, *, only: str = "true") -> Shown:
    """The parts of what is shown, and of these only some: whose whole the reader sees as well."""
    field: Any = model._meta.get_field(whole)
    above = field.related_model._meta.db_table
    return Shown(model, rows=f"{field.column} IN (SELECT id FROM {above}) AND {only}")  # noqa: S608


FIGURES = f"SELECT measurement_id FROM {Figure._meta.db_table}"  # noqa: S608 - names of tables
EDITIONS = f"SELECT id FROM {Edition._meta.db_table} WHERE published_at IS NOT NULL"  # noqa: S608
PUBLISHED = (
    Shown(Entry),
    Shown(territory.Canton),
    Shown(territory.Council),
    Shown(territory.Parish),
    Shown(territory.Barrio),
    Shown(territory.Boundary),
    Shown(territory.Place),
    Shown(plans.Plan, rows="published_at IS NOT NULL"),
    # A part of a plan is read with its plan: of a draft nothing is.
    within(plans.Component, "plan"),
    within(plans.Objective, "component"),
    within(plans.Alignment, "objective"),
    within(plans.Project, "objective"),
    within(plans.Task, "project"),
    within(plans.TaskProgress, "task", only="confirmed_at IS NOT NULL"),
    within(plans.Indicator, "project"),
    within(plans.Target, "indicator"),
    within(plans.TargetChange, "target", only="confirmed_at IS NOT NULL"),
    within(plans.Problem, "plan"),
    within(plans.Fact, "plan"),
    within(plans.Problem.objectives.through, "problem"),
    Shown(plans.Ordinance),
    Shown(plans.Article),
    Shown(plans.OrgUnit),
    Shown(plans.Catalogue),
    Shown(plans.CatalogueObjective),
    Shown(results.Measurement, rows=f"id IN ({FIGURES})"),
    Shown(results.Evidence, rows=f"measurement_id IN ({FIGURES})"),
    Shown(results.BandScheme),
    Shown(Figure),
    Shown(Edition, rows="published_at IS NOT NULL"),
    Shown(SignedCopy, rows=f"edition_id IN ({EDITIONS})"),
    Shown(WordTemplate),
    Shown(Overtaken),
    Shown(money.Group),
    Shown(money.Line),
    # Whole, or what is left of a line would be shared wrongly: a share names a project by number.
    Shown(money.Weight),
    Shown(money.Month),
    Shown(money.Snapshot),
    Shown(money.TermsInForce),
    Shown(asked.Matter),
    Shown(asked.Support, columns=("id", "matter_id")),
    Shown(asked.Suggestion, columns=("id", "matter_id", "parish_id", "received_at")),
    Shown(asked.Commitment),
    Shown(asked.Advance),
    Shown(asked.Proof),
    Shown(asked.Refusal),
    Shown(asked.AnswerTime),
    Shown(asked.Deliberation),
    Shown(asked.Attendance),
    # Joint operations are not told before they are held; by name, for rooms of operations are
    # below a bridge that only results crosses.
    Shown(
        apps.get_model("community", "Activity"),
        rows="kind <> 'joint_operation' OR held_at IS NOT NULL",
    ),
)
ONLY_READ = "django_migrations"


def worker(prefix: str = "") -> str:
    return f"{prefix or settings.ROLE_PREFIX}_app"


def reader(prefix: str = "") -> str:
    return f"{prefix or settings.ROLE_PREFIX}_public"


def statements(prefix: str = "") -> Iterator[str]:
    """What the owner of the database runs, as often as wanted; each time it begins anew."""
    if connection.vendor != "postgresql":
        raise NoRoles
    for role in (worker(prefix), reader(prefix)):
        yield (
            f"DO $$ BEGIN CREATE ROLE {role} LOGIN; "
            "EXCEPTION WHEN duplicate_object THEN NULL; END $$"
        )
    yield from grants(prefix)


def grants(prefix: str = "") -> Iterator[str]:
    """What each of the two may do, from nothing."""
    works, reads = worker(prefix), reader(prefix)
    both = f"{works}, {reads}"
    yield "REVOKE CREATE ON SCHEMA public FROM PUBLIC"
    yield f"GRANT CONNECT ON DATABASE {_quoted(_database())} TO {both}"
    yield f"GRANT USAGE ON SCHEMA public TO {both}"
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {both}"
    yield f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {both}"
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {works}"
    yield f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {works}"
    yield f"REVOKE INSERT, UPDATE, DELETE ON {ONLY_READ} FROM {works}"
    for lock in LOCKS:
        yield f"REVOKE UPDATE, DELETE ON {lock.table} FROM {works}"
        free = _free(lock.table, lock.columns)
        if free:
            yield f"GRANT UPDATE ({', '.join(free)}) ON {lock.table} TO {works}"
    for shown in PUBLISHED:
        columns = f" ({', '.join(shown.columns)})" if shown.columns else ""
        yield f"GRANT SELECT{columns} ON {shown.table} TO {reads}"
        if shown.rows:
            yield from _rows(shown, works=works, reads=reads)


@transaction.atomic
def lay(prefix: str = "") -> None:
    """Make the roles and say what they may."""
    _run(statements(prefix))


@transaction.atomic
def renew() -> bool:
    """Say anew what they may, after the tables changed; nothing where nobody made them."""
    if connection.vendor != "postgresql":
        return False
    wanted = [worker(), reader()]
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_roles WHERE rolname = ANY(%s)", [wanted])
        (found,) = cursor.fetchone()
        if found != len(wanted):
            return False
    _run(grants())
    return True


def knock() -> None:
    """Refuse a connection of the public site that could read people, before anything is served."""
    if READER not in settings.DATABASES:
        return
    with connections[READER].cursor() as cursor:
        try:
            cursor.execute(f"SELECT 1 FROM {Person._meta.db_table} LIMIT 0")  # noqa: S608
        except ProgrammingError as problem:
            if isinstance(problem.__cause__, InsufficientPrivilege):
                return
            raise
    raise ReadsTooMuch


def _rows(shown: Shown, *, works: str, reads: str) -> Iterator[str]:
    """The one who works sees every row, as the owner does; the reader those that are published."""
    yield f"ALTER TABLE {shown.table} ENABLE ROW LEVEL SECURITY"
    for role, using in ((works, "true"), (reads, shown.rows)):
        verb = "ALL" if role == works else "SELECT"
        yield f"DROP POLICY IF EXISTS {role}_rows ON {shown.table}"
        yield f"CREATE POLICY {role}_rows ON {shown.table} FOR {verb} TO {role} USING ({using})"


def _free(table: str, locked: tuple[str, ...]) -> list[str]:
    """The columns of a table with a lock that change later, such as who approved and when."""
    if not locked:
        return []
    model = next(one for one in apps.get_models() if one._meta.db_table == table)
    changing = (one for one in model._meta.concrete_fields if not one.primary_key)
    return [one.column for one in changing if one.column and one.column not in locked]


def _database() -> str:
    return str(connection.settings_dict["NAME"])


def _quoted(name: str) -> str:
    return str(connection.ops.quote_name(name))


def _run(said: Iterator[str]) -> None:
    with connection.cursor() as cursor:
        for statement in said:
            cursor.execute(statement)
