"""What staff reads and does through a program: the very actions of the pages, under a token."""

from datetime import datetime
from operator import itemgetter
from typing import Annotated, Any, Literal, TypeVar, cast

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import File, Form, Path, Query, Router, Schema, Status, UploadedFile
from pydantic import AwareDatetime, Field, StringConstraints

from sereno.api import queries
from sereno.api.views import shapes
from sereno.api.views.auth import Bearer
from sereno.api.views.incoming import Amount, Link, Number, words
from sereno.api.views.problems import Problem, ProblemOut
from sereno.api.views.sent import sent
from sereno.people.models import Person
from sereno.plans import actions as plans
from sereno.plans.budget import actions as budget
from sereno.plans.budget.models import Line
from sereno.plans.budget.queries import year as budgets
from sereno.plans.models import Plan, Target, TargetChange
from sereno.results import actions as results
from sereno.results.actions.table import TableDraft, report_table
from sereno.results.models import Measurement
from sereno.results.views import refusals
from sereno.web.rules import Absent

M = TypeVar("M", bound=Model)
MOST = 1000
UP = "project__objective__component__plan"
Words = Annotated[str, words(2000)]
REFUSED = {
    401: ProblemOut,
    403: ProblemOut,
    404: ProblemOut,
    409: ProblemOut,
    422: ProblemOut,
    400: ProblemOut,
    429: ProblemOut,
}


class ReportIn(Schema):
    """One answer of four: a value, a part of a whole, a yes or no, or why there is none."""

    target: Annotated[int, Field(ge=1, le=2_147_483_647)]
    ends_at: AwareDatetime | None = None
    value: Amount | None = None
    part: Amount | None = None
    whole: Amount | None = None
    achieved: bool | None = None
    absent: Literal["unknown", "not-applicable"] | None = None
    note: Words = ""
    link: Link = ""


class TableIn(Schema):
    rows: Annotated[list[ReportIn], Field(max_length=MOST)]


class RejectOut(Schema):
    """A row that was not kept: its place in what was sent, from 1, and why."""

    row: int
    code: str
    detail: str
    where: str


class TakenOut(Schema):
    kept: list[shapes.MeasurementOut]
    rejected: list[RejectOut]


class EvidenceOut(Schema):
    """What is kept: the SHA-256 of the file as it came, or the link."""

    id: int
    sha256: str
    media_type: str
    link: str


class BecauseIn(Schema):
    because: Words


class ChangeIn(BecauseIn):
    value: Amount | None = None
    high: Amount | None = None
    every_days: Annotated[int, Field(ge=1, le=3660)] | None = None


class ChangeOut(Schema):
    id: int
    target: int


class StatementIn(Schema):
    """A statement as it is pasted on the page: tabs between cells, with its heading."""

    text: Annotated[str, StringConstraints(max_length=2_000_000, pattern=r"^[^\x00]*$")]
    creates: bool = False


class StatementRejectOut(Schema):
    row: int
    code: str
    why: str


class StatementOut(Schema):
    kept: int
    same: int
    rejected: list[StatementRejectOut]


router = Router(tags=["staff"])
reads = Bearer("measurement.see")


@router.get(
    "/plans/{slug}/measurements",
    auth=reads,
    response={200: shapes.MeasurementPage, **REFUSED},
)
def measurements(
    request: HttpRequest,
    slug: Annotated[str, Field(pattern=r"^[-\w]{1,80}$")],
    limit: Annotated[int, Query(100, ge=1, le=MOST)] = 100,
    before: Annotated[int | None, Query(None, ge=1, le=2_147_483_647)] = None,
) -> HttpResponse:
    """Every measurement of a plan, drafts too, the newest first.

    The next page is asked for with ``before``, the last number of this one, so that what comes in
    meanwhile moves nothing from one page to another; ``next`` is null on the last page.
    """
    found = queries.measurements(one_of(Plan.objects.all(), slug=slug))
    page = found.filter(pk__lt=before) if before else found
    items = [queries.measurement_told(one) for one in page[:limit]]
    following = items[-1]["id"] if len(items) == limit else None
    return sent({"total": found.count(), "items": items, "next": following})


