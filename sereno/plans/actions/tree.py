"""The parts of a plan are kept level by level: as many questions for a thousand as for one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from sereno.plans.actions.refusals import (
    BadProgramming,
    BadTarget,
    PeriodBackwards,
    SlugTaken,
    UnknownObjective,
    UnknownParish,
)
from sereno.plans.models import (
    Alignment,
    CatalogueObjective,
    Component,
    Fact,
    Indicator,
    Objective,
    OrgUnit,
    Plan,
    Problem,
    Project,
    Target,
    Task,
)
from sereno.plans.rules import (
    AlignmentDraft,
    ComponentDraft,
    FactDraft,
    IndicatorDraft,
    Misprogrammed,
    ObjectiveDraft,
    ProblemDraft,
    Programming,
    ProjectDraft,
    TargetDraft,
    TaskDraft,
    as_row,
    fault_of,
    misprogrammed,
    stated,
)
from sereno.territory.models import Parish

BATCH = 500


@dataclass
class Tree:
    """What grows under one plan, and the targets it came to."""

    plan: Plan
    targets: list[Target] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)

    def components(self, drafts: Sequence[ComponentDraft], *, first: int = 1) -> list[Component]:
        kept = Component.objects.bulk_create(
            Component(plan=self.plan, position=position, name=draft.name)
            for position, draft in enumerate(drafts, first)
        )
        self.objectives(
            [
                (component, position, draft)
                for component, whole in zip(kept, drafts, strict=True)
                for position, draft in enumerate(whole.objectives, 1)
            ]
        )
        return kept

    def problems(self, drafts: Sequence[ProblemDraft], *, first: int = 1) -> list[Problem]:
        """The diagnosis, each line tied to the objectives that answer it."""
        known = objectives_by_number(self.plan) if drafts else {}
        answering = [_numbered(self.plan, draft.objectives, known) for draft in drafts]
        kept = Problem.objects.bulk_create(
            Problem(
                plan=self.plan,
                position=position,
                theme=draft.theme,
                text=draft.text,
                zones=draft.zones,
                actors=draft.actors,
            )
            for position, draft in enumerate(drafts, first)
        )
        ties = Problem.objectives.through
        ties._default_manager.bulk_create(
            (
                ties(problem=problem, objective=objective)
                for problem, objectives in zip(kept, answering, strict=True)
                for objective in objectives
            ),
            batch_size=BATCH,
        )
        return kept

    def facts(self, drafts: Sequence[FactDraft], *, first: int = 1) -> list[Fact]:
        """The numbers that the diagnosis stands on."""
        return Fact.objects.bulk_create(
            Fact(
                plan=self.plan,
                position=position,
                **{name: getattr(draft, name) for name in FactDraft.columns()},
            )
            for position, draft in enumerate(drafts, first)
        )

    def objectives(
        self, drafts: Sequence[tuple[Component, int, ObjectiveDraft]]
    ) -> list[Objective]:
        kept = Objective.objects.bulk_create(
            (
                Objective(component=component, position=position, text=draft.text)
                for component, position, draft in drafts
            ),
            batch_size=BATCH,
        )
        both = list(zip(kept, (draft for *_, draft in drafts), strict=True))
        self.alignments([(objective, way) for objective, whole in both for way in whole.alignments])
        self.projects([(objective, draft) for objective, whole in both for draft in whole.projects])
        return kept

    def alignments(self, drafts: Sequence[tuple[Objective, AlignmentDraft]]) -> list[Alignment]:
        known = _objectives_of_catalogues(draft for _, draft in drafts)
        return Alignment.objects.bulk_create(
            (
                Alignment(
                    objective=objective,
                    serves=known[draft.catalogue, draft.number],
                    note=draft.note,
                )
                for objective, draft in drafts
            ),
            batch_size=BATCH,
        )

    def projects(self, drafts: Sequence[tuple[Objective, ProjectDraft]]) -> list[Project]:
        for _, draft in drafts:
            in_order(draft.starts_on, draft.ends_on, draft.name)
        units = units_named({draft.responsible for _, draft in drafts})
        kept = Project.objects.bulk_create(
            (
                Project(
                    objective=objective,
                    name=draft.name,
                    responsible=units[draft.responsible],
                    partners=draft.partners,
                    suggestion=draft.suggestion,
                    starts_on=draft.starts_on,
                    ends_on=draft.ends_on,
                    period_note=draft.period_note,
                )
                for objective, draft in drafts
            ),
            batch_size=BATCH,
        )
        self.indicators(
            [
                (project, draft)
                for project, (_, whole) in zip(kept, drafts, strict=True)
                for draft in whole.indicators
            ]
        )
        self.add_tasks(
            [
                (project, draft)
                for project, (_, whole) in zip(kept, drafts, strict=True)
                for draft in whole.tasks
            ]
        )
        return kept

    def add_tasks(self, drafts: Sequence[tuple[Project, TaskDraft]]) -> list[Task]:
        units = units_named({draft.responsible for _, draft in drafts if draft.responsible})
        kept = Task.objects.bulk_create(
            (
                Task(project=project, **row_of_task(self.plan, draft, units))
                for project, draft in drafts
            ),
            batch_size=BATCH,
        )
        self.tasks += kept
        return kept

    def indicators(self, drafts: Sequence[tuple[Project, IndicatorDraft]]) -> list[Indicator]:
        free_slugs([draft.slug for _, draft in drafts])
        drafts = [(project, stated(draft)) for project, draft in drafts]
        kept = Indicator.objects.bulk_create(
            (
                Indicator(
                    project=project,
                    slug=draft.slug,
                    name=draft.name,
                    definition=draft.definition,
                    unit=draft.unit,
                    direction=draft.direction,
                    accumulates=draft.accumulates,
                    source=draft.source,
                    formula=draft.formula,
                    over_time=draft.over_time,
                    over_place=draft.over_place,
                    baseline=draft.baseline,
                    baseline_note=draft.baseline_note,
                    verification=draft.verification,
                )
                for project, draft in drafts
            ),
            batch_size=BATCH,
        )
        self.set_targets(
            [
                (indicator, draft)
                for indicator, (_, whole) in zip(kept, drafts, strict=True)
                for draft in whole.targets
            ]
        )
        return kept

    def set_targets(self, drafts: Sequence[tuple[Indicator, TargetDraft]]) -> list[Target]:
        parishes = parishes_named({draft.parish for _, draft in drafts if draft.parish})
        for indicator, draft in drafts:
            measurable(self.plan, indicator, draft)
        kept = Target.objects.bulk_create(
            (
                Target(indicator=indicator, **columns(draft, parishes))
                for indicator, draft in drafts
            ),
            batch_size=BATCH,
        )
        self.targets += kept
        return kept


def columns(draft: TargetDraft, parishes: dict[str, Parish]) -> dict[str, object]:
    """A target as its row: everything said in the draft, with the parish found."""
    row = {name: getattr(draft, name) for name in draft.__dataclass_fields__ if name != "parish"}
    return row | {"parish": parishes[draft.parish] if draft.parish else None}


def row_of_task(plan: Plan, draft: TaskDraft, units: dict[str, OrgUnit]) -> dict[str, object]:
    """An activity as its row, once it can be programmed so."""
    names = ("name", "partners", "period_note", "verification")
    row = {name: getattr(draft, name) for name in names}
    unit = units[draft.responsible] if draft.responsible else None
    return row | {"responsible": unit} | programming_row(plan, draft.programming, draft.name)


def programming_row(plan: Plan, said: Programming, words: str) -> dict[str, object]:
    """Days, monthly parts and money as they are kept; refused where they contradict each other."""
    if said.spending and said.cost is None:
        said = replace(said, cost=sum(said.spending, Decimal(0)))
    if said.cost is not None:
        said = replace(said, cost=said.cost.quantize(Decimal("0.01")))
    fault = misprogrammed(said, plan_starts_on=plan.starts_on, plan_ends_on=plan.ends_on)
    if fault:
        parts = {
            Misprogrammed.NOT_A_HUNDRED: said.shares,
            Misprogrammed.NOT_THE_COST: said.spending,
        }.get(fault, ())
        raise BadProgramming(fault, words, sum(parts, Decimal(0)))
    row = as_row(said)
    return row | {"starts_on": said.starts_on, "ends_on": said.ends_on, "cost": said.cost}


def measurable(plan: Plan, indicator: Indicator, draft: TargetDraft) -> None:
    fault = fault_of(
        draft,
        direction=indicator.direction,
        baseline=indicator.baseline,
        plan_starts_on=plan.starts_on,
        plan_ends_on=plan.ends_on,
    )
    if fault:
        raise BadTarget(fault, draft.source_words or indicator.name)


def in_order(starts_on: date, ends_on: date, what: str) -> None:
    if ends_on < starts_on:
        raise PeriodBackwards(what)


def free_slugs(slugs: Sequence[str]) -> None:
    """Refuse an address that two indicators would share."""
    for slug in slugs:
        if slugs.count(slug) > 1:
            raise SlugTaken(slug)
    taken = Indicator.objects.filter(slug__in=slugs).values_list("slug", flat=True).first()
    if taken:
        raise SlugTaken(taken)


def objectives_by_number(plan: Plan) -> dict[str, Objective]:
    """The objectives of a plan by the number they are read with: component, dot, objective."""
    rows = Objective.objects.filter(component__plan=plan).select_related("component")
    return {f"{row.component.position}.{row.position}": row for row in rows}


def objectives_numbered(plan: Plan, numbers: Iterable[str]) -> list[Objective]:
    """Those of these numbers; a number that no objective has is refused."""
    return _numbered(plan, numbers, objectives_by_number(plan))


def _numbered(plan: Plan, numbers: Iterable[str], known: dict[str, Objective]) -> list[Objective]:
    wanted = list(dict.fromkeys(numbers))
    for number in wanted:
        if number not in known:
            raise UnknownObjective(plan.slug, number)
    return [known[number] for number in wanted]


def units_named(names: set[str]) -> dict[str, OrgUnit]:
    """The units of the organisation chart; one not met before is entered."""
    OrgUnit.objects.bulk_create(
        (OrgUnit(name=name) for name in sorted(names)), ignore_conflicts=True
    )
    return {unit.name: unit for unit in OrgUnit.objects.filter(name__in=names)}


def parishes_named(names: set[str]) -> dict[str, Parish]:
    found = {parish.name: parish for parish in Parish.objects.filter(name__in=names)}
    for name in sorted(names - set(found)):
        raise UnknownParish(name)
    return found


def _objectives_of_catalogues(
    drafts: Iterable[AlignmentDraft],
) -> dict[tuple[str, str], CatalogueObjective]:
    wanted = {(draft.catalogue, draft.number) for draft in drafts}
    rows = CatalogueObjective.objects.filter(
        catalogue__code__in={catalogue for catalogue, _ in wanted}
    ).select_related("catalogue")
    known = {(row.catalogue.code, row.number): row for row in rows}
    for catalogue, number in sorted(wanted - set(known)):
        raise UnknownObjective(catalogue, number)
    return known
