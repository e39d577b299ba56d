"""What a row had become is taken out again, by the actions of the room where it stands."""

from collections.abc import Callable
from datetime import datetime

from django.db import models, transaction

from sereno.assemblies import actions as assemblies
from sereno.assemblies.models import Commitment, Matter, Suggestion
from sereno.documents import events
from sereno.documents.actions.accepting import ACTS, REFUSALS, remember
from sereno.documents.actions.editing import apply_row
from sereno.documents.actions.refusals import CannotUndo, EditionStays, NotAccepted, NotYours
from sereno.documents.models import Item, Origin
from sereno.documents.rules.rows import belongs
from sereno.logbook.actions import subject_of, write
from sereno.people.models import Person
from sereno.plans import actions as planning
from sereno.plans.budget import actions as budget
from sereno.plans.budget.models import Line, Snapshot
from sereno.plans.models import Alignment, Component, Indicator, Objective, Project, Target, Task
from sereno.results import actions as results
from sereno.results.models import Measurement

MODELS: dict[str, type[models.Model]] = {
    "component": Component,
    "objective": Objective,
    "alignment": Alignment,
    "project": Project,
    "indicator": Indicator,
    "target": Target,
    "task": Task,
    "measurement": Measurement,
    "line": Line,
    "snapshot": Snapshot,
    "suggestion": Suggestion,
    "matter": Matter,
    "commitment": Commitment,
}
HANGS = (
    assemblies.InUse,
    budget.AlreadyDecided,
    budget.MonthIsClosed,
    planning.PartInUse,
    planning.PlanIsPublished,
    results.AlreadyDecided,
)


@transaction.atomic
def undo(item: Item, *, by: Person, at: datetime) -> None:
    """Take out what the row had become, or take it up again where it had been put aside."""
    held = Item.objects.select_for_update(of=("self",)).select_related("document").get(pk=item.pk)
    if held.state not in {Item.State.ACCEPTED, Item.State.REFUSED}:
        raise NotAccepted(held.pk)
    was = held.became
    if held.state == Item.State.ACCEPTED:
        act = ACTS.get(belongs(held.fields, held.document.kind))
        if act and not by.may(act):
            raise NotYours(act)
        if not held.made:  # it changed what another row had made
            _take_back(held, by=by, at=at)
        for subject in reversed(held.made):
            heir = _heir_of(subject, held)
            if heir is None:
                _take_out(subject, by=by, at=at)
            elif subject not in heir.made:
                heir.made = [subject, *heir.made]
                heir.save(update_fields=["made"])
                remember(heir, [subject])
        Origin.objects.filter(item=held).delete()
        held.state, held.became, held.made = Item.State.UNDONE, "", []
    else:
        held.state = Item.State.DOUBTFUL if held.doubts else Item.State.PROPOSED
    held.decided_at, held.decided_by, held.is_unreviewed = at, by, False
    held.save()
    write(events.RowReopened(was=was), about=held.document, by=by, at=at)
    item.refresh_from_db()


def _take_back(held: Item, *, by: Person, at: datetime) -> None:
    """What a corrected edition changed says again what the earlier one had put there."""
    earlier = (
        Item.objects.accepted()
        .filter(document=held.document.corrects_id, became=held.became)
        .first()
    )
    if earlier is None:
        raise EditionStays(held.became)
    reason = "Se deshizo la edición corregida."
    try:
        with transaction.atomic():
            apply_row(held.document, held, earlier, reason=reason, by=by, at=at)
    except REFUSALS as problem:
        raise EditionStays(held.became) from problem


def _heir_of(subject: str, item: Item) -> Item | None:
    """Another row that says the same or stands on it: the part stays, as that row's."""
    origins = Origin.objects.exclude(item=item).select_related("item")
    same = origins.filter(subject=subject).first()
    found = same or origins.filter(subject__in=_standing_on(subject)).first()
    return found.item if found else None


def _standing_on(subject: str) -> list[str]:
    """What cannot stand without this part: the projects of an objective, and so on."""
    kind, _colon, key = subject.partition(":")
    paths = {
        "component": "objective__component",
        "objective": "objective",
        "alignment": "objective__alignment",
    }
    if kind == "project":
        below = Project.objects.filter(pk=int(key))
    elif kind in paths:
        below = Project.objects.filter(**{paths[kind]: int(key)})
    else:
        return []
    projects = below if kind in paths else ()
    indicators = Indicator.objects.filter(project__in=below)
    tasks = Task.objects.filter(project__in=below)
    return [subject_of(one) for found in (projects, indicators, tasks) for one in found]


def _take_out(subject: str, *, by: Person, at: datetime) -> None:
    """Nothing that others rely on by now is taken out; such a row cannot be undone."""
    kind, _colon, key = subject.partition(":")
    model = MODELS.get(kind)
    part = model._default_manager.filter(pk=key).first() if model else None
    if model is None:
        raise CannotUndo(subject)
    if part is None:
        return
    try:
        with transaction.atomic():
            TAKES.get(type(part), _remove)(part, by=by, at=at)
    except HANGS as problem:
        raise CannotUndo(subject_of(part)) from problem


def _remove(part: models.Model, *, by: Person, at: datetime) -> None:
    """What somebody built upon by hand stays with what stands on it."""
    shared = (
        (isinstance(part, Alignment) and part.objective.projects.exists())
        or (isinstance(part, Component) and part.objectives.exists())
        or (isinstance(part, Objective) and part.projects.exists())
        or (isinstance(part, Project) and (part.indicators.exists() or part.tasks.exists()))
    )
    removable = Component | Objective | Alignment | Project | Indicator | Target | Task
    if not shared and isinstance(part, removable):
        planning.remove(part, by=by, at=at)


def _return(measurement: Measurement, *, by: Person, at: datetime) -> None:
    results.return_(measurement, because="Se deshizo su lectura.", by=by, at=at)


def _unshare(line: Line, *, by: Person, at: datetime) -> None:
    """The line itself stays: its history is kept, with no figure and no project."""
    if not Snapshot.objects.standing().filter(line=line).exists():
        budget.unshare_line(line, by=by, at=at)


TAKES: dict[type[models.Model], Callable[..., None]] = {
    Measurement: _return,
    Line: _unshare,
    Snapshot: budget.withdraw,
    Suggestion: assemblies.withdraw_suggestion,
    Matter: assemblies.withdraw_matter,
    Commitment: assemblies.withdraw_commitment,
}
