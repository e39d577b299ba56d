"""Whether every promise is the one that was made: the targets, and the plan around them."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from sereno.logbook.models import Entry
from sereno.plans.actions.seal import seal_of
from sereno.plans.models import Plan, Target
from sereno.verify.fault import Fault
from sereno.verify.lines import Signed, last, told, unsigned

SET, CHANGED = "target.set", "target.changed"
PUBLISHED, SHORTENED = "plan.published", "plan.shortened"


def faults() -> Iterator[Fault]:
    yield from _plans()
    yield from _targets()


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
    for subject, about in lines.items():
        yield Fault(
            f"El plan {subject.partition(':')[2]}",
            f"la línea {about[0].number} lo cuenta y ya no está",
        )


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
    taken_out = {line.data["part"] for about in told(SHORTENED).values() for line in about}
    for subject, about in lines.items():
        if subject not in taken_out:
            yield Fault(
                f"La meta {subject.partition(':')[2]}",
                f"la línea {about[0].number} la cuenta y ya no está",
            )


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
