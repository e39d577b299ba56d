"""The months of projects and lines as the activities of their plans were programmed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from sereno.plans.budget import rules
from sereno.plans.budget.models import Line, Month
from sereno.plans.models import Plan, Task
from sereno.plans.queries import confirmed, tasks

Shares = tuple[Decimal, ...]
HUNDRED = Decimal(100)


def tasks_of(plan: Plan) -> dict[int, list[Task]]:
    """The activities of every project of a plan, with what was confirmed as done."""
    found: dict[int, list[Task]] = defaultdict(list)
    for task in tasks().filter(project__objective__component__plan=plan):
        found[task.project_id].append(task)
    return found


def shares(listed: Sequence[Task], year: int) -> Shares:
    """A project's months of a hundred of its money; none where one of its activities has none."""
    here = [task for task in listed if task.starts_on.year <= year <= task.ends_on.year]
    return rules.shares_of_money([task.programming.spending for task in here])


def of_projects(year: int) -> dict[int, Shares]:
    """Every project of published plans whose activities say how much is for each month."""
    found: dict[int, list[Task]] = defaultdict(list)
    public = Task.objects.filter(
        project__objective__component__plan__published_at__isnull=False,
        starts_on__year__lte=year,
        ends_on__year__gte=year,
    )
    for task in public:
        found[task.project_id].append(task)
    said = {project: shares(listed, year) for project, listed in found.items()}
    return {project: months for project, months in said.items() if months}


def of_line(line: Line) -> Shares:
    return served(line, of_projects(line.year))


def served(line: Line, projects: Mapping[int, Shares]) -> Shares:
    """The months of what a line serves, by its weights; none where one of them has none."""
    weights = [(weight.share, projects.get(weight.project_id)) for weight in line.weights.all()]
    if not weights or not all(months for _, months in weights):
        return ()
    return tuple(
        sum(
            (share * part for (share, _), part in zip(weights, month, strict=True)),
            Decimal(0),
        )
        / HUNDRED
        for month in zip(*(months for _, months in weights if months), strict=True)
    )


def work(listed: Sequence[Task], month: Month, terms: rules.Terms) -> rules.Work | None:
    """What the activities of a project were to have done by the end of a month, and did."""
    return rules.work([_told(task, month) for task in listed], terms)


def _told(task: Task, month: Month) -> rules.Told:
    until = (month.year, month.number)
    done = [one.done for one in confirmed(task) if (one.year, one.month) <= until]
    spending = task.programming.spending
    to_date = rules.programmed(spending, month=month.number) if spending else None
    if to_date is not None and task.starts_on.year != month.year:
        to_date = task.cost if task.starts_on.year < month.year else Decimal(0)
    return rules.Told(task.due(*until), done[-1] if done else None, to_date)
