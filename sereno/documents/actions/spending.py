"""Rows of a statement enter the budget at once, and each line is shared to the project it names."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from sereno.documents.actions.refusals import Rejected
from sereno.documents.rules import money
from sereno.documents.rules.rows import plain
from sereno.documents.rules.values import Fields, words
from sereno.logbook.actions import subject_of
from sereno.people.models import Person
from sereno.plans.budget import actions as budget
from sereno.plans.budget.models import Line, Snapshot
from sereno.plans.budget.queries.statement import preview
from sereno.plans.models import Plan, Project

WHOLE = Decimal(100)
Made = list[str] | Rejected


def spend(
    rows: Sequence[Fields], year: int, month: int, plan: Plan | None, *, by: Person, at: datetime
) -> list[Made]:
    """What each row became, in order. What stands with the same amounts is not taken twice."""
    text = money.statement(rows)
    seen = preview(text, year=year, number=month, creates=True)
    rejects = {reject.number - 2: reject for reject in seen.rejects}
    new = {change.row.code for change in seen.changes if change.is_new_line}
    if seen.kept:
        budget.take_statement(year, month, text, by=by, at=at, creates=True)
    standing = {
        snapshot.line.code: snapshot
        for snapshot in Snapshot.objects.standing()
        .filter(month__year=year, month__number=month)
        .select_related("line")
    }
    projects = _projects(plan)
    made: list[Made] = []
    for place, fields in enumerate(rows):
        if place in rejects:
            reject = rejects[place]
            made.append(Rejected("money", reject.why.value, reject.column, reject.text))
            continue
        snapshot = standing[money.code_of(fields)]
        project = projects.get(plain(words(fields, "project", "programme")))
        is_shared = _share(snapshot.line, project, by=by, at=at)
        added = [subject_of(snapshot.line)] if is_shared or snapshot.line.code in new else []
        made.append([*added, subject_of(snapshot)])
    return made


def _projects(plan: Plan | None) -> dict[str, Project]:
    found = Project.objects.filter(objective__component__plan=plan) if plan else ()
    return {plain(project.name): project for project in found}


def _share(line: Line, project: Project | None, *, by: Person, at: datetime) -> bool:
    """Whether the line serves this project from now on."""
    if project is None or line.weights.exists():
        return False
    budget.share_line(line, [budget.WeightDraft(project, WHOLE)], by=by, at=at)
    return True
