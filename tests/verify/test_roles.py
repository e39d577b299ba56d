"""The role that works cannot rewrite what was signed; the public one reads what is published."""

import re
from contextlib import suppress
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.apps import apps
from django.db import DatabaseError, ProgrammingError, connection, transaction
from django.db.models import Model
from django.test import Client
from django.urls import Resolver404, resolve
from pytest_django import Settings

from sereno.alerts.actions import load_catalogues
from sereno.plans import actions as planning
from sereno.plans import models as plans
from sereno.reports.models import Edition, Figure
from sereno.results import actions as results
from sereno.results.models import Evidence, Measurement
from sereno.territory.models import Barrio, Canton, Parish
from sereno.verify import faults, locks, roles
from tests import needs, secret
from tests.verify.council import AT, Account, account, account_for, locked
from tests.verify.rights import BENDING, PREFIX, acting_as
from tests.verify.test_editions import edition

__all__ = ["account", "edition", "locked"]
pytestmark = [pytest.mark.django_db, pytest.mark.needs(needs.POSTGRESQL)]
ON_PAPER = {
    plans.Component,
    plans.Objective,
    plans.Project,
    plans.Indicator,
    plans.Target,
    plans.Task,
}
PARTS: set[type[Model]] = {
    *ON_PAPER,
    plans.Plan,
    plans.Alignment,
    plans.Problem,
    plans.Problem.objectives.through,
}
CODES = re.compile(r'(?:href="|<loc>|src=")(?:http://testserver)?(/[^"<#]*)')


def refused(statement: str) -> str:
    """Why the database says no; an error of another kind is no refusal."""
    with pytest.raises(DatabaseError) as told, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert isinstance(told.value, ProgrammingError), told.value
    assert "permission denied" in str(told.value) or "must be owner" in str(told.value)
    return str(told.value)


def test_a_whole_account_is_given_by_the_role_that_works(
    tmp_path: Path, settings: Settings
) -> None:
    settings.MEDIA_ROOT = tmp_path
    locks.lay()
    roles.lay(PREFIX)
    with acting_as(roles.worker(PREFIX)):
        load_catalogues(at=AT)
        planning.load_catalogues(at=AT)
        account_for()
        assert [str(fault) for fault in faults()] == []
    assert Figure.objects.count() == 1


