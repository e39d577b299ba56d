"""What people asked and what became of it, as open data; never a person's own words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from sereno.assemblies.models import Advance, Attendance, Deliberation, Matter
from sereno.assemblies.queries.asked import Answered, answered
from sereno.reports.queries.opened.table import Cells, Filter, Table
from sereno.reports.rules.opened import address, day, number, text, whole
from sereno.reports.rules.small_cells import Cell, protect


def _matters() -> QuerySet[Matter]:
    return Matter.objects.order_by("-year", "pk")


def _matter(found: Sequence[Matter], on: date) -> Iterable[Cells]:
    known = {one.matter.pk: one for one in _answered(found, on)}
    for matter in found:
        one = known[matter.pk]
        refused = one.refusal.confirmed_at if one.refusal else None
        yield (
            *(matter.pk, matter.year, matter.title, matter.text, one.asked, one.supported),
            *(one.fate, one.due_on, timezone.localdate(refused) if refused else None),
            one.refusal.reason if one.refusal else "",
            reverse("assemblies:matter", args=[matter.pk]),
        )


def _promised() -> QuerySet[Matter]:
    return _matters().filter(commitment__isnull=False)


def _commitment(found: Sequence[Matter], on: date) -> Iterable[Cells]:
    known = {one.matter.pk: one for one in _answered(found, on)}
    for matter in found:
        one = known[matter.pk]
        made, last = one.commitment, one.advance
        if made is None:  # it was taken away meanwhile
            continue
        proof = last.proof if last else None
        yield (
            *(made.pk, matter.pk, matter.year, made.text, made.responsible.name, made.due_on),
            *(made.project.objective.component.plan.slug, made.project_id, made.project.name),
            *(made.indicator.slug if made.indicator else "", made.target_id),
            *(timezone.localdate(made.made_at), one.fate, last.as_of if last else None),
            *(last.percent if last else None, last.result if last else ""),
            *(proof.link if proof else "", proof.sha256 if proof else ""),
            reverse("assemblies:matter", args=[matter.pk]),
        )


def _advances() -> QuerySet[Advance]:
    related = ("commitment", "proof")
    return (
        Advance.objects.confirmed().select_related(*related).order_by("commitment", "as_of", "pk")
    )


def _advance(found: Sequence[Advance], _on: date) -> Iterable[Cells]:
    for one in found:
        proof = one.proof
        yield (
            *(one.pk, one.commitment_id, one.as_of, one.percent, one.result),
            *(proof.title if proof else "", proof.link if proof else ""),
            proof.sha256 if proof else "",
        )


def _deliberations() -> QuerySet[Deliberation]:
    return Deliberation.objects.select_related("minutes").order_by("-held_on", "-pk")


def _deliberation(found: Sequence[Deliberation], _on: date) -> Iterable[Cells]:
    for one in found:
        kept = one.minutes
        yield (
            *(one.pk, one.year, one.kind, one.title, one.place, one.held_on),
            *(kept.link if kept else "", kept.sha256 if kept else ""),
        )


def _attendance() -> QuerySet[Attendance]:
    return Attendance.objects.order_by("-deliberation__held_on", "deliberation", "pk")


def _attended(found: Sequence[Attendance], _on: date) -> Iterable[Cells]:
    """Few people of a group in one room could be told apart, so a small count is kept back."""
    whole_of: dict[tuple[int, str], list[Attendance]] = defaultdict(list)
    rooms = {one.deliberation_id for one in found}
    for one in Attendance.objects.filter(deliberation__in=rooms):
        whole_of[one.deliberation_id, one.by].append(one)
    shown = {
        one.pk
        for groups in whole_of.values()
        for one, cell in zip(groups, _cells(groups), strict=True)
        if cell == Cell.SHOWN
    }
    for one in found:
        told = one.pk in shown
        yield (
            *(one.pk, one.deliberation_id, one.by, one.group),
            *(one.count if told else None, "" if told else "kept-back"),
        )


def _cells(groups: Sequence[Attendance]) -> Sequence[Cell]:
    counts = [one.count for one in groups]
    return protect(counts, settings.MINIMUM_COUNT) or [Cell.KEPT_BACK] * len(counts)


def _answered(found: Sequence[Matter], on: date) -> list[Answered]:
    return answered(Matter.objects.filter(pk__in=[one.pk for one in found]), on=on)


MATTERS = Table(
    "matters",
    "asuntos",
    "Asuntos que pidió la gente",
    "Cada asunto en palabras del Consejo: cuántos lo pidieron, y qué fue de él.",
    ("id",),
    (
        whole("id", "numero"),
        whole("year", "anio"),
        text("title", "asunto"),
        text("text", "detalle"),
        whole("asked", "sugerencias"),
        whole("supported", "apoyos"),
        text("fate", "estado", "waiting, late, committed, overdue, kept o refused."),
        day("due_on", "responder_hasta"),
        day("refused_on", "negado"),
        text("refused_because", "razon_del_no"),
        address("url", "direccion"),
    ),
    _matters,
    _matter,
    {"year": Filter("year", is_number=True)},
)
COMMITMENTS = Table(
    "commitments",
    "compromisos",
    "Compromisos y su avance",
    "Lo que el Consejo prometió sobre cada asunto, y lo último que se confirmó.",
    ("id",),
    (
        whole("id", "numero"),
        whole("matter", "asunto"),
        whole("year", "anio"),
        text("text", "compromiso"),
        text("responsible", "responsable"),
        day("due_on", "hasta"),
        text("plan", "plan"),
        whole("project", "numero_proyecto"),
        text("project_name", "proyecto"),
        text("indicator", "indicador"),
        whole("target", "meta"),
        day("made_on", "prometido"),
        text("fate", "estado", "committed, overdue o kept."),
        day("as_of", "avance_al"),
        number("percent", "avance_de_cien", "Vacío si no se sabe; no es cero."),
        text("result", "resultado"),
        text("evidence", "evidencia"),
        text("sha256", "sello_evidencia"),
        address("url", "direccion"),
    ),
    _promised,
    _commitment,
    {
        "year": Filter("year", is_number=True),
        "matter": Filter("pk", is_number=True),
        "plan": Filter("commitment__project__objective__component__plan__slug"),
        "project": Filter("commitment__project", is_number=True),
        "responsible": Filter("commitment__responsible__name"),
    },
)
ADVANCES = Table(
    "advances",
    "avances",
    "Avances confirmados de los compromisos",
    "Cada avance que otra persona confirmó, con su evidencia.",
    ("id",),
    (
        whole("id", "numero"),
        whole("commitment", "compromiso"),
        day("as_of", "avance_al"),
        number("percent", "avance_de_cien"),
        text("result", "resultado"),
        text("evidence_title", "titulo_evidencia"),
        text("evidence", "evidencia"),
        text("sha256", "sello_evidencia"),
    ),
    _advances,
    _advance,
    {"commitment": Filter("commitment", is_number=True)},
)
DELIBERATIONS = Table(
    "deliberations",
    "deliberaciones",
    "Asambleas y deliberaciones",
    "Cada encuentro convocado, también los que vienen.",
    ("id",),
    (
        whole("id", "numero"),
        whole("year", "anio_de_la_rendicion"),
        text("kind", "clase"),
        text("title", "titulo"),
        text("place", "lugar"),
        day("held_on", "dia"),
        text("minutes", "acta"),
        text("minutes_sha256", "sello_acta"),
    ),
    _deliberations,
    _deliberation,
    {"year": Filter("year", is_number=True), "kind": Filter("kind")},
)
ATTENDANCE = Table(
    "attendance",
    "asistencia",
    "Asistencia por grupos",
    "Cuántas personas de cada grupo fueron; lo muy pequeño no se dice.",
    ("id",),
    (
        whole("id", "numero"),
        whole("deliberation", "deliberacion"),
        text("by", "segun"),
        text("group", "grupo"),
        whole("count", "personas"),
        text("absence", "por_que_vacio"),
    ),
    _attendance,
    _attended,
    {"deliberation": Filter("deliberation", is_number=True)},
)
