"""Carmen plans, Pedro is a neighbour, and there is one barrio."""

from datetime import UTC, datetime

import pytest

from sereno.people.models import Person
from sereno.people.rules import Role
from sereno.territory.models import Barrio, Canton, Parish
from tests.people.cast import enrol

AT = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)  # ten in the morning in Loja


@pytest.fixture
def carmen(db: None) -> Person:
    return enrol("carmen", Role.PLANNER)


@pytest.fixture
def barrio(db: None) -> Barrio:
    canton = Canton.objects.create(code="1101", name="Loja")
    parish = Parish.objects.create(canton=canton, name="El Valle", kind=Parish.Kind.URBAN)
    return Barrio.objects.create(parish=parish, name="Jipiro", latitude=-3.97, longitude=-79.2)