@router.post(
    "/measurements",
    auth=Bearer("measurement.take"),
    response={201: shapes.MeasurementOut, **REFUSED},
)
def report(request: HttpRequest, told: ReportIn) -> Status[dict[str, Any]]:
    """Report one measurement; it is a draft until two other people review and approve it."""
    at = timezone.now()
    draft = _draft(1, told, one_of(_targets(), pk=told.target), at)
    evidence = [results.EvidenceDraft(draft.link, link=draft.link)] if draft.link else []
    kept = results.report(
        draft.target,
        draft.found,
        by=person(request),
        at=at,
        ends_at=told.ends_at,
        note=draft.note,
        evidence=evidence,
    )
    return Status(201, queries.measurement_told(kept))


@router.post(
    "/measurements/table",
    auth=Bearer("measurement.take"),
    response={200: TakenOut, **REFUSED},
)
def report_many(request: HttpRequest, told: TableIn) -> dict[str, Any]:
    """Report many; each row is judged by itself, and what was not kept comes back with its why."""
    at, rows = timezone.now(), told.rows
    known = _targets().in_bulk({row.target for row in rows})
    drafts = [
        _draft(number, row, known[row.target], at)
        for number, row in enumerate(rows, 1)
        if row.target in known
    ]
    outcome = report_table(drafts, by=person(request), at=at)
    unknown = [
        {
            "row": number,
            "code": "not_found",
            "detail": _("No hay una meta con ese número."),
            "where": f"rows.{number - 1}.target",
        }
        for number, row in enumerate(rows, 1)
        if row.target not in known
    ]
    refused = [
        {
            "row": one.draft.number,
            "code": type(one.because).__name__,
            "detail": refusals.said(one.because),
            "where": f"rows.{one.draft.number - 1}",
        }
        for one in outcome.refused
    ]
    kept = [queries.measurement_told(one.measurement) for one in outcome.kept]
    return {"kept": kept, "rejected": sorted(unknown + refused, key=itemgetter("row"))}


@router.post(
    "/measurements/{pk}/evidence",
    auth=Bearer("measurement.take"),
    response={201: EvidenceOut, **REFUSED},
)
def add_evidence(
    request: HttpRequest,
    pk: Number,
    title: Annotated[str, Form(min_length=1, max_length=200, pattern=r"^[^\x00]*$")],
    link: Annotated[Link, Form("")] = "",
    file: File[UploadedFile | None] = None,
) -> Status[dict[str, Any]]:
    """Put a file or a link beside a measurement that nobody has reviewed yet."""
    kept = results.add_evidence(
        one_of(Measurement.objects.all(), pk=pk),
        results.EvidenceDraft(title, file.read() if file is not None else None, link),
        by=person(request),
        at=timezone.now(),
    )
    told = {"id": kept.pk, "sha256": kept.sha256, "media_type": kept.media_type}
    return Status(201, {**told, "link": kept.link})


@router.post(
    "/measurements/{pk}/review",
    auth=Bearer("measurement.review"),
    response={200: shapes.MeasurementOut, **REFUSED},
)
def review(request: HttpRequest, pk: Number) -> dict[str, Any]:
    found = one_of(Measurement.objects.all(), pk=pk)
    results.review(found, by=person(request), at=timezone.now())
    return queries.measurement_told(found)


@router.post(
    "/measurements/{pk}/approve",
    auth=Bearer("measurement.approve"),
    response={200: shapes.MeasurementOut, **REFUSED},
)
def approve(request: HttpRequest, pk: Number) -> dict[str, Any]:
    found = one_of(Measurement.objects.all(), pk=pk)
    results.approve(found, by=person(request), at=timezone.now())
    return queries.measurement_told(found)


@router.post(
    "/measurements/{pk}/return",
    auth=Bearer("measurement.return"),
    response={200: shapes.MeasurementOut, **REFUSED},
)
def return_(request: HttpRequest, pk: Number, told: BecauseIn) -> dict[str, Any]:
    found = one_of(Measurement.objects.all(), pk=pk)
    results.return_(found, because=told.because, by=person(request), at=timezone.now())
    return queries.measurement_told(found)


