"""Every table of open data: each cell under its column, all rows in as few questions as one."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sereno.assemblies.models import Matter
from sereno.plans.models import Target
from sereno.reports.queries.opened import TABLES, Table
from sereno.reports.rules.opened import Kind
from sereno.results.models import Measurement
from tests.reports.abundant import AT, WORDS, abound
from tests.reports.conftest import Council

ON = date(2026, 11, 20)
EMPTY = {"alignments", "evidence", "editions", "problems"}
NEVER = ("borrador", WORDS, "Carmen", "Jorge", "Marta", "Aún no lo confirma nadie")


def rows(table: Table) -> list[dict[str, object]]:
    names = [one.name for one in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows(table.asked({}), on=ON)]


def test_each_has_a_name_of_its_own_and_a_key_among_its_columns() -> None:
    assert len({table.name for table in TABLES}) == len({table.file for table in TABLES})
    for table in TABLES:
        names = [one.name for one in table.columns]
        headings = [one.heading for one in table.columns]
        assert len(set(names)) == len(names) == len(set(headings)), table.name
        assert set(table.key) <= set(names)


def test_what_is_published_comes_out_and_nothing_else(
    council: Council, measured: Callable[..., Measurement]
) -> None:
    abound(council, measured)
    for table in TABLES:
        found = rows(table)
        assert bool(found) != (table.name in EMPTY), table.name
        keys = [tuple(row[name] for name in table.key) for row in found]
        assert len(set(keys)) == len(keys)
        for word in NEVER:
            assert word not in str(found), (table.name, word)
    told = {table.name: rows(table) for table in TABLES}
    assert [row["month"] for row in told["budget-statements"]] == [1]
    assert [row["slug"] for row in told["plans"]] == ["poa-2026"]


def test_types_are_those_of_the_columns(
    council: Council, measured: Callable[..., Measurement]
) -> None:
    abound(council, measured)
    for table in TABLES:
        for row in rows(table):
            for column in table.columns:
                value = row[column.name]
                if column.kind in {Kind.TEXT, Kind.ADDRESS}:
                    assert isinstance(value, str), (table.name, column.name, value)
                if column.kind == Kind.WHOLE:
                    assert value is None or isinstance(value, int), (table.name, column.name)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_hundred_rows_take_no_more_questions_than_one(
    council: Council, measured: Callable[..., Measurement], table: Table
) -> None:
    abound(council, measured)
    with CaptureQueriesContext(
        connection,
    ) as few:
        rows(table)
    Matter.objects.bulk_create(
        Matter(title="Otro", text="x", year=2025, opened_at=AT, opened_by=council.carmen)
        for _ in range(20)
    )
    Target.objects.bulk_create(
        Target(
            indicator=council.indicator,
            kind="quantity",
            value=1,
            starts_on=council.target.starts_on,
            ends_on=council.target.ends_on,
        )
        for _ in range(20)
    )
    with CaptureQueriesContext(connection) as many:
        rows(table)
    assert len(many) == len(few) <= 6


def test_a_filter_narrows_and_keeps_the_order(
    council: Council, measured: Callable[..., Measurement]
) -> None:
    made = abound(council, measured)
    by_name = {table.name: table for table in TABLES}
    asked = by_name["figures"].asked({"parish": "El Valle"})
    assert [one.slug for one in asked] == [made.few.slug]
    assert not by_name["budget-statements"].asked({"year": 2026, "month": 2}).exists()
    assert by_name["commitments"].asked({"matter": made.matter.pk}).count() == 1
