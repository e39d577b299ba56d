"""Activities: programmed in a draft, sealed with the plan, changed and reported by two people."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from sereno.logbook.actions import Backdated
from sereno.logbook.models import Entry
from sereno.plans import actions
from sereno.plans.models import Project, Task, TaskChange, TaskProgress
from sereno.plans.rules import Misprogrammed, PlanDraft, Programming, TaskDraft
from sereno.verify import locks
from sereno.verify import plans as promises
from tests.plans.conftest import ENDS, NOON, STARTS, WHOLE, Council

JULY = datetime(2026, 7, 1, 15, tzinfo=UTC)
WHY = "La empresa entrega dos meses más tarde"
HALVES = tuple(Decimal(50 if month in {3, 5} else 0) for month in range(1, 13))
LATER = tuple(Decimal(50 if month in {5, 7} else 0) for month in range(1, 13))
MONEY = tuple(Decimal(600 if month == 5 else 0) for month in range(1, 13))
INSTALL = TaskDraft(
    "Instalar las alarmas",
    Programming(STARTS, ENDS, HALVES, spending=MONEY),
    responsible="Soporte Técnico",
    partners="Jefatura de Parques",
    verification="Acta de entrega-recepción",
)
EXPLAIN = TaskDraft("Explicar su uso a los barrios", Programming(STARTS, ENDS))


def draft() -> PlanDraft:
    """The plan on paper, the first project with two activities."""
    first, second = WHOLE.components
    (objective,) = first.objectives
    (project,) = objective.projects
    project = replace(project, tasks=(INSTALL, EXPLAIN))
    objective = replace(objective, alignments=(), projects=(project,))
    return replace(WHOLE, components=(replace(first, objectives=(objective,)), second))


@pytest.fixture
def task(council: Council) -> Task:
    actions.draft_plan(draft(), by=council.carmen, at=NOON)
    return Task.objects.get(name=INSTALL.name)


@pytest.fixture
def public(council: Council, task: Task) -> Task:
    actions.publish_plan(task.project.objective.component.plan, by=council.marta, at=NOON)
    return Task.objects.get(pk=task.pk)


def wrong() -> list[str]:
    return [str(fault) for fault in promises.faults()]


def test_a_plan_is_entered_with_its_activities(task: Task) -> None:
    assert task.programming == Programming(STARTS, ENDS, HALVES, Decimal(600), MONEY)
    assert str(task.answers) == "Soporte Técnico"
    other = Task.objects.get(name=EXPLAIN.name)
    assert str(other.answers) == "Proyectos Tecnológicos"
    assert other.programming == EXPLAIN.programming
    line = Entry.objects.about(f"task:{task.pk}").get()
    assert line.event == "task.programmed"
    assert line.data["programming"]["shares"][2] == "50"
    assert line.data["programming"]["cost"] == "600.00"


def test_what_is_due_before_within_and_after_its_year(task: Task) -> None:
    due = [task.due(2025, 12), task.due(2026, 2), task.due(2026, 4), task.due(2027, 1)]
    assert due == [0, 0, 50, 100]
    assert Task.objects.get(name=EXPLAIN.name).due(2026, 12) is None


def test_months_that_do_not_add_to_a_hundred_leave_nothing_behind(council: Council) -> None:
    short = replace(INSTALL, programming=Programming(STARTS, ENDS, (*HALVES[:11], Decimal(-3))))
    plan = actions.draft_plan(draft(), by=council.carmen, at=NOON)
    project = Project.objects.get(name="Operativos")
    with pytest.raises(actions.BadProgramming) as refused:
        actions.add_task(project, short, by=council.carmen, at=NOON)
    assert refused.value == actions.BadProgramming(Misprogrammed.NEGATIVE, INSTALL.name)
    assert not project.tasks.exists()
    assert plan.published_at is None


def test_a_draft_is_amended_and_shortened(council: Council, task: Task) -> None:
    moved = replace(INSTALL, responsible="", programming=Programming(STARTS, ENDS, LATER))
    actions.amend_task(task, moved, by=council.carmen, at=NOON)
    task.refresh_from_db()
    assert task.programming == moved.programming
    with pytest.raises(actions.PartInUse):
        actions.remove(task.project, by=council.carmen, at=NOON)
    assert wrong() == []
    actions.remove(task, by=council.carmen, at=NOON)
    assert not Task.objects.filter(name=INSTALL.name).exists()
    assert wrong() == []


def test_the_plan_no_longer_shrinks_below_its_activities(council: Council, task: Task) -> None:
    plan = task.project.objective.component.plan
    year = replace(draft(), starts_on=date(2025, 1, 1), ends_on=date(2026, 12, 31))
    actions.amend_plan(plan, year, by=council.carmen, at=NOON)
    for target in plan.components.get(position=2).objectives.get().projects.get().indicators.all():
        actions.remove(target.targets.get(), by=council.carmen, at=NOON)
    with pytest.raises((actions.BadProgramming, actions.BadTarget)):
        actions.amend_plan(
            plan, replace(year, ends_on=date(2026, 6, 30)), by=council.carmen, at=NOON
        )


def test_a_published_activity_is_locked_and_its_seal_tells_a_changed_word(
    council: Council, public: Task
) -> None:
    with pytest.raises(actions.PlanIsPublished):
        actions.amend_task(public, INSTALL, by=council.carmen, at=JULY)
    with pytest.raises(actions.PlanIsPublished):
        actions.remove(public, by=council.carmen, at=JULY)
    with pytest.raises(actions.PlanIsPublished):
        actions.add_task(public.project, EXPLAIN, by=council.carmen, at=JULY)
    assert wrong() == []
    Task.objects.filter(pk=public.pk).update(partners="Otra entidad")
    assert any("no es el que se publicó" in fault for fault in wrong())


def test_months_bent_in_the_table_are_named(public: Task) -> None:
    Task.objects.filter(pk=public.pk).update(shares=[str(part) for part in LATER])
    assert any("no está programada como dice la línea" in fault for fault in wrong())


def test_another_person_confirms_a_new_programming_and_the_old_one_stays(
    council: Council, public: Task
) -> None:
    new = replace(public.programming, shares=LATER)
    change = actions.propose_reprogramming(public, new, because=WHY, by=council.carmen, at=JULY)
    public.refresh_from_db()
    assert public.programming.shares == HALVES
    with pytest.raises(actions.ChangeWaiting):
        actions.propose_reprogramming(
            public, replace(new, cost=None, spending=()), because=WHY, by=council.carmen, at=JULY
        )
    with pytest.raises(actions.SamePerson):
        actions.confirm_reprogramming(change, by=council.carmen, at=JULY)
    actions.confirm_reprogramming(change, by=council.marta, at=JULY)
    public.refresh_from_db()
    assert public.programming.shares == LATER
    assert [row["until"] for row in public.earlier] == ["2026-06-30"]
    with pytest.raises(actions.AlreadyDecided):
        actions.confirm_reprogramming(change, by=council.marta, at=JULY)
    assert wrong() == []
    Task.objects.filter(pk=public.pk).update(earlier=[])
    assert any("lo programado antes" in fault for fault in wrong())


def test_a_new_programming_needs_a_reason_a_difference_and_a_published_plan(
    council: Council, task: Task
) -> None:
    later = replace(task.programming, shares=LATER)
    with pytest.raises(actions.PlanIsDraft):
        actions.propose_reprogramming(task, later, because=WHY, by=council.carmen, at=JULY)
    actions.publish_plan(task.project.objective.component.plan, by=council.marta, at=NOON)
    task = Task.objects.get(pk=task.pk)
    with pytest.raises(actions.NoReason):
        actions.propose_reprogramming(task, later, because=" ", by=council.carmen, at=JULY)
    same = task.programming
    with pytest.raises(actions.NothingChanged):
        actions.propose_reprogramming(task, same, because=WHY, by=council.carmen, at=JULY)
    with pytest.raises(actions.BadProgramming):
        actions.propose_reprogramming(
            task, replace(same, shares=LATER[:11]), because=WHY, by=council.carmen, at=JULY
        )
    change = actions.propose_reprogramming(task, later, because=WHY, by=council.carmen, at=JULY)
    with pytest.raises(actions.NoReason):
        actions.refuse_reprogramming(change, because="", by=council.marta, at=JULY)
    actions.refuse_reprogramming(change, because="Sí hay bodega", by=council.marta, at=JULY)
    assert not TaskChange.objects.waiting().exists()
    with pytest.raises(actions.AlreadyDecided):
        actions.refuse_reprogramming(change, because="Otra vez", by=council.marta, at=JULY)


def told(
    council: Council,
    task: Task,
    done: str = "50",
    *,
    year: int = 2026,
    month: int = 6,
    evidence: str = "https://ejemplo.org/acta.pdf",
) -> TaskProgress:
    return actions.tell_progress(
        task,
        Decimal(done),
        year=year,
        month=month,
        evidence=evidence,
        by=council.carmen,
        at=JULY,
    )


def test_progress_is_neither_confirmed_nor_returned_before_it_was_told(
    council: Council, public: Task
) -> None:
    progress = told(council, public)
    before = JULY - timedelta(seconds=1)
    with pytest.raises(Backdated):
        actions.confirm_progress(progress, by=council.marta, at=before)
    with pytest.raises(Backdated):
        actions.return_progress(progress, because="Falta", by=council.marta, at=before)
    assert TaskProgress.objects.waiting().get() == progress


def test_progress_counts_once_another_person_confirmed_it(council: Council, public: Task) -> None:
    progress = told(council, public)
    assert not TaskProgress.objects.standing().exists()
    with pytest.raises(actions.ProgressWaiting):
        told(council, public, "60")
    with pytest.raises(actions.SamePerson):
        actions.confirm_progress(progress, by=council.carmen, at=JULY)
    with pytest.raises(IntegrityError), transaction.atomic():
        TaskProgress.objects.update(confirmed_at=JULY, confirmed_by=council.carmen)
    actions.confirm_progress(progress, by=council.marta, at=JULY)
    assert TaskProgress.objects.standing().get().done == 50
    with pytest.raises(actions.AlreadyDecided):
        actions.return_progress(progress, because="Tarde", by=council.marta, at=JULY)
    assert wrong() == []


def test_a_bent_progress_is_named_and_the_database_refuses_it(
    council: Council, public: Task
) -> None:
    actions.confirm_progress(told(council, public), by=council.marta, at=JULY)
    locks.lay()
    with pytest.raises(DatabaseError), transaction.atomic():
        TaskProgress.objects.update(done=100)
    locks.lift()
    TaskProgress.objects.update(done=100)
    assert any("no es el que cuenta la línea" in fault for fault in wrong())


def test_progress_that_cannot_be_seen_or_lies_ahead_is_refused(
    council: Council, public: Task
) -> None:
    with pytest.raises(actions.NoEvidence):
        told(council, public, evidence=" ")
    with pytest.raises(actions.BadEvidence):
        told(council, public, evidence="javascript:alert(1)")
    with pytest.raises(actions.BadShare):
        told(council, public, "100.01")
    with pytest.raises(actions.NotYetOver):
        told(council, public, month=8)
    for year, month in ((2025, 12), (2026, 0), (2025, 13)):
        with pytest.raises(actions.BeforeItBegan):
            told(council, public, year=year, month=month)
    assert not TaskProgress.objects.exists()
    nothing = told(council, public, "0", evidence="")
    with pytest.raises(actions.NoReason):
        actions.return_progress(nothing, because=" ", by=council.marta, at=JULY)
    actions.return_progress(nothing, because="Sí se instaló", by=council.marta, at=JULY)
    assert not TaskProgress.objects.waiting().exists()
