"""Activities as staff reads them: how they are programmed, what was told, what is to change."""

from typing import Any

from sereno.plans.models import Plan, Task, TaskChange, TaskProgress

NAMED = ("name", "partners", "period_note", "verification")
TOLD = ("year", "month", "done", "evidence", "note", "told_at", "returned_because")
ASKED = ("because", "proposed_at", "refused_because")


def activities(plan: Plan) -> list[dict[str, Any]]:
    """Those of a plan, with everything about each: three questions whatever their number."""
    found = (
        Task.objects.filter(project__objective__component__plan=plan)
        .select_related("responsible", "project__responsible")
        .prefetch_related("progress", "changes")
        .order_by("pk")
    )
    return [_activity(one) for one in found]


def progress_told(one: TaskProgress) -> dict[str, Any]:
    named = {name: getattr(one, name) for name in TOLD}
    return {"id": one.pk, "activity": one.task_id, "state": _state(one), **named}


def reprogramming_told(one: TaskChange) -> dict[str, Any]:
    named = {name: getattr(one, name) for name in ASKED}
    sides = {"old": vars(one.was), "new": vars(one.becomes)}
    return {"id": one.pk, "activity": one.task_id, "state": _answer(one), **named, **sides}


def _activity(task: Task) -> dict[str, Any]:
    progress = list(task.progress.all())
    standing = [one for one in progress if one.confirmed_at]
    last = max(standing, key=_order) if standing else None
    return {
        "id": task.pk,
        "project": task.project_id,
        **{name: getattr(task, name) for name in NAMED},
        "responsible": task.answers.name,
        **vars(task.programming),
        "done": last.done if last else None,
        "done_until": f"{last.year}-{last.month:02}" if last else "",
        "progress": [progress_told(one) for one in progress],
        "changes": [reprogramming_told(one) for one in task.changes.all()],
    }


def _order(one: TaskProgress) -> tuple[Any, ...]:
    """As ``TaskProgress.objects.standing`` has them: the last one is what was done so far."""
    return (one.year, one.month, one.confirmed_at, one.pk)


def _state(one: TaskProgress) -> str:
    if one.confirmed_at:
        return "confirmed"
    return "returned" if one.returned_at else "waiting"


def _answer(one: TaskChange) -> str:
    if one.confirmed_at:
        return "confirmed"
    return "refused" if one.refused_at else "waiting"
