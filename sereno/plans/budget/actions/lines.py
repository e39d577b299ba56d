"""Lines are entered, shared over what they serve, and programmed over the months."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from sereno.logbook.actions import Draft, subject_of, write, write_all
from sereno.people.models import Person
from sereno.plans.budget import events, rules
from sereno.plans.budget.actions.refusals import AnotherProject, BadShares, LineTaken
from sereno.plans.budget.models import Line, Weight
from sereno.plans.models import Indicator, Project
from sereno.territory.models import Parish

BATCH = 500


@dataclass(frozen=True)
class LineDraft:
    """A line on paper; its group and its kind follow from its code where they are not said."""

    code: str
    description: str
    kind: str = ""
    group: str = ""
    source: str = ""
    parish: Parish | None = None


@dataclass(frozen=True)
class WeightDraft:
    """So much of a hundred serves this project, and within it this indicator."""

    project: Project
    share: Decimal
    indicator: Indicator | None = None


@transaction.atomic
def add_lines(year: int, drafts: Sequence[LineDraft], *, by: Person, at: datetime) -> list[Line]:
    """Enter lines of a year, as many as there are in as few questions."""
    codes = [draft.code for draft in drafts]
    taken = set(Line.objects.filter(year=year, code__in=codes).values_list("code", flat=True))
    for place, code in enumerate(codes):
        if code in taken or code in codes[:place]:
            raise LineTaken(code)
    lines = Line.objects.bulk_create(
        (
            Line(
                year=year,
                code=draft.code,
                description=draft.description,
                kind=draft.kind or rules.kind_of(draft.code).value,
                group=draft.group or rules.group_of(draft.code),
                source=draft.source,
                parish=draft.parish,
                added_at=at,
                added_by=by,
            )
            for draft in drafts
        ),
        batch_size=BATCH,
    )
    write_all(
        [
            Draft(
                events.LineAdded(year=year, code=line.code),
                about=subject_of(line),
                by=subject_of(by),
                at=at,
            )
            for line in lines
        ]
    )
    return lines


def add_line(year: int, draft: LineDraft, *, by: Person, at: datetime) -> Line:
    return add_lines(year, [draft], by=by, at=at)[0]


@transaction.atomic
def share_line(line: Line, drafts: Sequence[WeightDraft], *, by: Person, at: datetime) -> None:
    """Say what a line serves; the shares replace those before and add to 100 exactly."""
    held = Line.objects.select_for_update().get(pk=line.pk)
    for draft in drafts:
        if draft.indicator and draft.indicator.project_id != draft.project.pk:
            raise AnotherProject(draft.indicator.slug)
    fault = rules.fault_of_weights(
        [
            ((draft.project.pk, draft.indicator.pk if draft.indicator else None), draft.share)
            for draft in drafts
        ]
    )
    if fault:
        raise BadShares(fault)
    Weight.objects.filter(line=held).delete()
    Weight.objects.bulk_create(
        Weight(line=held, project=draft.project, indicator=draft.indicator, share=draft.share)
        for draft in drafts
    )
    told = [[subject_of(draft.indicator or draft.project), str(draft.share)] for draft in drafts]
    write(events.LineShared(shares=told), about=held, by=by, at=at)


@transaction.atomic
def unshare_line(line: Line, *, by: Person, at: datetime) -> None:
    """Say that a line serves nothing of a plan any longer."""
    held = Line.objects.select_for_update().get(pk=line.pk)
    if Weight.objects.filter(line=held).delete()[0]:
        write(events.LineShared(shares=[]), about=held, by=by, at=at)


@transaction.atomic
def program_line(line: Line, shares: Sequence[Decimal], *, by: Person, at: datetime) -> None:
    """Say how much of a line is for each of the twelve months; they add to 100 exactly."""
    fault = rules.fault_of_programming(shares)
    if fault:
        raise BadShares(fault)
    held = Line.objects.select_for_update().get(pk=line.pk)
    held.programming = [str(share) for share in shares]
    held.save(update_fields=["programming"])
    line.programming = held.programming
    write(events.LineProgrammed(shares=held.programming), about=held, by=by, at=at)