@router.post(
    "/targets/{pk}/changes",
    auth=Bearer("target.change"),
    response={201: ChangeOut, **REFUSED},
)
def propose(request: HttpRequest, pk: Number, told: ChangeIn) -> Status[dict[str, Any]]:
    """Ask for another amount of a published target; another person confirms it."""
    amount = plans.NewAmount(told.value, told.high, told.every_days)
    change = plans.propose_change(
        one_of(_targets().select_related(f"indicator__{UP}"), pk=pk),
        amount,
        because=told.because,
        by=person(request),
        at=timezone.now(),
    )
    return Status(201, {"id": change.pk, "target": pk})


@router.post(
    "/changes/{pk}/confirm", auth=Bearer("target.confirm"), response={200: ChangeOut, **REFUSED}
)
def confirm(request: HttpRequest, pk: Number) -> dict[str, Any]:
    change = one_of(TargetChange.objects.all(), pk=pk)
    plans.confirm_change(change, by=person(request), at=timezone.now())
    return {"id": change.pk, "target": change.target_id}


@router.post(
    "/changes/{pk}/refuse", auth=Bearer("target.confirm"), response={200: ChangeOut, **REFUSED}
)
def refuse(request: HttpRequest, pk: Number, told: BecauseIn) -> dict[str, Any]:
    """Leave the target as it is, and say why."""
    change = one_of(TargetChange.objects.all(), pk=pk)
    plans.refuse_change(change, because=told.because, by=person(request), at=timezone.now())
    return {"id": change.pk, "target": change.target_id}


@router.get(
    "/budget/{year}", auth=Bearer("budget.see"), response={200: shapes.BudgetOut, **REFUSED}
)
def budget_of(
    request: HttpRequest,
    year: Annotated[int, Path(ge=2000, le=2100)],
    month: Annotated[int | None, Query(None, ge=1, le=12)] = None,
) -> dict[str, Any]:
    """Every line of a year at the end of a month, the last told where none is named."""
    found = budgets.picture(year, budgets.Asked(), known=budgets.years(), month=month)
    return {
        "year": year,
        "month": found.month.number if found.month else None,
        "lines": [_line(row, row.line) for row in found.rows if row.line],
    }


@router.post(
    "/budget/{year}/{month}/statement",
    auth=Bearer("budget.write"),
    response={200: StatementOut, **REFUSED},
)
def statement(
    request: HttpRequest,
    year: Annotated[int, Path(ge=2000, le=2100)],
    month: Annotated[int, Path(ge=1, le=12)],
    told: StatementIn,
) -> dict[str, Any]:
    """Take the statement of an open month; rows that cannot be kept come back with their why."""
    taken = budget.take_statement(
        year, month, told.text, creates=told.creates, by=person(request), at=timezone.now()
    )
    rejected = [{"row": one.number, "code": one.code, "why": one.why} for one in taken.rejects]
    return {"kept": taken.kept, "same": taken.same, "rejected": rejected}


def _line(row: budgets.Row, line: Line) -> dict[str, Any]:
    sums = row.amounts.named() if row.amounts else dict.fromkeys(AMOUNTS)
    told = {"code": line.code, "description": line.description, "kind": line.kind}
    return {**told, **sums, "execution": row.execution}


AMOUNTS = ("initial", "amendments", "revised", "certified", "committed", "accrued", "paid")


def _draft(number: int, told: ReportIn, target: Target, at: datetime) -> TableDraft:
    found = results.Report(
        value=told.value,
        part=told.part,
        whole=told.whole,
        achieved=told.achieved,
        absent=Absent(told.absent) if told.absent else None,
    )
    return TableDraft(number, target, found, told.ends_at or at, told.note, told.link)


def _targets() -> QuerySet[Target]:
    return Target.objects.select_related("indicator")


def one_of(found: QuerySet[M], **named: Any) -> M:
    try:
        return found.get(**named)
    except ObjectDoesNotExist as nothing:
        said = _("No existe lo que pide, o ya no está.")
        raise Problem(404, "not_found", said) from nothing


def person(request: HttpRequest) -> Person:
    """Whose token it is: what ``Bearer`` found."""
    return cast(Person, request.auth)  # type: ignore[attr-defined]  # ninja puts it there
