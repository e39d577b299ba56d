"""What people asked and its fate, the steps of one suggestion, and the table of a year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Min, Prefetch, Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sereno.assemblies.models import (
    Advance,
    AnswerTime,
    Commitment,
    Matter,
    Refusal,
    Suggestion,
)
from sereno.assemblies.rules import account
from sereno.assemblies.rules.codes import digest
from sereno.assemblies.rules.fate import Fate, answer_due_on, fate
from sereno.web.rules import Absent


@dataclass(frozen=True)
class Answered:
    """A matter as the public reads it: how many asked, what was answered, how it stands."""

    matter: Matter
    fate: Fate
    due_on: date | None
    asked: int
    supported: int
    commitment: Commitment | None
    refusal: Refusal | None
    advance: Advance | None


@dataclass(frozen=True)
class Happened:
    """One step of the way, in plain words."""

    at: datetime
    words: str | Promise


@dataclass(frozen=True)
class Line:
    """A row of the table with what it can be followed to."""

    row: account.Row
    answered: Answered

    @property
    def is_known(self) -> bool:
        return not isinstance(self.row.percent, Absent)

    @property
    def link(self) -> str:
        """The address of the evidence, where it is one."""
        return self.row.evidence if self.row.evidence.startswith("http") else ""


def answered(matters: QuerySet[Matter], *, on: date) -> list[Answered]:
    """Each matter with its fate, in as many questions whatever their number."""
    advances = Advance.objects.confirmed().select_related("proof")
    commitments = Commitment.objects.select_related(
        "responsible", "project__objective__component__plan", "indicator", "target__indicator"
    ).prefetch_related(Prefetch("advances", advances, to_attr="heard"))
    given = Refusal.objects.given().filter(returned_at=None)
    found = matters.annotate(
        asked=Count("suggestions", distinct=True),
        supported=Count("supports", distinct=True),
        asked_at=Min("suggestions__received_at"),
    ).prefetch_related(
        Prefetch("commitment", commitments), Prefetch("refusals", given, to_attr="given")
    )
    times = list(AnswerTime.objects.all())
    return [_answered(matter, times, on=on) for matter in found]


def days_in_force(times: Iterable[AnswerTime], *, on: date) -> int | None:
    held = [t for t in times if t.starts_on <= on and (t.ends_on is None or t.ends_on >= on)]
    return held[-1].days if held else None


def due_on(asked_at: datetime | None, times: Iterable[AnswerTime]) -> date | None:
    """The last day for an answer, by the time in force on the day when it was asked."""
    asked_on = timezone.localdate(asked_at) if asked_at else None
    days = days_in_force(times, on=asked_on) if asked_on else None
    return answer_due_on(asked_on, days=days)


def followed(code: str) -> Suggestion | None:
    """The suggestion that a code follows; the code must have been put in order before."""
    found = Suggestion.objects.select_related("parish", "deliberation", "matter")
    return found.filter(code_digest=digest(code)).first()


def way(suggestion: Suggestion, matter: Answered | None) -> list[Happened]:
    """What became of a suggestion, step by step, oldest first; nothing but what counts."""
    steps = [Happened(suggestion.received_at, _("La sugerencia se recibió."))]
    if suggestion.grouped_at and matter:
        steps.append(Happened(suggestion.grouped_at, _("Se leyó y se reunió en un asunto.")))
    if matter and matter.commitment:
        steps.append(
            Happened(matter.commitment.made_at, _("El Consejo la aceptó como compromiso."))
        )
        steps.extend(
            Happened(one.confirmed_at, one.result) for one in _heard(matter) if one.confirmed_at
        )
    if matter and matter.refusal and matter.refusal.confirmed_at:
        said = _("El Consejo respondió que no, con su razón.")
        steps.append(Happened(matter.refusal.confirmed_at, said))
    return sorted(steps, key=lambda step: step.at)


def table(year: int) -> list[Line]:
    """What the account of a year must tell of what people asked before it."""
    until = date(year, 12, 31)
    lines = []
    for one in answered(Matter.objects.filter(year__lt=year).order_by("year", "pk"), on=until):
        asked = _asked(one)
        if account.belongs(asked, year=year):
            lines.append(Line(account.row(asked, until=until), one))
    return lines


def years(*, on: date) -> list[int]:
    """The years of whose account there is something to tell, the newest first."""
    first = Matter.objects.aggregate(first=Min("year"))["first"]
    return [] if first is None else list(range(on.year, first, -1))


def late_on(times: Iterable[AnswerTime], *, on: date) -> QuerySet[Suggestion]:
    """Suggestions in no matter yet whose time ran out, by the one in force when they came."""
    late = Q(pk__in=())
    for time in times:
        within = Q(received_at__date__gte=time.starts_on)
        within &= Q(received_at__date__lt=on - timedelta(days=time.days))
        if time.ends_on:
            within &= Q(received_at__date__lte=time.ends_on)
        late |= within
    return Suggestion.objects.waiting().filter(late)


def _answered(matter: Matter, times: list[AnswerTime], *, on: date) -> Answered:
    commitment = getattr(matter, "commitment", None)
    refusal = next(iter(vars(matter)["given"]), None)
    asked_at = vars(matter)["asked_at"]
    due = due_on(asked_at, times)
    heard = vars(commitment)["heard"] if commitment else []
    last = heard[-1] if heard else None
    return Answered(
        matter=matter,
        fate=fate(
            promised_until=commitment.due_on if commitment else None,
            kept=last is not None and last.percent == account.WHOLE,
            refused=refusal is not None,
            due_on=due,
            on=on,
        ),
        due_on=due,
        asked=vars(matter)["asked"],
        supported=vars(matter)["supported"],
        commitment=commitment,
        refusal=refusal,
        advance=last,
    )


def _heard(one: Answered) -> list[Advance]:
    found: list[Advance] = vars(one.commitment)["heard"] if one.commitment else []
    return found


def _asked(one: Answered) -> account.Asked:
    refused = one.refusal.confirmed_at if one.refusal else None
    return account.Asked(
        year=one.matter.year,
        words=one.matter.title,
        committed_on=timezone.localdate(one.commitment.made_at) if one.commitment else None,
        steps=[
            account.Step(told.as_of, told.result, told.percent, _evidence(told))
            for told in _heard(one)
        ],
        refused_on=timezone.localdate(refused) if refused else None,
        because=one.refusal.reason if one.refusal else "",
    )


def _evidence(advance: Advance) -> str:
    """The link, or the seal of the file: whoever reads the table can ask for it by that."""
    if advance.proof is None:
        return ""
    return advance.proof.link or f"SHA-256 {advance.proof.sha256}"


def due_for(suggestion: Suggestion) -> date | None:
    """The last day on which this suggestion must be answered."""
    return due_on(suggestion.received_at, AnswerTime.objects.all())
