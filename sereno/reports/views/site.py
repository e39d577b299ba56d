"""The council's goals: all at a glance, one by one, on the map, and how they are worked out."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from sereno.plans.models import Alignment
from sereno.reports.formats import pictures
from sereno.reports.queries import arithmetic, glance, goals, spending, words
from sereno.reports.queries import coverage as territory
from sereno.reports.queries.parishes import told
from sereno.reports.rules.small_cells import Cell
from sereno.reports.rules.standing import is_past
from sereno.reports.views.cards import card_of
from sereno.reports.views.page import draw, open_page, today
from sereno.results.queries import band


@open_page
def home(request: HttpRequest) -> HttpResponse:
    on = today()
    every = glance.glance(on)
    plans = [plan for plan in every if not is_past(plan.plan.ends_on, on=on)]
    counts = goals.standings(goal for plan in plans for goal in plan.goals)
    return draw(
        request,
        "reports/home.html",
        plans=plans,
        past=[plan for plan in every if plan not in plans],
        money=spending.at_a_glance(plan.plan for plan in plans),
        counts=counts,
        total=sum(counts.values()),
        standings=pictures.standings_of(counts),
    )


@open_page
def goal(request: HttpRequest, slug: str) -> HttpResponse:
    found = goals.history(slug, today())
    if found is None:
        raise Http404(slug)
    project = found.goal.indicator.project
    figure, target = found.goal.figure, found.goal.target
    parishes = told(found.parishes, settings.MINIMUM_COUNT)
    all_told = all(parish.cell == Cell.SHOWN for parish in parishes)
    covers = figure is not None and found.goal.indicator.source in territory.SOURCES
    return draw(
        request,
        "reports/goal.html",
        found=found,
        goal=found.goal,
        band=band(found.goal.progress, ends_on=target.ends_on, today=today()) if target else None,
        project=project,
        alignments=Alignment.objects.filter(objective=project.objective).select_related(
            "serves__catalogue"
        ),
        history=pictures.history_of(found.goal, found.goal.past),
        parishes=parishes,
        wholes=[whole for whole in found.wholes if all_told or not whole.over_places],
        coverage=territory.coverage(figure) if figure and covers else None,
        minimum=settings.MINIMUM_COUNT,
        card=card_of(request, found.goal),
        site=request.build_absolute_uri("/").rstrip("/"),
    )


@open_page
def coverage_map(request: HttpRequest) -> HttpResponse:
    """One goal that is counted over places, on the map; ``?meta=`` chooses another one."""
    offered = territory.coverable()
    wanted = request.GET.get("meta", "")
    chosen = next(
        (f for f in offered if f.measurement.target.indicator.slug == wanted),
        offered[0] if offered else None,
    )
    found = territory.coverage(chosen) if chosen else None
    return draw(
        request,
        "reports/map.html",
        offered=offered,
        coverage=found,
        picture=pictures.map_of(found, territory.outline()) if found else None,
    )


@open_page
def how(request: HttpRequest) -> HttpResponse:
    return draw(
        request,
        "reports/how.html",
        formulas=words.FORMULAS.values(),
        minimum=settings.MINIMUM_COUNT,
    )


@open_page
def cases(request: HttpRequest) -> HttpResponse:
    """The public arithmetic suite, worked out while it is read."""
    groups = arithmetic.worked()
    if not groups:
        raise Http404
    rows = [row for _group, of_group in groups for row in of_group]
    right = sum(not row.differences for row in rows)
    return draw(request, "reports/cases.html", groups=groups, total=len(rows), right=right)
