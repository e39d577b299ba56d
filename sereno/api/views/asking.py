"""What people asked, taken down by a program, and what the council answers to it."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal, cast

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import File, Form, Query, Router, Schema, Status, UploadedFile
from pydantic import Field

from sereno.api.views.auth import Bearer
from sereno.api.views.incoming import Count, Link, Number, Said, Unit, words
from sereno.api.views.problems import Problem
from sereno.api.views.staff import REFUSED, one_of, person
from sereno.assemblies import actions
from sereno.assemblies.models import (
    Advance,
    Commitment,
    Deliberation,
    Matter,
    Proof,
    Refusal,
    Suggestion,
)
from sereno.assemblies.rules.codes import code_from, new_code
from sereno.assemblies.rules.drafts import (
    AdvanceDraft,
    MatterDraft,
    ProofDraft,
    SuggestionDraft,
)
from sereno.plans.models import Indicator, OrgUnit, Project, Target
from sereno.territory.models import Parish

MOST = 1000
Year = Annotated[int, Field(ge=2000, le=2100)]


class SuggestionIn(Schema):
    """The words of one person as they were said or written, and how to reach them if they wish."""

    text: Said
    channel: Literal["table", "paper"]
    parish: Annotated[str, words(120)] = ""
    deliberation: Count | None = None
    contact: Annotated[str, words(200)] = ""


class HeardOut(Schema):
    """``code`` is for the person who asked: it is kept nowhere, and follows the suggestion."""

    id: int
    code: str


class SuggestionOut(Schema):
    id: int
    text: str
    channel: str
    parish: str
    deliberation: int | None
    matter: int | None
    received_at: datetime


class SuggestionPage(Schema):
    total: int
    items: list[SuggestionOut]


class GroupIn(Schema):
    suggestions: Annotated[list[Count], Field(min_length=1, max_length=MOST)]


class MatterIn(Schema):
    """What several suggestions ask, in the council's words; this is what the public reads."""

    title: Annotated[str, words(160, least=1)]
    text: Said
    year: Year
    suggestions: Annotated[list[Count], Field(max_length=MOST)] = []


class CommitmentIn(Schema):
    """What will be done, by a project of a published plan, by whom and until when."""

    text: Said
    project: Count
    responsible: Unit
    due_on: date
    indicator: Count | None = None
    target: Count | None = None


class ReasonIn(Schema):
    reason: Said


class AdvanceIn(Schema):
    """What was done by a day; ``percent`` is null where nobody knows it."""

    as_of: date
    result: Said
    percent: Annotated[Decimal, Field(max_digits=5, decimal_places=2)] | None = None
    proof: Count | None = None


class MadeOut(Schema):
    id: int


class ProofOut(MadeOut):
    sha256: str
    link: str


router = Router(tags=["staff"])
answers, confirms = Bearer("suggestion.answer"), Bearer("suggestion.confirm")
MADE: dict[Any, Any] = {201: MadeOut, **REFUSED}
DONE: dict[Any, Any] = {200: MadeOut, **REFUSED}


@router.get(
    "/suggestions", auth=Bearer("suggestion.see"), response={200: SuggestionPage, **REFUSED}
)
def suggestions(
    request: HttpRequest,
    waiting: Annotated[Literal["", "yes"], Query("")] = "",
    limit: Annotated[int, Query(100, ge=1, le=MOST)] = 100,
    offset: Annotated[int, Query(0, ge=0, le=10_000_000)] = 0,
) -> dict[str, Any]:
    """What people said, the oldest first; never how to reach them."""
    found = Suggestion.objects.select_related("parish").order_by("received_at", "pk")
    found = found.waiting() if waiting else found
    told = [
        {
            "id": one.pk,
            "text": one.text,
            "channel": one.channel,
            "parish": one.parish.name if one.parish else "",
            "deliberation": one.deliberation_id,
            "matter": one.matter_id,
            "received_at": one.received_at,
        }
        for one in found[offset : offset + limit]
    ]
    return {"total": found.count(), "items": told}


@router.post("/suggestions", auth=Bearer("suggestion.take"), response={201: HeardOut, **REFUSED})
def take(request: HttpRequest, told: SuggestionIn) -> Status[dict[str, Any]]:
    """Take down what a person says at the table, or wrote on paper."""
    asked = cast(Any, request)
    # Of a request that may be repeated the code is worked out, so that the person gets one.
    code = code_from(asked.secret) if asked.secret else new_code()
    kept = actions.receive(
        SuggestionDraft(told.text, told.channel, told.contact),
        code=code,
        parish=_named(Parish, told.parish, "parish") if told.parish else None,
        deliberation=_known(Deliberation, told.deliberation, "deliberation"),
        by=person(request),
        at=timezone.now(),
    )
    asked.code = code
    return Status(201, {"id": kept.pk, "code": code})


