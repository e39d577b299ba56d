"""The year with all its lines, one line month by month, and the money of plans and parishes."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from sereno.people.guards import Request, may
from sereno.plans.budget import rules
from sereno.plans.budget.models import Line
from sereno.plans.budget.queries import funds
from sereno.plans.budget.queries import year as years
from sereno.plans.budget.queries.history import history
from sereno.plans.models import Plan, Project
from sereno.territory.models import Parish


def whole_number(request: Request, name: str) -> int | None:
    """A number of the address; anything else is as if it were not there."""
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


@may("budget.see")
def year(request: Request) -> HttpResponse:
    """Every line of a year at the end of a month, filtered, added up and checked."""
    known = years.years()
    here = whole_number(request, "anio") or (known[0] if known else timezone.localdate().year)
    asked = years.Asked(
        words=request.GET.get("q", ""),
        group=request.GET.get("grupo", ""),
        project=whole_number(request, "proyecto"),
        parish=whole_number(request, "parroquia"),
        only=request.GET.get("ver", ""),
    )
    picture = years.picture(here, asked, known=known, month=whole_number(request, "mes"))
    projects = {
        weight.project_id: weight.project.name
        for row in picture.rows
        if row.line
        for weight in row.line.weights.all()
    }
    parishes = {
        row.line.parish_id: row.line.parish.name
        for row in picture.rows
        if row.line and row.line.parish
    }
    return render(
        request,
        "budget/year.html",
        {
            "picture": picture,
            "asked": asked,
            "projects": sorted(projects.items(), key=lambda item: item[1]),
            "parishes": sorted(parishes.items(), key=lambda item: item[1]),
            "waiting": picture.waiting,
            "writes": request.user.may("budget.write"),
            "closes": request.user.may("budget.close"),
        },
    )


@may("budget.see")
def line(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(Line.objects.select_related("parish"), pk=pk)
    return render(
        request,
        "budget/line.html",
        {
            "line": found,
            "history": history(found),
            "weights": found.weights.select_related("project", "indicator"),
            "contracts": found.contracts.all(),
            "names": rules.NAMES,
            "writes": request.user.may("budget.write"),
        },
    )


@may("budget.see")
def plan(request: Request, slug: str) -> HttpResponse:
    """A plan from the side of its money: each project with what the lines gave it."""
    found = get_object_or_404(Plan, slug=slug)
    known = funds.years_of(found)
    here = whole_number(request, "anio")
    year_shown = here if here in known else (known[-1] if known else None)
    month = funds.last_month(year_shown) if year_shown else None
    terms = years.terms_on(month.first_day) if month else rules.Terms()
    listed = funds.of_plan(found, month, terms)
    added = rules.total(one.row.amounts for one in listed if one.row.amounts)
    return render(
        request,
        "budget/plan.html",
        {
            "plan": found,
            "funds": listed,
            "month": month,
            "years": known,
            "sum": years.Row(added, month.number if month else 0, terms),
        },
    )


@may("budget.see")
def parishes(request: Request) -> HttpResponse:
    month = funds.last_month(whole_number(request, "anio"))
    terms = years.terms_on(month.first_day) if month else rules.Terms()
    listed = funds.of_parishes(month, terms)
    without = Parish.objects.exclude(pk__in=[parish.pk for parish, *_ in listed if parish])
    return render(
        request,
        "budget/parishes.html",
        {"parishes": listed, "without": without.order_by("name"), "month": month},
    )


def choices() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Projects and indicators to share a line over, each told with its plan."""
    projects = Project.objects.select_related("objective__component__plan").prefetch_related(
        "indicators"
    )
    ordered = projects.order_by("-objective__component__plan__starts_on", "pk")
    return (
        [(str(one.pk), f"{one.objective.component.plan} · {one}") for one in ordered],
        [(str(two.pk), f"{one} · {two}") for one in ordered for two in one.indicators.all()],
    )
