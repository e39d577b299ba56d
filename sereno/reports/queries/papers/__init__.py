"""The documents a council owes besides its months of transparency, each composed from records."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from sereno.reports.models import Edition, FreeText
from sereno.reports.queries.papers import (
    form,
    goals_matrix,
    management,
    minutes,
    narrative,
    plan,
    work_plan,
)
from sereno.reports.queries.papers.paper import Ask, Draft, Paper
from sereno.reports.rules.document import Document
from sereno.web.personal import is_private

PAPERS: dict[str, Paper] = {
    paper.kind: paper
    for paper in (
        Paper(
            work_plan.KIND,
            _("Plan de trabajo tras la deliberación"),
            _("Lo que pidió la gente y lo que el Consejo prometió, por componente."),
            work_plan.subjects,
            work_plan.compose,
        ),
        Paper(
            narrative.KIND,
            _("Informe narrativo del año"),
            _("Las actividades contadas, cada frase con su cifra."),
            narrative.subjects,
            narrative.compose,
        ),
        Paper(
            management.KIND,
            _("Informe de gestión por sector"),
            _("Presupuesto, metas, alineación, conclusiones y firmas."),
            management.subjects,
            management.compose,
        ),
        Paper(
            form.KIND,
            _("Formulario de rendición de cuentas"),
            _("Todas las secciones para gobiernos locales, en Excel y en documento."),
            form.subjects,
            form.compose,
        ),
        Paper(
            minutes.KIND,
            _("Acta y certificado de una asamblea"),
            _("Fecha, lugar, asistencia por grupos y lo que se pidió; sin nombres."),
            minutes.subjects,
            minutes.compose,
        ),
        Paper(
            plan.KIND,
            _("Plan plurianual"),
            _("Diagnóstico, objetivos, actividades, metas y años."),
            plan.subjects,
            plan.compose,
        ),
        Paper(
            goals_matrix.KIND,
            _("Matriz de metas y objetivos (literal a4)"),
            _("La matriz de la ley de 2004, unidad por unidad."),
            goals_matrix.subjects,
            goals_matrix.compose,
        ),
    )
}


def texts_of(kind: str, subject: str) -> dict[str, str]:
    """What stands written for a document today."""
    found = FreeText.objects.standing().filter(document=kind, subject=subject)
    return dict(found.values_list("code", "text"))


def drafted(paper: Paper, ask: Ask) -> Draft | None:
    """The draft in the language of the document, whatever that of the page around it."""
    with override(settings.LANGUAGE_CODE):
        return paper.compose(ask)


def names_somebody(document: Document) -> list[str]:
    """Where a document holds personal data: its part, and the row and column in a table."""
    found = [
        f"{cited.slug}, {shown.title}"
        for cited in document.figures
        for shown in cited.evidence
        if is_private(shown.title)
    ]
    for part in document.parts:
        prose = (*part.paragraphs, *(each.text for each in part.sentences))
        labels = (said for _name, said in part.labels)
        found += [part.heading for text in (*prose, *labels) if is_private(text)]
        for number, row in enumerate(part.table.rows if part.table else (), 1):
            for column, cell in zip(part.table.columns if part.table else (), row, strict=True):
                if is_private(cell.text):
                    found.append(f"{part.heading}, fila {number}, {column.name}")
    return found


def editions() -> list[Edition]:
    """Every published edition that is no month of transparency, those in force first."""
    found = Edition.objects.published().exclude(kind=Edition.Kind.TRANSPARENCY)
    return list(found.defer("content").select_related("corrects").order_by("-published_at"))
