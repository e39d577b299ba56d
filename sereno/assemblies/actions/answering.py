"""A matter becomes a commitment, or gets a reasoned no; and it is said how far a promise went."""

from datetime import date, datetime, time
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from sereno.assemblies import events
from sereno.assemblies.actions.proofs import verify_proof
from sereno.assemblies.actions.refusals import (
    AlreadyAnswered,
    AlreadyDecided,
    DueBackwards,
    NoProof,
    NotAPercentage,
    NothingSaid,
    NotPublished,
    NotTied,
    NotYet,
    SamePerson,
    TimeBackwards,
    TimeOverlaps,
)
from sereno.assemblies.models import (
    Advance,
    AnswerTime,
    Commitment,
    Matter,
    Proof,
    Refusal,
    Suggestion,
)
from sereno.assemblies.rules.drafts import AdvanceDraft
from sereno.logbook.actions import in_time, subject_of, write
from sereno.people.models import Person
from sereno.plans.actions import plan_of
from sereno.plans.models import Indicator, OrgUnit, Project, Target


@transaction.atomic
def commit(
    matter: Matter,
    text: str,
    *,
    project: Project,
    responsible: OrgUnit,
    due_on: date,
    by: Person,
    at: datetime,
    indicator: Indicator | None = None,
    target: Target | None = None,
    on_paper: bool = False,
) -> Commitment:
    """Promise it, by a project of a published plan. Once for each matter.

    What was promised ``on_paper`` may be past its day by now. Refuses ``NothingSaid``,
    ``DueBackwards``, ``NotTied``, ``NotPublished`` and ``AlreadyAnswered``.
    """
    if not text.strip():
        raise NothingSaid("text")
    if due_on < timezone.localdate(at) and not on_paper:
        raise DueBackwards(due_on)
    if target is not None:
        indicator = indicator or target.indicator
        if target.indicator_id != indicator.pk:
            raise NotTied(project.pk)
    if indicator is not None and indicator.project_id != project.pk:
        raise NotTied(project.pk)
    plan = plan_of(project)
    if plan.published_at is None:
        raise NotPublished(plan.slug)
    _unanswered(matter)
    commitment = Commitment.objects.create(
        matter=matter,
        text=text.strip(),
        project=project,
        indicator=indicator,
        target=target,
        responsible=responsible,
        due_on=due_on,
        made_at=at,
        made_by=by,
    )
    accepted = events.CommitmentAccepted(
        matter=subject_of(matter),
        project=subject_of(project),
        indicator=subject_of(indicator) if indicator else "",
        target=subject_of(target) if target else "",
        due_on=due_on.isoformat(),
    )
    write(accepted, about=commitment, by=by, at=at, after=matter)
    return commitment


@transaction.atomic
def propose_no(matter: Matter, reason: str, *, by: Person, at: datetime) -> Refusal:
    """Write the reason of a no; it is given by another person."""
    if not reason.strip():
        raise NothingSaid("reason")
    _unanswered(matter)
    refusal = Refusal.objects.create(
        matter=matter, reason=reason.strip(), proposed_at=at, proposed_by=by
    )
    proposed = events.RefusalProposed(matter=subject_of(matter))
    write(proposed, about=refusal, by=by, at=at, after=matter)
    return refusal


@transaction.atomic
def confirm_no(refusal: Refusal, *, by: Person, at: datetime) -> None:
    """Give the no. Refuses ``SamePerson`` and ``AlreadyDecided``."""
    _by_another(refusal.proposed_by_id, "refusal", by=by)
    in_time(at=at, after=refusal.proposed_at)
    waiting = Refusal.objects.standing().filter(pk=refusal.pk, confirmed_at=None)
    if not waiting.update(confirmed_at=at, confirmed_by=by):
        raise AlreadyDecided(subject_of(refusal))
    refusal.refresh_from_db()
    write(events.RefusalConfirmed(), about=refusal, by=by, at=at)


