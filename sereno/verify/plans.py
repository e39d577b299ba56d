"""Whether every promise is the one that was made: the targets, and the plan around them."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from sereno.logbook.models import Entry
from sereno.plans.actions.seal import seal_of
from sereno.plans.models import Plan, Target, Task, TaskProgress
from sereno.plans.rules import of_row
from sereno.verify.fault import Fault
from sereno.verify.lines import Signed, Told, gone, last, told, unsigned

SET, CHANGED = "target.set", "target.changed"
PUBLISHED, SHORTENED = "plan.published", "plan.shortened"
PROGRAMMED, REPROGRAMMED = "task.programmed", "task.changed"
TOLD, CONFIRMED = "task.progress_told", "task.progress_confirmed"


def faults() -> Iterator[Fault]:
    yield from _plans()
    yield from _targets()
    yield from _tasks()
    yield from _progress()


def _plans() -> Iterator[Fault]:
    lines = told(PUBLISHED)
    for plan in Plan.objects.order_by("pk"):
        about = lines.pop(f"plan:{plan.pk}", [])
        line = last(about, PUBLISHED)
        what = f"El plan {plan.slug}"
        yield from unsigned(
            what, Signed("publicado", plan.published_at, plan.published_by_id), line
        )
        if line and line.data.get("seal") and line.data["seal"] != seal_of(plan):
            yield Fault(what, f"no es el que se publicó en la línea {line.number}")
    yield from gone("El plan", lines)


def _targets() -> Iterator[Fault]:
    lines = told(SET, CHANGED)
    for target in Target.objects.select_related("indicator").order_by("pk"):
        about = lines.pop(f"target:{target.pk}", [])
        what = f"La meta {target.pk} de {target.indicator.slug}"
        if not about:
            yield Fault(what, "ninguna línea de la bitácora cuenta que se prometió")
        elif not _says(about[-1], target):
            yield Fault(what, f"no es la que dice la línea {about[-1].number}")
        changed = [line for line in about if line.event == CHANGED]
        was = [_amount(str(row["value"] or row["every_days"] or "")) for row in target.earlier]
        if was != [_low(line.data["old"]) for line in changed]:
            yield Fault(what, "lo que estuvo vigente antes no es lo que cuenta la bitácora")
    yield from _gone("La meta", lines)


def _tasks() -> Iterator[Fault]:
    lines = told(PROGRAMMED, REPROGRAMMED)
    for task in Task.objects.order_by("pk"):
        about = lines.pop(f"task:{task.pk}", [])
        what = f"La actividad {task.pk}"
        if not about:
            yield Fault(what, "ninguna línea de la bitácora cuenta que se programó")
        elif of_row(about[-1].data["programming"]) != task.programming:
            yield Fault(what, f"no está programada como dice la línea {about[-1].number}")
        begun = [place for place, line in enumerate(about) if line.event == REPROGRAMMED]
        was = [of_row(about[place - 1].data["programming"]) for place in begun]
        if [of_row(row) for row in task.earlier] != was:
            yield Fault(what, "lo programado antes no es lo que cuenta la bitácora")
    yield from _gone("La actividad", lines)


def _progress() -> Iterator[Fault]:
    lines = told(TOLD, CONFIRMED)
    for one in TaskProgress.objects.order_by("pk"):
        about = lines.pop(f"taskprogress:{one.pk}", [])
        what = f"El avance {one.pk} de la actividad {one.task_id}"
        yield from unsigned(
            what, Signed("informado", one.told_at, one.told_by_id), last(about, TOLD)
        )
        yield from unsigned(
            what,
            Signed("confirmado", one.confirmed_at, one.confirmed_by_id),
            last(about, CONFIRMED),
        )
        said = {"until": f"{one.year}-{one.month:02}", "done": one.done}
        for line in about:
            if said != {"until": line.data["until"], "done": Decimal(line.data["done"])}:
                yield Fault(what, f"no es el que cuenta la línea {line.number}")
    yield from _gone("El avance", lines)


def _gone(what: str, lines: Told) -> Iterator[Fault]:
    """Told once, and in no table: nobody took it out of a draft."""
    if not lines:
        return
    taken_out = {line.data["part"] for about in told(SHORTENED).values() for line in about}
    left = {subject: about for subject, about in lines.items() if subject not in taken_out}
    yield from gone(what, left, "cuenta que estuvo")


def _says(line: Entry, target: Target) -> bool:
    low = _amount(str(target.value or target.every_days or ""))
    if line.event == SET:
        return line.data["kind"] == target.kind and _amount(line.data["value"]) == low
    high = line.data["new"].partition("..")[2]
    return _low(line.data["new"]) == low and _amount(high) == _amount(str(target.high or ""))


def _low(said: str) -> Decimal | None:
    return _amount(said.partition("..")[0])


def _amount(said: str) -> Decimal | None:
    """``5`` and ``5.0000`` are the same promise; nothing and zero are told apart by the kind."""
    try:
        return Decimal(said) or None
    except InvalidOperation:
        return None