@pytest.fixture
def granted(locked: Account) -> Account:
    """The council with its roles made, every constraint looked at before its tables change."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    roles.lay(PREFIX)
    return locked


def test_the_role_that_works_cannot_bend_what_was_signed(granted: Account) -> None:
    with acting_as(roles.worker(PREFIX)):
        for statement in BENDING:
            refused(statement)


def test_the_public_role_reads_no_alert_no_person_and_no_address(granted: Account) -> None:
    shown = {one.table: one for one in roles.PUBLISHED}
    tables = connection.introspection.table_names()
    assert {"alerts_alert", "people_person", "assemblies_contact", "devices_device"} <= set(tables)
    with acting_as(roles.reader(PREFIX)):
        for table in tables:
            if table not in shown:
                refused(f"TABLE {table}")
            refused(f"INSERT INTO {table} DEFAULT VALUES")
            refused(f"LOCK {table} IN EXCLUSIVE MODE")
        for column in ("text", "code_digest", "taken_by_id", "channel"):
            refused(f"COPY assemblies_suggestion ({column}) TO STDOUT")
        refused("SELECT voice FROM assemblies_support")
        refused("CREATE TABLE public.mine (id int)")


def test_no_published_table_points_at_a_column_that_is_not_there() -> None:
    for shown in roles.PUBLISHED:
        columns = {field.column for field in shown.model._meta.concrete_fields}
        assert set(shown.columns) <= columns, shown.table
    names = [one.table for one in roles.PUBLISHED]
    assert len(names) == len(set(names))
    assert set(names) <= {one._meta.db_table for one in apps.get_models(include_auto_created=True)}


def test_the_public_role_sees_no_draft(granted: Account) -> None:
    later = results.report(
        granted.target,
        results.Report(value=Decimal(12)),
        by=granted.carmen,
        at=AT,
        ends_at=AT,
        evidence=[results.EvidenceDraft("Otra", link="https://example.org/otra")],
    )
    with acting_as(roles.reader(PREFIX)):
        assert list(Measurement.objects.values_list("pk", flat=True)) == [granted.measurement.pk]
        assert not Evidence.objects.filter(measurement=later).exists()
        assert Evidence.objects.count() == 1
        assert Edition.objects.count() == 0
    assert Measurement.objects.count() == 2
    type(granted.plan).objects.update(published_at=None, published_by=None)
    with acting_as(roles.reader(PREFIX)):
        assert not type(granted.plan).objects.exists()


def test_the_public_role_reads_no_part_of_a_plan_in_draft(granted: Account) -> None:
    """Each table of a plan holds parts of a published one and of a draft; it sees the former."""
    draft = secret.enter(by=granted.carmen, at=AT)
    parts = {one.model: rows_of(one.model) for one in roles.PUBLISHED if one.model in PARTS}
    assert set(parts) == PARTS
    with acting_as(roles.reader(PREFIX)):
        seen = {model: rows_of(model) for model in parts}
        raw = "SELECT count(*) FROM plans_target WHERE source_words <> ''"
        assert counted(raw) == 0
    public = {model: rows for model, rows in seen.items() if rows}
    assert set(public) == {plans.Plan, *ON_PAPER}
    assert all(len(parts[model]) > len(rows) for model, rows in seen.items())
    assert not any(secret.WORD in row for rows in seen.values() for row in rows)
    planning.publish_plan(draft, by=granted.marta, at=AT)
    with acting_as(roles.reader(PREFIX)):
        assert {model: rows_of(model) for model in parts} == parts
        assert counted(raw) == 1


def test_the_public_role_reads_no_change_that_nobody_confirmed(granted: Account) -> None:
    amount = planning.NewAmount(Decimal(60), None, None)
    later = AT + timedelta(days=1)
    change = planning.propose_change(
        granted.target, amount, because="Llegaron menos fondos", by=granted.carmen, at=later
    )
    with acting_as(roles.reader(PREFIX)):
        assert not plans.TargetChange.objects.exists()
    planning.confirm_change(change, by=granted.marta, at=later)
    with acting_as(roles.reader(PREFIX)):
        assert plans.TargetChange.objects.get().because == "Llegaron menos fondos"


def rows_of(model: type[Model]) -> list[str]:
    """Every row as text, cell by cell, but for when and by whom."""
    later = {"published_at", "published_by_id"}
    cells = model._default_manager.order_by("pk").values()
    return [str({name: one for name, one in row.items() if name not in later}) for row in cells]


def counted(statement: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        (found,) = cursor.fetchone()
    return int(found)


def test_every_public_page_is_drawn_by_the_public_role(edition: Edition, granted: Account) -> None:
    """From the first page, wherever a link leads that a stranger may open."""
    canton = Canton.objects.create(code="1101", name="Loja")
    parish = Parish.objects.create(canton=canton, name="El Valle", kind=Parish.Kind.URBAN)
    Barrio.objects.create(parish=parish, name="Las Pitas")
    client = Client()
    seen = [
        "/",
        "/sitemap.xml",
        "/robots.txt",
        "/sugerencias/",
        "/transparencia/",
        "/indicadores/",
        "/barrios/",
        "/datos/",
        "/calendario.ics",
    ]
    names = set()
    with acting_as(roles.reader(PREFIX)):
        for address in seen:
            view = published_view(address)
            if not view:
                continue
            names.add(view)
            answer = client.get(address)
            assert answer.status_code == 200, address
            content = b"".join(answer) if answer.streaming else answer.content
            found = CODES.findall(content.decode(errors="replace"))
            seen.extend(one.replace("&amp;", "&") for one in found if one not in seen)
    assert {"reports:home", "reports:goal", "reports:figure", "reports:seals"} <= names
    assert {"reports:yearly", "reports:indicator", "reports:plan", "assemblies:index"} <= names
    assert {"reports:barrio", "reports:transparency", "reports:open-data"} <= names
    assert {"reports:edition", "reports:edition-file", "reports:edition-signed"} <= names
    assert "reports:card" in names


def published_view(address: str) -> str:
    """The name of the view behind an address, if it reads what is published and nothing else."""
    with suppress(Resolver404):
        found = resolve(address.partition("?")[0])
        if getattr(found.func, "reads_published", False):
            return str(found.view_name)
    return ""


def test_what_a_role_was_given_besides_is_taken_back(granted: Account) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT SELECT ON people_person TO {roles.reader(PREFIX)}")
        with acting_as(roles.reader(PREFIX)):
            cursor.execute("SELECT 1 FROM people_person LIMIT 0")
    roles.lay(PREFIX)
    with acting_as(roles.reader(PREFIX)):
        refused("SELECT 1 FROM people_person")
