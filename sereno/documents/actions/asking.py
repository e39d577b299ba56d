"""What people asked, as a document tells it: suggestion, matter, commitment where it can be."""

from datetime import date, datetime

from django.utils import timezone

from sereno.assemblies import actions as assemblies
from sereno.assemblies.models import Suggestion
from sereno.assemblies.rules.codes import new_code
from sereno.assemblies.rules.drafts import MatterDraft, SuggestionDraft
from sereno.documents.actions.refusals import Rejected
from sereno.documents.rules.goals import UNIT, clean
from sereno.documents.rules.rows import plain
from sereno.documents.rules.values import Fields, words
from sereno.logbook.actions import subject_of
from sereno.people.models import Person
from sereno.plans.models import OrgUnit, Plan, Project
from sereno.web.personal import without


def ask(fields: Fields, plan: Plan | None, year: int, *, by: Person, at: datetime) -> list[str]:
    """Keep the words, open the matter, and promise it where the published plan has its project."""
    text = words(fields, "suggestion", "demand", "commitment")
    if not text:
        raise Rejected("asked", "nothing_said")
    drafted = SuggestionDraft(without(text), Suggestion.Channel.PAPER.value)
    suggestion = assemblies.receive(drafted, code=new_code(), at=at, by=by)
    matter_text = without(words(fields, "commitment", "suggestion", "demand"))
    draft = MatterDraft(title=clean(text, 160), text=matter_text, year=year)
    matter = assemblies.open_matter(draft, [suggestion], by=by, at=at)
    made = [subject_of(suggestion), subject_of(matter)]
    promise = without(words(fields, "commitment"))
    project = _project(plan, fields)
    if promise and project:
        unit = words(fields, *UNIT)
        responsible = OrgUnit.objects.filter(name=clean(unit, 120)).first() or project.responsible
        commitment = assemblies.commit(
            matter,
            promise,
            project=project,
            responsible=responsible,
            due_on=_due_on(project, year),
            on_paper=True,
            by=by,
            at=at,
        )
        made.append(subject_of(commitment))
    return made


def year_of(year: int | None, *, at: datetime) -> int:
    """The year accounted for: the one said of the document, else the one before today's."""
    return year or timezone.localdate(at).year - 1


def _project(plan: Plan | None, fields: Fields) -> Project | None:
    """The project of a published plan that the row names, or the plan's only one."""
    if plan is None or plan.published_at is None:
        return None
    name = plain(words(fields, "project", "programme", "activity"))
    projects = list(Project.objects.filter(objective__component__plan=plan))
    named = [project for project in projects if plain(project.name) == name]
    if named:
        return named[0]
    return projects[0] if len(projects) == 1 else None


def _due_on(project: Project, year: int) -> date:
    return min(project.ends_on, date(year + 1, 12, 31))