@router.post("/matters/open", auth=Bearer("suggestion.group"), response=MADE)
def open_matter(request: HttpRequest, told: MatterIn) -> Status[dict[str, int]]:
    """Say in the council's words what these suggestions ask, and put them into it."""
    draft = MatterDraft(told.title, told.text, told.year)
    kept = actions.open_matter(
        draft, _each(told.suggestions), by=person(request), at=timezone.now()
    )
    return Status(201, {"id": kept.pk})


@router.post("/matters/{pk}/suggestions", auth=Bearer("suggestion.group"), response=DONE)
def group(request: HttpRequest, pk: Number, told: GroupIn) -> dict[str, int]:
    """Put more suggestions into a matter: all of them, or none."""
    matter = one_of(Matter.objects.all(), pk=pk)
    actions.group(_each(told.suggestions), matter, by=person(request), at=timezone.now())
    return {"id": pk}


@router.post("/matters/{pk}/commitment", auth=answers, response=MADE)
def commit(request: HttpRequest, pk: Number, told: CommitmentIn) -> Status[dict[str, int]]:
    """Promise it. Once for each matter."""
    project = _known(Project, told.project, "project")
    kept = actions.commit(
        one_of(Matter.objects.all(), pk=pk),
        told.text,
        project=project,
        responsible=_named(OrgUnit, told.responsible, "responsible"),
        due_on=told.due_on,
        indicator=_known(Indicator, told.indicator, "indicator"),
        target=_known(Target, told.target, "target"),
        by=person(request),
        at=timezone.now(),
    )
    return Status(201, {"id": kept.pk})


@router.post("/matters/{pk}/refusal", auth=answers, response=MADE)
def propose_no(request: HttpRequest, pk: Number, told: ReasonIn) -> Status[dict[str, int]]:
    """Write the reason of a no; another person gives it."""
    matter = one_of(Matter.objects.all(), pk=pk)
    kept = actions.propose_no(matter, told.reason, by=person(request), at=timezone.now())
    return Status(201, {"id": kept.pk})


@router.post("/refusals/{pk}/confirm", auth=confirms, response=DONE)
def confirm_no(request: HttpRequest, pk: Number) -> dict[str, int]:
    found = one_of(Refusal.objects.all(), pk=pk)
    actions.confirm_no(found, by=person(request), at=timezone.now())
    return {"id": pk}


@router.post("/refusals/{pk}/return", auth=confirms, response=DONE)
def return_no(request: HttpRequest, pk: Number, told: ReasonIn) -> dict[str, int]:
    found = one_of(Refusal.objects.all(), pk=pk)
    actions.return_no(found, because=told.reason, by=person(request), at=timezone.now())
    return {"id": pk}


@router.post("/commitments/{pk}/advances", auth=answers, response=MADE)
def note_advance(request: HttpRequest, pk: Number, told: AdvanceIn) -> Status[dict[str, int]]:
    """Say what was done by a day; it counts once another person confirms it."""
    at = timezone.now()
    kept = actions.note_advance(
        one_of(Commitment.objects.all(), pk=pk),
        AdvanceDraft(told.as_of, told.result, told.percent),
        proof=_known(Proof, told.proof, "proof"),
        by=person(request),
        at=at,
        today=timezone.localdate(at),
    )
    return Status(201, {"id": kept.pk})


@router.post("/advances/{pk}/confirm", auth=confirms, response=DONE)
def confirm_advance(request: HttpRequest, pk: Number) -> dict[str, int]:
    """Say that its proof was opened and is right: from now on it counts."""
    found = one_of(Advance.objects.select_related("proof"), pk=pk)
    actions.confirm_advance(found, by=person(request), at=timezone.now())
    return {"id": pk}


@router.post("/proofs", auth=answers, response={201: ProofOut, **REFUSED})
def add_proof(
    request: HttpRequest,
    title: Annotated[str, Form(min_length=1, max_length=200, pattern=r"^[^\x00]*$")],
    link: Annotated[Link, Form("")] = "",
    file: File[UploadedFile | None] = None,
) -> Status[dict[str, Any]]:
    """Keep a PDF under its SHA-256, or a link: what an advance can name as its proof."""
    content = file.read() if file is not None else None
    draft = ProofDraft(title, link=link, file=content)
    kept = actions.add_proof(draft, by=person(request), at=timezone.now())
    return Status(201, {"id": kept.pk, "sha256": kept.sha256, "link": kept.link})


def _each(numbers: list[int]) -> list[Suggestion]:
    """The suggestions by their numbers; one that is not there is named by its place."""
    found = Suggestion.objects.in_bulk(numbers)
    for place, number in enumerate(numbers):
        if number not in found:
            raise _missing(f"suggestions.{place}")
    return [found[number] for number in dict.fromkeys(numbers)]


def _known(kind: type[Any], number: int | None, where: str) -> Any:
    if number is None:
        return None
    found = kind.objects.filter(pk=number).first()
    if found is None:
        raise _missing(where)
    return found


def _named(kind: type[Any], name: str, where: str) -> Any:
    found = kind.objects.filter(name=name).first()
    if found is None:
        raise _missing(where)
    return found


def _missing(where: str) -> Problem:
    return Problem(404, "not_found", _("%s: no existe, o ya no está.") % where, where=where)
