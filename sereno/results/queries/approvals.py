"""Everything that waits for the director, of whatever room, the oldest first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sereno.assemblies.models import Advance, Refusal
from sereno.assemblies.models import Proof as Shown
from sereno.people.models import Person
from sereno.people.queries import tells
from sereno.plans.budget.models import Correction
from sereno.plans.budget.queries.statement import Change, preview
from sereno.plans.budget.templatetags.budget import column
from sereno.plans.models import Plan, TargetChange, TaskChange, TaskProgress
from sereno.plans.rules import printing
from sereno.results.models import Measurement
from sereno.results.queries import measurements

MEASUREMENT, CHANGE, PLAN, NO, CORRECTION = "measurement", "change", "plan", "no", "correction"
TASK, PROGRESS, ADVANCE = "task", "progress", "advance"
# What each kind takes to be decided on; who may not is not shown it.
ACTS = {
    MEASUREMENT: "measurement.approve",
    CHANGE: "target.confirm",
    TASK: "target.confirm",
    PROGRESS: "task.confirm",
    PLAN: "plan.publish",
    NO: "suggestion.confirm",
    ADVANCE: "suggestion.confirm",
    CORRECTION: "budget.approve",
}


@dataclass(frozen=True)
class Proof:
    """Something to look at before deciding."""

    words: str
    address: str


@dataclass(frozen=True)
class Moved:
    """One number that a decision would change: what it is, what stands, what would stand."""

    words: str
    old: Decimal | None
    new: Decimal | None


@dataclass(frozen=True)
class Waiting:
    """A thing that waits: what it changes, why, who asked, and what shows it."""

    kind: str
    pk: int
    title: str
    address: str
    changes: str
    because: str
    by: Person
    at: datetime
    proofs: list[Proof] = field(default_factory=list)
    warning: str = ""
    lines: list[Moved] = field(default_factory=list)

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.pk}"

    @property
    def may_return(self) -> bool:
        """A plan in draft is amended by who writes it; of a proof that fails, its page is told."""
        return self.kind not in {PLAN, ADVANCE}


@tells("results:approvals")
def waits_for(person: Person, _today: date) -> list[str]:
    """How many things this person may decide on, in words for the start page."""
    count = len(waiting(person))
    return [_("%(count)d por decidir") % {"count": count}] if count else []


def waiting(person: Person) -> list[Waiting]:
    """What this person may decide on, and did not ask for."""
    found: list[Waiting] = []
    for kind, listed in _LISTS.items():
        if person.may(ACTS[kind]):
            found += listed()
    others = (one for one in found if one.by.pk != person.pk)
    return sorted(others, key=lambda one: one.at)


def _measurements() -> Iterator[Waiting]:
    for one in measurements().filter(pk__in=Measurement.objects.to_approve()):
        target = one.target
        said = str(one.said) if one.value is not None else one.get_absence_display()
        day = f"{timezone.localdate(one.last_at):%d/%m/%Y}"
        sheet = Proof(_("hoja de trabajo"), reverse("results:sheet", args=[one.pk]))
        shown = [
            Proof(proof.title, proof.link or reverse("results:evidence", args=[proof.pk]))
            for proof in one.evidence.all()
        ]
        yield Waiting(
            kind=MEASUREMENT,
            pk=one.pk,
            title=target.indicator.name,
            address=reverse("results:measurement", args=[one.pk]),
            changes=_("El resultado al %(day)s pasa a ser %(said)s. Meta: %(target)s.")
            % {"day": day, "said": said, "target": target.said},
            because=one.note,
            by=one.measured_by,
            at=one.measured_at,
            proofs=[*shown, sheet],
            warning="" if one.is_whole() else _("El sello no coincide: no la apruebe."),
        )


def _changes() -> Iterator[Waiting]:
    for one in TargetChange.objects.waiting().select_related("target__indicator", "proposed_by"):
        yield Waiting(
            kind=CHANGE,
            pk=one.pk,
            title=one.target.indicator.name,
            address=f"{reverse('results:target', args=[one.target_id])}#cambios",
            changes=_("La meta pasa de %(old)s a %(new)s desde hoy.")
            % {"old": one.old_said, "new": one.new_said},
            because=one.because,
            by=one.proposed_by,
            at=one.proposed_at,
        )


def _reprogrammings() -> Iterator[Waiting]:
    for one in TaskChange.objects.waiting().select_related("task", "proposed_by"):
        yield Waiting(
            kind=TASK,
            pk=one.pk,
            title=one.task.name,
            address=f"{reverse('plans:task', args=[one.task_id])}#cambios",
            changes=_("La actividad pasa a hacerse del %(first)s al %(last)s desde hoy.")
            % {
                "first": f"{one.becomes.starts_on:%d/%m/%Y}",
                "last": f"{one.becomes.ends_on:%d/%m/%Y}",
            },
            because=one.because,
            by=one.proposed_by,
            at=one.proposed_at,
            lines=_moved(one),
        )


def _moved(change: TaskChange) -> list[Moved]:
    """What of an activity's programming would be otherwise, month by month."""
    was, becomes = change.was, change.becomes
    pairs = [
        (_("Costo (USD)"), was.cost, becomes.cost),
        *zip(MONTHS.values(), *padded(was.shares, becomes.shares), strict=True),
        *zip(MONTHS.values(), *padded(was.spending, becomes.spending), strict=True),
    ]
    return [Moved(str(words), old, new) for words, old, new in pairs if old != new]


