"""What can be done with a plan, and what is refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from sereno.logbook.models import Entry
from sereno.plans import actions, urls
from sereno.plans.actions.seal import seal_of
from sereno.plans.forms import free_slug
from sereno.plans.models import Alignment, Indicator, OrgUnit, Plan, Project, Target
from sereno.plans.rules import (
    RESERVED,
    AlignmentDraft,
    ComponentDraft,
    FactDraft,
    Fault,
    IndicatorDraft,
    ObjectiveDraft,
    PlanDraft,
    Programming,
    ProjectDraft,
    TargetDraft,
    TaskDraft,
)
from tests.plans.conftest import ENDS, NOON, ODS, OPERATIONS, PARKS, STARTS, WHOLE, Council


@pytest.fixture
def plan(council: Council) -> Plan:
    actions.add_catalogue(ODS, by=council.carmen, at=NOON)
    return actions.draft_plan(WHOLE, by=council.carmen, at=NOON)


def test_a_whole_plan_is_entered_in_one_act_and_every_promise_has_its_line(plan: Plan) -> None:
    assert [part.name for part in plan.components.all()] == ["Tecnológico", "Cooperación"]
    parks, operations = Target.objects.order_by("pk")
    assert parks.indicator.project.objective.component.plan == plan
    assert parks.value == Decimal(50)
    assert operations.parish is not None
    assert operations.parish.name == "Malacatos"
    assert Alignment.objects.get().serves.number == "16"
    assert Project.objects.first().suggestion == "Que la tecnología sirva en los parques"  # type: ignore[union-attr]
    lines = [(entry.event, entry.subject) for entry in Entry.objects.order_by("number")]
    assert lines[1:] == [
        ("plan.drafted", f"plan:{plan.pk}"),
        ("target.set", f"target:{parks.pk}"),
        ("target.set", f"target:{operations.pk}"),
    ]
    assert Entry.objects.get(subject=f"target:{parks.pk}").after.subject == f"plan:{plan.pk}"  # type: ignore[union-attr]


def wide(projects: int) -> PlanDraft:
    """A plan with one component and so many projects, of one indicator and two targets each."""
    drafts = tuple(
        ProjectDraft(
            f"Proyecto {number}",
            f"Unidad {number % 7}",
            STARTS,
            ENDS,
            indicators=(
                IndicatorDraft(
                    slug=f"indicator-{projects}-{number}",
                    name="Algo",
                    unit="people",
                    direction="rise",
                    targets=(PARKS, OPERATIONS),
                ),
            ),
        )
        for number in range(projects)
    )
    objective = ObjectiveDraft("Mejorar", projects=drafts)
    return replace(
        WHOLE, slug=f"wide-{projects}", components=(ComponentDraft("Todo", (objective,)),)
    )


def test_a_large_plan_takes_as_many_questions_as_a_small_one(council: Council) -> None:
    asked = []
    for size in (2, 60):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            actions.draft_plan(wide(size), by=council.carmen, at=NOON)
        asked.append(len(queries))
    assert Target.objects.count() == 124
    assert asked[0] <= 40
    assert asked[1] <= asked[0] + 4


def test_a_plan_grows_by_hand_from_its_title_to_its_target(council: Council) -> None:
    bare = replace(WHOLE, components=())
    plan = actions.draft_plan(bare, by=council.carmen, at=NOON)
    component = actions.add_component(plan, ComponentDraft("Social"), by=council.carmen, at=NOON)
    second = actions.add_component(plan, ComponentDraft("Técnico"), by=council.carmen, at=NOON)
    objective = actions.add_objective(
        component, ObjectiveDraft("Enseñar"), by=council.carmen, at=NOON
    )
    project = actions.add_project(
        objective, ProjectDraft("Cursos", "Proyectos", STARTS, ENDS), by=council.carmen, at=NOON
    )
    indicator = actions.add_indicator(
        project,
        IndicatorDraft(slug="people", name="Personas", unit="people", direction="rise"),
        by=council.carmen,
        at=NOON,
    )
    target = actions.set_target(
        indicator,
        TargetDraft("quantity", STARTS, ENDS, Decimal(500)),
        by=council.carmen,
        at=NOON,
    )
    assert (component.position, second.position, objective.position) == (1, 2, 1)
    assert OrgUnit.objects.get().name == "Proyectos"
    assert target.said == "500\u00a0personas"
    events = list(Entry.objects.order_by("number").values_list("event", flat=True))
    assert events == ["plan.drafted", *["plan.extended"] * 5, "target.set"]


def refuse(draft: PlanDraft, council: Council) -> Exception:
    """The refusal of a plan, of which nothing may stay behind."""
    with pytest.raises(Exception) as refusal:  # noqa: PT011 - each test says which
        actions.draft_plan(draft, by=council.carmen, at=NOON)
    assert not Plan.objects.filter(slug=draft.slug, title="Otro").exists()
    assert not Entry.objects.filter(event="target.set").exists()
    return refusal.value


def with_target(**changes: object) -> PlanDraft:
    """The wide plan, of one project, with its target changed."""
    whole = wide(1)
    objective = whole.components[0].objectives[0]
    project = objective.projects[0]
    indicator = replace(project.indicators[0], targets=(replace(PARKS, **changes),))  # type: ignore[arg-type]
    project = replace(project, indicators=(indicator,))
    objective = replace(objective, projects=(project,))
    return replace(whole, title="Otro", components=(ComponentDraft("Todo", (objective,)),))


def test_a_plan_with_one_bad_part_is_not_kept_at_all(council: Council) -> None:
    assert refuse(with_target(value=None), council) == actions.BadTarget(
        Fault.NO_VALUE, "50% de parques"
    )
    assert refuse(with_target(parish="Macondo"), council) == actions.UnknownParish("Macondo")
    assert refuse(with_target(ends_on=date(2027, 1, 1)), council) == actions.BadTarget(
        Fault.OUTSIDE_THE_PLAN, "50% de parques"
    )
    strange = ObjectiveDraft("Mejorar", alignments=(AlignmentDraft("ods", "99"),))
    unaligned = replace(wide(1), title="Otro", components=(ComponentDraft("Todo", (strange,)),))
    assert refuse(unaligned, council) == actions.UnknownObjective("ods", "99")
    backwards = replace(wide(1), title="Otro", starts_on=ENDS, ends_on=STARTS)
    assert refuse(backwards, council) == actions.PeriodBackwards("Otro")
    assert Project.objects.count() == 0


def test_an_address_belongs_to_one_plan_and_one_indicator(plan: Plan, council: Council) -> None:
    with pytest.raises(actions.SlugTaken):
        actions.draft_plan(WHOLE, by=council.carmen, at=NOON)
    with pytest.raises(actions.SlugTaken):
        actions.draft_plan(replace(WHOLE, slug="other"), by=council.carmen, at=NOON)
    with pytest.raises(actions.SlugTaken):
        actions.add_catalogue(ODS, by=council.carmen, at=NOON)


def test_whoever_wrote_a_plan_does_not_publish_it(plan: Plan, council: Council) -> None:
    with pytest.raises(actions.SamePerson):
        actions.publish_plan(plan, by=council.carmen, at=NOON)
    assert plan.published_at is None
    with pytest.raises(IntegrityError), transaction.atomic():
        Plan.objects.filter(pk=plan.pk).update(published_at=NOON, published_by=council.carmen)


def test_a_plan_without_a_promise_is_not_published(council: Council) -> None:
    bare = actions.draft_plan(replace(WHOLE, components=()), by=council.carmen, at=NOON)
    with pytest.raises(actions.NothingPromised):
        actions.publish_plan(bare, by=council.marta, at=NOON)


def test_a_plan_of_activities_alone_promises_something(council: Council) -> None:
    doing = TaskDraft("Revisar las alarmas", Programming(STARTS, ENDS))
    project = ProjectDraft("Alarmas", "Proyectos", STARTS, ENDS, tasks=(doing,))
    part = ComponentDraft("Todo", (ObjectiveDraft("Mejorar", projects=(project,)),))
    plan = actions.draft_plan(replace(WHOLE, components=(part,)), by=council.carmen, at=NOON)
    actions.publish_plan(plan, by=council.marta, at=NOON)
    assert plan.published_at == NOON


def test_no_plan_takes_the_address_of_a_page(plan: Plan, council: Council) -> None:
    single = {
        str(one.pattern)[:-1]
        for one in urls.urlpatterns
        if str(one.pattern).count("/") == 1 and "<" not in str(one.pattern)
    }
    assert single == RESERVED
    with pytest.raises(actions.SlugTaken):
        actions.draft_plan(replace(WHOLE, slug="catalogos"), by=council.carmen, at=NOON)
    with pytest.raises(actions.SlugTaken):
        actions.amend_plan(plan, replace(WHOLE, slug="nuevo"), by=council.carmen, at=NOON)
    assert free_slug("Catálogos", Plan, 80) == "catalogos-2"


def test_vision_and_numbers_of_the_diagnosis_are_kept_and_sealed(council: Council) -> None:
    actions.add_catalogue(ODS, by=council.carmen, at=NOON)
    living = FactDraft("Población", Decimal(254000), "habitantes", 2022, "Proyección")
    draft = replace(WHOLE, facts=(living,), vision="Un cantón para vivir", vision_until=2050)
    plan = actions.draft_plan(draft, by=council.carmen, at=NOON)
    told = seal_of(plan)
    assert (plan.vision, plan.vision_until) == ("Un cantón para vivir", 2050)
    fact = plan.facts.get()
    assert (fact.name, fact.value, fact.year) == ("Población", Decimal(254000), 2022)
    added = actions.add_fact(plan, FactDraft("Barrios", Decimal(136)), by=council.carmen, at=NOON)
    assert added.position == 2
    actions.amend_fact(fact, replace(living, value=Decimal(250000)), by=council.carmen, at=NOON)
    assert seal_of(plan) != told
    actions.remove(added, by=council.carmen, at=NOON)
    assert [one.value for one in plan.facts.all()] == [Decimal(250000)]
    actions.publish_plan(plan, by=council.marta, at=NOON)
    with pytest.raises(actions.PlanIsPublished):
        actions.amend_fact(fact, living, by=council.carmen, at=NOON)


def test_a_published_plan_does_not_change_in_any_way(plan: Plan, council: Council) -> None:
    actions.publish_plan(plan, by=council.marta, at=NOON)
    component = plan.components.get(position=1)
    objective = component.objectives.get()
    project = objective.projects.get()
    indicator = project.indicators.get()
    target = indicator.targets.get()
    who: dict[str, Any] = {"by": council.carmen, "at": NOON}
    cover = replace(WHOLE, components=())
    tries: list[Callable[[], object]] = [
        lambda: actions.publish_plan(plan, by=council.marta, at=NOON),
        lambda: actions.add_component(plan, ComponentDraft("x"), **who),
        lambda: actions.add_objective(component, ObjectiveDraft("x"), **who),
        lambda: actions.align(objective, AlignmentDraft("ods", "16"), **who),
        lambda: actions.add_project(objective, ProjectDraft("x", "y", STARTS, ENDS), **who),
        lambda: actions.add_indicator(project, IndicatorDraft("x", "x", "x", "rise"), **who),
        lambda: actions.set_target(indicator, PARKS, **who),
        lambda: actions.amend_plan(plan, cover, **who),
        lambda: actions.amend_component(component, ComponentDraft("x"), **who),
        lambda: actions.amend_objective(objective, ObjectiveDraft("x"), **who),
        lambda: actions.amend_project(project, ProjectDraft("x", "y", STARTS, ENDS), **who),
        lambda: actions.amend_indicator(indicator, IndicatorDraft("x", "x", "x", "rise"), **who),
        lambda: actions.amend_target(target, replace(PARKS, value=Decimal(1)), **who),
        lambda: actions.tie(indicator, source="x", formula="y", **who),
        lambda: actions.remove(target, **who),
    ]
    before = Entry.objects.count()
    for attempt in tries:
        with pytest.raises(actions.PlanIsPublished):
            attempt()
    assert Entry.objects.count() == before
    assert Target.objects.get(pk=target.pk).value == Decimal(50)
    assert Indicator.objects.get(pk=indicator.pk).slug == "parks_covered"


def test_a_draft_is_corrected_where_it_stands(plan: Plan, council: Council) -> None:
    target = Target.objects.select_related("indicator").order_by("pk")[0]
    actions.amend_target(target, replace(PARKS, value=Decimal(60)), by=council.carmen, at=NOON)
    assert Target.objects.get(pk=target.pk).value == Decimal(60)
    events = list(Entry.objects.order_by("number").values_list("event", flat=True))
    assert events[-2:] == ["plan.amended", "target.set"]
    with pytest.raises(actions.BadTarget):
        actions.amend_target(target, replace(PARKS, value=Decimal(5)), by=council.carmen, at=NOON)
    short = replace(WHOLE, components=(), ends_on=date(2026, 6, 30))
    with pytest.raises(actions.BadTarget):
        actions.amend_plan(plan, short, by=council.carmen, at=NOON)
    tied = target.indicator
    actions.tie(tied, source="devices.parks_covered", formula="share", by=council.carmen, at=NOON)
    assert Indicator.objects.get(pk=tied.pk).is_computed


def test_a_part_that_holds_others_is_not_taken_out(plan: Plan, council: Council) -> None:
    target = Target.objects.order_by("pk")[0]
    with pytest.raises(actions.PartInUse):
        actions.remove(target.indicator, by=council.carmen, at=NOON)
    objective = target.indicator.project.objective
    with pytest.raises(actions.PartInUse):
        actions.remove(objective, by=council.carmen, at=NOON)
    assert Alignment.objects.count() == 1
    for part in (target, target.indicator, target.indicator.project, objective):
        actions.remove(part, by=council.carmen, at=NOON)
    assert Target.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "50\u00a0% de parques registrados"),
        ({"universe": "Parques", "universe_size": 1200}, "50\u00a0% de parques (1.200)"),
        ({"universe": "POA 2026"}, "50\u00a0% de POA 2026"),
        ({"universe": ""}, "50\u00a0%"),
        ({"kind": "quantity", "value": Decimal(8)}, "8,0\u00a0%"),
        ({"kind": "frequency", "every_days": 1}, "cada día"),
        ({"kind": "frequency", "every_days": 15}, "cada 15 días"),
        ({"kind": "milestone", "source_words": "informe"}, "informe"),
    ],
)
def test_a_target_is_said_in_peoples_words(
    council: Council, changes: dict[str, object], words: str
) -> None:
    actions.draft_plan(replace(with_target(**changes), slug="said"), by=council.carmen, at=NOON)
    target = Target.objects.select_related("indicator").get()
    target.indicator.unit = "%"
    assert target.said == words
