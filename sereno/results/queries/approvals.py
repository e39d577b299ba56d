"""Everything that waits for the director, of whatever room, the oldest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sereno.assemblies.models import Refusal
from sereno.people.models import Person
from sereno.plans.budget.models import Correction
from sereno.plans.budget.queries.statement import preview
from sereno.plans.models import Plan, TargetChange
from sereno.results.models import Measurement
from sereno.results.queries import measurements

MEASUREMENT, CHANGE, PLAN, NO, CORRECTION = "measurement", "change", "plan", "no", "correction"
# What each kind takes to be decided on; who may not is not shown it.
ACTS = {
    MEASUREMENT: "measurement.approve",
    CHANGE: "target.confirm",
    PLAN: "plan.publish",
    NO: "suggestion.confirm",
    CORRECTION: "budget.approve",
}


@dataclass(frozen=True)
class Proof:
    """Something to look at before deciding."""

    words: str
    address: str


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

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.pk}"

    @property
    def may_return(self) -> bool:
        """A plan in draft is amended by who writes it; it has nothing to be sent back."""
        return self.kind != PLAN


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
            % {"day": f"{one.last_at:%d/%m/%Y}", "said": said, "target": target.said},
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


def _plans() -> Iterator[Waiting]:
    drafts = Plan.objects.filter(published_at=None).select_related("drafted_by")
    promised = drafts.annotate(
        targets=Count("components__objectives__projects__indicators__targets")
    )
    for one in promised.filter(targets__gt=0):
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
        )


_LISTS = {
    MEASUREMENT: _measurements,
    CHANGE: _changes,
    PLAN: _plans,
    NO: _noes,
    CORRECTION: _corrections,
}


def kinds(listed: Iterable[Waiting]) -> dict[str, list[Waiting]]:
    """What waits by its kind, in the order in which a director reads it."""
    found: dict[str, list[Waiting]] = {kind: [] for kind in ACTS}
    for one in listed:
        found[one.kind].append(one)
    return {kind: some for kind, some in found.items() if some}