def padded(*listed: Sequence[Decimal]) -> list[Sequence[Decimal | None]]:
    return [parts or [None] * len(MONTHS) for parts in listed]


def _progress() -> Iterator[Waiting]:
    for one in TaskProgress.objects.waiting().select_related("task", "told_by"):
        proofs = [Proof(_("evidencia"), one.evidence)] if one.evidence else []
        yield Waiting(
            kind=PROGRESS,
            pk=one.pk,
            title=one.task.name,
            address=f"{reverse('plans:task', args=[one.task_id])}#avance-{one.pk}",
            changes=_("Hasta fin de %(month)s de %(year)s está hecho %(done)s.")
            % {
                "month": str(MONTHS[one.month]).lower(),
                "year": one.year,
                "done": printing.share(one.done),
            },
            because=one.note,
            by=one.told_by,
            at=one.told_at,
            proofs=proofs,
        )


def _plans() -> Iterator[Waiting]:
    drafts = Plan.objects.filter(published_at=None).select_related("drafted_by")
    project = "components__objectives__projects"
    promised = drafts.annotate(
        targets=Count(f"{project}__indicators__targets", distinct=True),
        tasks=Count(f"{project}__tasks", distinct=True),
    )
    for one in promised.filter(Q(targets__gt=0) | Q(tasks__gt=0)):
        yield Waiting(
            kind=PLAN,
            pk=one.pk,
            title=one.title,
            address=reverse("plans:plan", args=[one.slug]),
            changes=ngettext(
                "Se publica con %(count)d meta y desde entonces no cambia.",
                "Se publica con %(count)d metas y desde entonces no cambian.",
                one.targets,
            )
            % {"count": one.targets},
            because=one.source,
            by=one.drafted_by,
            at=one.drafted_at,
        )


def _noes() -> Iterator[Waiting]:
    standing = Refusal.objects.standing().filter(confirmed_at=None)
    for one in standing.select_related("matter", "proposed_by"):
        yield Waiting(
            kind=NO,
            pk=one.pk,
            title=str(one.matter),
            address=reverse("assemblies:answer", args=[one.matter_id]),
            changes=_("A quienes lo pidieron se les responde que no, con esta razón."),
            because=one.reason,
            by=one.proposed_by,
            at=one.proposed_at,
        )


def _advances() -> Iterator[Waiting]:
    noted = Advance.objects.filter(confirmed_at=None, proof__rejected_at=None)
    for one in noted.select_related("commitment__matter", "noted_by", "proof"):
        day = f"{one.as_of:%d/%m/%Y}"
        far = printing.share(one.percent) if one.percent is not None else _("sin dato")
        yield Waiting(
            kind=ADVANCE,
            pk=one.pk,
            title=str(one.commitment.matter),
            address=reverse("assemblies:answer", args=[one.commitment.matter_id]),
            changes=_("El compromiso pasa a %(far)s al %(day)s. Abra la prueba antes de aprobar.")
            % {"far": far, "day": day},
            because=one.result,
            by=one.noted_by,
            at=one.noted_at,
            proofs=[_shown(one.proof)] if one.proof else [],
        )


def _shown(proof: Shown) -> Proof:
    return Proof(proof.title, proof.link or reverse("assemblies:proof", args=[proof.pk]))


def _corrections() -> Iterator[Waiting]:
    open_ = Correction.objects.filter(agreed_at=None, refused_at=None)
    for one in open_.select_related("month", "proposed_by"):
        seen = preview(one.text, year=one.month.year, number=one.month.number, creates=False)
        yield Waiting(
            kind=CORRECTION,
            pk=one.pk,
            title=_("Presupuesto de %(month)s") % {"month": one.month},
            address=f"{reverse('budget:corrections')}#correccion-{one.pk}",
            changes=ngettext(
                "Cambia %(count)d partida de un mes cerrado.",
                "Cambia %(count)d partidas de un mes cerrado.",
                len(seen.kept),
            )
            % {"count": len(seen.kept)},
            because=one.reason,
            by=one.proposed_by,
            at=one.proposed_at,
            lines=[
                Moved(f"{change.row.code} {column(name)}", _exact(was), _exact(now))
                for change in seen.kept
                for name, was, now in change.moved or _whole(change)
            ],
            warning=ngettext(
                "%(count)d fila de la corrección ya no se puede leer: no entraría.",
                "%(count)d filas de la corrección ya no se pueden leer: no entrarían.",
                len(seen.rejects),
            )
            % {"count": len(seen.rejects)}
            if seen.rejects
            else "",
        )


def _whole(change: Change) -> list[tuple[str, object, object]]:
    """A line of which the month said nothing before."""
    return [(name, None, value) for name, value in change.row.amounts.named().items()]


def _exact(value: object) -> Decimal | None:
    return value if isinstance(value, Decimal) else None


_LISTS = {
    MEASUREMENT: _measurements,
    CHANGE: _changes,
    TASK: _reprogrammings,
    PROGRESS: _progress,
    PLAN: _plans,
    NO: _noes,
    ADVANCE: _advances,
    CORRECTION: _corrections,
}


def kinds(listed: Iterable[Waiting]) -> dict[str, list[Waiting]]:
    """What waits by its kind, in the order in which a director reads it."""
    found: dict[str, list[Waiting]] = {kind: [] for kind in ACTS}
    for one in listed:
        found[one.kind].append(one)
    return {kind: some for kind, some in found.items() if some}
