"""Activities by program: what of each was done, and how a published one is programmed anew."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Schema, Status
from pydantic import Field

from sereno.api.queries import activities as queries
from sereno.api.views import shapes
from sereno.api.views.auth import Bearer
from sereno.api.views.incoming import Line, Number, PlanSlug, ProgrammingIn, Share, words
from sereno.api.views.sent import sent
from sereno.api.views.staff import REFUSED, BecauseIn, Words, one_of, person
from sereno.plans import actions, rules
from sereno.plans.models import Plan, Task, TaskChange, TaskProgress

router = Router(tags=["staff"])
tells = Bearer("task.tell")
confirms = Bearer("task.confirm")
UP = "project__objective__component__plan"


class DoneIn(Schema):
    """How much of a hundred was done from the beginning until the end of a month."""

    year: Annotated[int, Field(ge=2000, le=2100)]
    month: Annotated[int, Field(ge=1, le=12)]
    done: Share
    evidence: Annotated[str, words(500)] = ""
    note: Line = ""


class ReprogrammingIn(ProgrammingIn):
    """The whole programming as it is to be, and why."""

    because: Words


@router.get(
    "/plans/{slug}/activities",
    auth=Bearer("plan.see"),
    response={200: list[shapes.FollowedOut], **REFUSED},
)
def followed(request: HttpRequest, slug: PlanSlug) -> HttpResponse:
    """Every activity of a plan, in draft too, with all that was told and asked of each."""
    return sent(queries.activities(one_of(Plan.objects.all(), slug=slug)))


@router.post("/activities/{pk}/progress", auth=tells, response={201: shapes.DoneOut, **REFUSED})
def tell_progress(request: HttpRequest, pk: Number, told: DoneIn) -> Status[dict[str, Any]]:
    """Say how much was done, with its evidence; it counts once another person confirms it."""
    kept = actions.tell_progress(_task(pk), **dict(told), by=person(request), at=timezone.now())
    return Status(201, queries.progress_told(kept))


@router.post("/progress/{pk}/confirm", auth=confirms, response={200: shapes.DoneOut, **REFUSED})
def confirm_progress(request: HttpRequest, pk: Number) -> dict[str, Any]:
    """Answer for it, having seen the evidence: from now on it is what was done."""
    found = one_of(TaskProgress.objects.select_related("task"), pk=pk)
    actions.confirm_progress(found, by=person(request), at=timezone.now())
    return queries.progress_told(found)


@router.post("/progress/{pk}/return", auth=confirms, response={200: shapes.DoneOut, **REFUSED})
def return_progress(request: HttpRequest, pk: Number, told: BecauseIn) -> dict[str, Any]:
    """Send it back with the reason."""
    found = one_of(TaskProgress.objects.select_related("task"), pk=pk)
    because = told.because
    actions.return_progress(found, because=because, by=person(request), at=timezone.now())
    return queries.progress_told(found)


@router.post(
    "/activities/{pk}/changes",
    auth=Bearer("target.change"),
    response={201: shapes.ReprogrammingOut, **REFUSED},
)
def propose_reprogramming(
    request: HttpRequest, pk: Number, told: ReprogrammingIn
) -> Status[dict[str, Any]]:
    """Ask for other days, months or money of a published activity; another person confirms it."""
    months = rules.Programming(
        told.starts_on, told.ends_on, tuple(told.shares), told.cost, tuple(told.spending)
    )
    change = actions.propose_reprogramming(
        _task(pk), months, because=told.because, by=person(request), at=timezone.now()
    )
    return Status(201, queries.reprogramming_told(change))


@router.post(
    "/activities/changes/{pk}/confirm",
    auth=Bearer("target.confirm"),
    response={200: shapes.ReprogrammingOut, **REFUSED},
)
def confirm_change(request: HttpRequest, pk: Number) -> dict[str, Any]:
    """Answer for it: the new programming is in force from today on."""
    change = _change(pk)
    actions.confirm_reprogramming(change, by=person(request), at=timezone.now())
    return queries.reprogramming_told(change)


@router.post(
    "/activities/changes/{pk}/refuse",
    auth=Bearer("target.confirm"),
    response={200: shapes.ReprogrammingOut, **REFUSED},
)
def refuse_change(request: HttpRequest, pk: Number, told: BecauseIn) -> dict[str, Any]:
    """Leave it programmed as it is, and say why."""
    change = _change(pk)
    because = told.because
    actions.refuse_reprogramming(change, because=because, by=person(request), at=timezone.now())
    return queries.reprogramming_told(change)


def _task(pk: int) -> Task:
    return one_of(Task.objects.select_related(UP), pk=pk)


def _change(pk: int) -> TaskChange:
    return one_of(TaskChange.objects.select_related("task"), pk=pk)