@transaction.atomic
def return_no(refusal: Refusal, *, because: str, by: Person, at: datetime) -> None:
    """Do not give it, and say why: the matter waits for another answer.

    Refuses ``NothingSaid``, ``AlreadyDecided`` and ``Backdated``.
    """
    if not because.strip():
        raise NothingSaid("because")
    in_time(at=at, after=refusal.proposed_at)
    waiting = Refusal.objects.standing().filter(pk=refusal.pk, confirmed_at=None)
    if not waiting.update(returned_at=at, returned_because=because.strip()):
        raise AlreadyDecided(subject_of(refusal))
    refusal.refresh_from_db()
    write(events.RefusalReturned(), about=refusal, by=by, at=at)


@transaction.atomic
def note_advance(
    commitment: Commitment,
    draft: AdvanceDraft,
    *,
    by: Person,
    at: datetime,
    today: date,
    proof: Proof | None = None,
) -> Advance:
    """Say what was done by a day; no percentage means that nobody knows it, never zero.

    Refuses ``NothingSaid``, ``NotYet``, ``NotAPercentage`` and ``NoProof``.
    """
    if not draft.result.strip():
        raise NothingSaid("result")
    if draft.as_of > today:
        raise NotYet(draft.as_of)
    if draft.percent is not None and not 0 <= draft.percent <= 100:
        raise NotAPercentage(str(draft.percent))
    if draft.percent and proof is None:
        raise NoProof(str(draft.percent))
    in_time(at=at, after=commitment.made_at)
    advance = Advance.objects.create(
        commitment=commitment,
        as_of=draft.as_of,
        result=draft.result.strip(),
        percent=draft.percent,
        proof=proof,
        noted_at=at,
        noted_by=by,
    )
    said = "" if draft.percent is None else str(draft.percent)
    noted = events.AdvanceNoted(percent=said)
    write(noted, about=advance, by=by, at=at, after=commitment)
    return advance


@transaction.atomic
def confirm_advance(advance: Advance, *, by: Person, at: datetime) -> None:
    """Open its proof and find it right: from now on it counts.

    Refuses ``SamePerson``, ``AlreadyDecided``, and ``NoProof`` where the proof does not work.
    """
    _by_another(advance.noted_by_id, "advance", by=by)
    in_time(at=at, after=advance.noted_at)
    if advance.proof is not None:
        _opened(advance.proof, percent=advance.percent, by=by, at=at)
    waiting = Advance.objects.filter(pk=advance.pk, confirmed_at=None)
    if not waiting.update(confirmed_at=at, confirmed_by=by):
        raise AlreadyDecided(subject_of(advance))
    advance.refresh_from_db()
    write(events.AdvanceConfirmed(), about=advance, by=by, at=at)


@transaction.atomic
def add_answer_time(
    days: int, *, starts_on: date, source: str, by: Person, at: datetime
) -> AnswerTime:
    """So many days for an answer from a day on; what was in force before ends the day before."""
    if not source.strip():
        raise NothingSaid("source")
    if AnswerTime.objects.filter(starts_on__gte=starts_on).exists():
        raise TimeOverlaps(starts_on)
    _refuse_backwards(starts_on, today=timezone.localdate(at))
    eve = date.fromordinal(starts_on.toordinal() - 1)
    AnswerTime.objects.filter(ends_on=None).update(ends_on=eve)
    made = AnswerTime.objects.create(days=days, starts_on=starts_on, source=source.strip())
    write(events.AnswerTimeAdded(days=days, since=starts_on.isoformat()), about=made, by=by, at=at)
    return made


def _refuse_backwards(starts_on: date, *, today: date) -> None:
    since = datetime.combine(starts_on, time.min, tzinfo=timezone.get_default_timezone())
    if starts_on >= today or not AnswerTime.objects.exists():
        return
    if Suggestion.objects.filter(received_at__gte=since).exists():
        raise TimeBackwards(starts_on)


def _opened(proof: Proof, *, percent: Decimal | None, by: Person, at: datetime) -> None:
    proof.refresh_from_db()
    if proof.rejected_at:
        raise NoProof(str(percent))
    if proof.verified_at is None:
        verify_proof(proof, works=True, by=by, at=at)


def _unanswered(matter: Matter) -> None:
    Matter.objects.select_for_update().get(pk=matter.pk)
    committed = Commitment.objects.filter(matter=matter).exists()
    if committed or Refusal.objects.standing().filter(matter=matter).exists():
        raise AlreadyAnswered(matter.pk)


def _by_another(author: int, what: str, *, by: Person) -> None:
    if author == by.pk:
        raise SamePerson(what)
