"""A unit is placed in the organisation chart, or written anew where it stands."""

from datetime import datetime

from django.db import transaction

from sereno.logbook.actions import write
from sereno.people.models import Person
from sereno.plans import events
from sereno.plans.actions.refusals import AlreadyThere, UnderItself
from sereno.plans.actions.tree import units_named
from sereno.plans.models import OrgUnit
from sereno.plans.rules import UnitDraft


@transaction.atomic
def place_unit(draft: UnitDraft, *, by: Person, at: datetime) -> OrgUnit:
    """Enter a unit with its level, or say them of one that a plan named before."""
    unit = OrgUnit.objects.filter(name=draft.name).first() or OrgUnit(name=draft.name)
    if unit.level:
        raise AlreadyThere(draft.name)
    return _place(unit, draft, by=by, at=at)


@transaction.atomic
def amend_unit(unit: OrgUnit, draft: UnitDraft, *, by: Person, at: datetime) -> None:
    if OrgUnit.objects.filter(name=draft.name).exclude(pk=unit.pk).exists():
        raise AlreadyThere(draft.name)
    _place(unit, draft, by=by, at=at)


def _place(unit: OrgUnit, draft: UnitDraft, *, by: Person, at: datetime) -> OrgUnit:
    same = OrgUnit.objects.filter(level=draft.level, code=draft.code).exclude(pk=unit.pk)
    if draft.code and same.exists():
        raise AlreadyThere(draft.code)
    if draft.parent == draft.name:
        raise UnderItself(draft.name)
    above = units_named({draft.parent})[draft.parent] if draft.parent else None
    _not_below(unit, above)
    unit.name, unit.level, unit.code = draft.name, draft.level, draft.code
    unit.parent, unit.objective = above, draft.objective
    unit.save()
    placed = events.OrgUnitPlaced(level=unit.level, code=unit.code)
    write(placed, about=unit, by=by, at=at)
    return unit


def _not_below(unit: OrgUnit, above: OrgUnit | None) -> None:
    """Walk up from the new parent: the unit itself must not be met."""
    while above is not None:
        if above.pk == unit.pk:
            raise UnderItself(unit.name)
        above = above.parent
