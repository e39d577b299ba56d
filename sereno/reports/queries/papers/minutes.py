"""The minutes and the certificate of an assembly: who came is counted, and nobody is named."""

from collections.abc import Iterator, Sequence

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from sereno.assemblies.models import Attendance, Commitment, Deliberation, Matter, Refusal
from sereno.reports.queries.papers.paper import (
    KEPT_BACK,
    Ask,
    Draft,
    Free,
    Lack,
    lacking,
    number_cell,
    whole,
    written,
)
from sereno.reports.rules import small_cells
from sereno.reports.rules.document import Cell, Column, Kind, Part, Sentence, Signer, Table
from sereno.web.rules import decimal

KIND = "minutes"
CAME = (Column("Grupo"), Column("Personas", Kind.NUMBER))
ASKED = (
    Column("Asunto"),
    Column("Lo que se pidió"),
    Column("Sugerencias", Kind.NUMBER),
    Column("Respuesta"),
)
SIGNERS = (
    Signer("Elaborado por", "Secretaría del Consejo"),
    Signer("Revisado por", "Asamblea Local Ciudadana"),
    Signer("Aprobado por", "Presidencia del Consejo"),
)
CERTIFIES = (Signer("Certifica", "Secretaría del Consejo"),)


def subjects() -> list[tuple[str, str]]:
    return [
        (f"deliberation:{each.pk}", f"{each.title}, {each.held_on:%d/%m/%Y}")
        for each in Deliberation.objects.order_by("-held_on", "-pk")
    ]


def compose(ask: Ask) -> Draft | None:
    kind, _colon, number = ask.subject.partition(":")
    held = Deliberation.objects.filter(pk=number).first() if kind == "deliberation" else None
    if held is None:
        return None
    free = (
        Free("orden", lazy("Orden del día"), lazy("Un punto por línea."), is_needed=True),
        Free(
            "desarrollo",
            lazy("Desarrollo"),
            lazy("Lo que se dijo, sin nombres."),
            is_needed=True,
            rows=8,
        ),
        Free("resoluciones", lazy("Resoluciones"), lazy("Una por línea."), is_needed=True),
    )
    counts = list(held.attendance.all())
    parts = (
        Part("Acta", labels=_labels(held)),
        *written("Orden del día", ask.text("orden")),
        *_attendance(counts),
        *written("Desarrollo", ask.text("desarrollo")),
        *_matters(held),
        *written("Resoluciones", ask.text("resoluciones")),
        Part("Firmas", signers=SIGNERS),
        _certificate(held, counts),
    )
    lacks = [] if counts else [Lack(_("La asistencia no se contó todavía"))]
    if held.minutes_id is None:
        lacks.append(Lack(_("Falta subir el acta firmada en papel")))
    document = whole(KIND, f"Acta: {held.title}", f"{held.held_on:%d/%m/%Y}", ask, parts)
    slug = f"acta-{held.held_on:%Y-%m-%d}-{held.pk}"
    return Draft(slug, held.held_on, held.held_on, document, free, (*lacks, *lacking(free, ask)))


def _labels(held: Deliberation) -> tuple[tuple[str, str], ...]:
    return (
        ("Clase", str(held.get_kind_display())),
        ("Fecha", f"{held.held_on:%d/%m/%Y}"),
        ("Lugar", held.place),
        ("Rinde cuentas del año", str(held.year)),
    )


def _attendance(counts: Sequence[Attendance]) -> Iterator[Part]:
    """By sex and by people, each with the small groups kept back, and what would tell them."""
    tables = [
        (Attendance.By.SEX, "sexo", "Asistencia por sexo"),
        (Attendance.By.PEOPLE, "pueblo", "Asistencia por autoidentificación"),
    ]
    for by, code, title in tables:
        mine = [row for row in counts if row.by == by]
        if mine:
            yield Part(title, table=Table(code, title, CAME, tuple(_rows(mine))))


def _rows(mine: Sequence[Attendance]) -> Iterator[tuple[Cell, ...]]:
    shown = small_cells.protect([row.count for row in mine], settings.MINIMUM_COUNT)
    for place, row in enumerate(mine):
        is_shown = shown is not None and shown[place] == small_cells.Cell.SHOWN
        count = number_cell(row.count) if is_shown else Cell(KEPT_BACK)
        yield Cell(str(row.get_group_display()).capitalize()), count
    yield Cell("Total"), number_cell(sum(row.count for row in mine))


def _matters(held: Deliberation) -> Iterator[Part]:
    """What was asked there, in the council's words; never what one person wrote."""
    found = Matter.objects.filter(suggestions__deliberation=held).distinct().order_by("pk")
    rows = tuple(
        (
            Cell(matter.title),
            Cell(matter.text),
            number_cell(matter.suggestions.filter(deliberation=held).count()),
            Cell(_answer(matter)),
        )
        for matter in found
    )
    if rows:
        table = Table("asuntos", "Lo que pidió la asamblea", ASKED, rows)
        yield Part("Sugerencias y recomendaciones", table=table)


def _answer(matter: Matter) -> str:
    commitment = Commitment.objects.filter(matter=matter).first()
    if commitment:
        return f"Compromiso: {commitment.text}"
    refusal = Refusal.objects.given().filter(matter=matter, returned_at=None).first()
    return f"No: {refusal.reason}" if refusal else "Sin respuesta todavía"


def _certificate(held: Deliberation, counts: Sequence[Attendance]) -> Part:
    by_sex = sum(row.count for row in counts if row.by == Attendance.By.SEX)
    came = f", con {decimal(by_sex)} asistentes" if by_sex else ""
    return Part(
        "Certificado",
        sentences=(
            Sentence(
                f"Se certifica que el {held.held_on:%d/%m/%Y}, en {held.place}, se realizó "
                f"«{held.title}» ({held.get_kind_display()}) por la rendición de cuentas "
                f"del año {held.year}{came}, y que esta acta es copia de lo que consta en los "
                "registros del Consejo."
            ),
        ),
        signers=CERTIFIES,
    )
