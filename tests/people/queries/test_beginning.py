"""What a new council lacks is read from its database, and a part that stands says so."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from sereno.assemblies import actions as assemblies
from sereno.assemblies.models import AnswerTime, ProcessStep
from sereno.incidents.actions import add_unit
from sereno.people import actions
from sereno.people.queries import beginning
from sereno.people.rules import ACTS, Role
from sereno.plans.actions import draft_plan, publish_plan
from sereno.plans.budget.models import Line
from sereno.territory.models import Canton, Parish
from tests.assemblies.conftest import PLAN
from tests.people.cast import enrol

pytestmark = pytest.mark.django_db
AT = datetime(2026, 5, 20, 15, 0, tzinfo=UTC)
TODAY = date(2026, 5, 20)
PAGE = reverse("people:beginning")


def lacks(name: str) -> list[str]:
    return beginning.LACKS[name](TODAY)


def test_every_part_is_told_by_a_room_and_names_an_act() -> None:
    assert {part.name for part in beginning.PARTS} == set(beginning.LACKS)
    assert {part.act for part in beginning.PARTS if part.act} <= set(ACTS)


def test_an_empty_council_lacks_everything(client: Client) -> None:
    assert [part.name for part in beginning.PARTS if not lacks(part.name)] == []
    assert beginning.missing(today=TODAY) == sum(part.needed for part in beginning.PARTS)
    client.force_login(enrol("elena", Role.DIRECTOR))
    assert PAGE in client.get(reverse("people:home")).content.decode()
    assert reverse("plans:list") in client.get(PAGE).content.decode()


def test_people_stand_when_three_can_answer_for_a_number() -> None:
    carmen = enrol("carmen", Role.PLANNER)
    assert len(lacks("people")) == 2
    elena = enrol("elena", Role.DIRECTOR)
    actions.appoint(carmen, Role.FINANCE, by=elena, at=AT)
    assert len(lacks("people")) == 1
    enrol("diego", Role.FINANCE)
    assert lacks("people") == []
    type(elena).objects.filter(pk=elena.pk).update(is_active=False)
    assert len(lacks("people")) == 1


def test_a_canton_without_parishes_is_not_a_territory() -> None:
    canton = Canton.objects.create(code="1101", name="Loja")
    assert len(lacks("territory")) == 1
    Parish.objects.create(canton=canton, name="El Valle", kind=Parish.Kind.URBAN)
    assert lacks("territory") == []


def test_a_plan_stands_once_published_and_while_in_force() -> None:
    carmen, elena = enrol("carmen", Role.PLANNER), enrol("elena", Role.DIRECTOR)
    plan = draft_plan(PLAN, by=carmen, at=AT)
    assert len(lacks("plan")) == 1
    publish_plan(plan, by=elena, at=AT)
    assert lacks("plan") == []
    assert len(beginning.LACKS["plan"](date(2027, 1, 1))) == 1


def test_lines_without_a_statement_are_not_yet_a_budget() -> None:
    before = lacks("budget")
    diego = enrol("diego", Role.FINANCE)
    drawn = {"code": "730606", "description": "Luminarias", "kind": "expense"}
    Line.objects.create(year=2026, added_at=AT, added_by=diego, **drawn)
    assert len(lacks("budget")) == 1
    assert lacks("budget") != before


def test_the_defaults_of_assemblies_wait_to_be_confirmed() -> None:
    assert assemblies.load_defaults(at=AT) == ProcessStep.objects.count() + 1
    assert assemblies.load_defaults(at=AT) == 0
    assert all(step.source.startswith("Por confirmar") for step in ProcessStep.objects.all())
    assert "por confirmar" in AnswerTime.objects.get().source
    assert len(lacks("answers")) == 1
    elena = enrol("elena", Role.DIRECTOR)
    assemblies.add_answer_time(15, starts_on=TODAY, source="Ordenanza", by=elena, at=AT)
    assert lacks("answers") == []
    assert assemblies.load_defaults(at=AT) == 0


def test_a_process_is_that_of_the_year_that_ended() -> None:
    carmen = enrol("carmen", Role.PLANNER)
    assemblies.load_defaults(at=AT)
    step = ProcessStep.objects.filter(from_year__lte=2024, to_year=None).first()
    assert step is not None
    of_kind = {"entity": step.entity, "calendar": step.calendar, "by": carmen, "at": AT}
    assemblies.open_process(2024, **of_kind)  # type: ignore[arg-type]
    assert len(lacks("process")) == 1
    assemblies.open_process(2025, **of_kind)  # type: ignore[arg-type]
    assert lacks("process") == []


def test_a_centre_can_send_once_it_has_a_unit() -> None:
    add_unit("UPC-01", agency="police", base=None, by=None, at=AT)
    assert lacks("units") == []


def test_a_link_is_given_only_to_whoever_may_open_it() -> None:
    told = {one.part.name: one for one in beginning.begun(enrol("ana", Role.OPERATOR), today=TODAY)}
    assert told["people"].address == ""
    assert told["plan"].address == reverse("plans:list")
