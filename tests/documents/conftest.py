"""A council that brings in its documents: its people, and readings as a reader would give them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from pytest_django import Settings

from sereno.documents import actions
from sereno.documents.models import Document
from sereno.documents.readers.paper import Box, Place
from sereno.documents.readers.reading import Field, Finding, Reading, Row, Table, Unplaced, Value
from sereno.people.models import Appointment, Person
from sereno.people.rules import Role
from sereno.plans import actions as planning
from sereno.plans.models import Plan
from sereno.plans.rules import PlanDraft

NOON = datetime(2026, 6, 15, 17, tzinfo=UTC)
STARTS, ENDS = date(2025, 1, 1), date(2027, 12, 31)


@dataclass(frozen=True)
class Council:
    carmen: Person  # plans
    jorge: Person  # keeps the money
    marta: Person  # directs


def enrol(name: str, *roles: Role) -> Person:
    person = Person.objects.create_user(name.split()[0].lower(), full_name=name)
    for role in roles:
        Appointment.objects.create(person=person, role=role, starts_at=NOON)
    return person


@pytest.fixture
def council(db: None, settings: Settings, tmp_path: Path) -> Council:
    settings.MEDIA_ROOT = tmp_path / "kept"
    return Council(
        enrol("Carmen Planificadora", Role.PLANNER),
        enrol("Jorge Financiero", Role.FINANCE),
        enrol("Marta Directora", Role.DIRECTOR),
    )


@pytest.fixture
def plan(council: Council) -> Plan:
    draft = PlanDraft("pluriannual", "plan-1", "Plan de seguridad", STARTS, ENDS)
    return planning.draft_plan(draft, by=council.carmen, at=NOON)


def place(row: int, column: int) -> Place:
    return Place(page=1, table=1, row=row, column=column, box=Box(10, 20.5, 90, 40))


def row(number: int, *, sure: float = 1.0, repeats: int | None = None, **texts: str) -> Row:
    fields = {
        name: field(text, place(number, column), sure=sure)
        for column, (name, text) in enumerate(texts.items(), 1)
    }
    return Row(fields, repeats)


def field(text: str, where: Place, *, value: Value = None, sure: float = 1.0) -> Field:
    return Field(text, value if value is not None else text, "", (where,), sure)


GOALS = Reading(
    "plurianual",
    0.93,
    "tiene columnas de años y de metas",
    (
        Table(
            "Componente comunitario",
            (
                row(
                    2,
                    objective="Recuperar los parques del cantón",
                    project="Parques con luz",
                    indicator="Parques iluminados",
                    target="12 parques",
                    years="2025 - 2026",
                    responsible="Obras Públicas",
                ),
                row(
                    3,
                    sure=0.6,
                    objective="Recuperar los parques del cantón",
                    project="Rondas",
                    indicator="Rondas hechas",
                    target="cada 15 días",
                    responsible="Obras Públicas",
                ),
                row(
                    4,
                    repeats=0,
                    objective="Recuperar los parques del cantón",
                    project="Parques con luz",
                    indicator="Parques iluminados",
                    target="12 parques",
                ),
            ),
        ),
    ),
    findings=(Finding("repeated-row", "La fila 4 repite la fila 2.", (place(4, 1),), "warning"),),
    unplaced=(Unplaced("Elaborado por: la unidad", Place(page=2)),),
)

STATEMENT = Reading(
    "statement",
    0.97,
    "tiene partidas y montos",
    (
        Table(
            "",
            (
                row(
                    2,
                    code="730606.01",
                    description="Alumbrado",
                    project="Parques con luz",
                    initial="5.000,00",
                    codified="5.500,00",
                    committed="4.884,15",
                    accrued="4.884,15",
                    paid="0",
                ),
                row(
                    3,
                    code="730606.02",
                    description="Rondas",
                    initial="1,234.5",
                    codified="10",
                    committed="0",
                    accrued="0",
                    paid="0",
                ),
            ),
        ),
    ),
)


def kept(council: Council, reading: Reading, content: bytes = b"x") -> Document:
    """A document with this reading, as the background would leave it."""
    document = actions.keep("plan.docx", content, by=council.carmen, at=NOON)
    sheet = actions.Sheet(format="docx", pages=2)
    actions.keep_reading(document, reading, sheet, at=NOON)
    return document


def said(refusal: Exception) -> str:
    """Words enough for a test: what the refusal is called, and what it says."""
    return f"{type(refusal).__name__} {vars(refusal)}"


TWELVE = Decimal(12)
