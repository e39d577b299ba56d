"""What was promised, as open data: plans, their diagnosis, indicators and targets."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from sereno.plans.models import Alignment, Indicator, Plan, Problem, Target
from sereno.reports.models import Figure
from sereno.reports.queries.goals import judged, standing_figures
from sereno.reports.queries.opened.table import Cells, Filter, Table
from sereno.reports.rules.opened import address, day, moment, number, text, whole, yes

OF_INDICATOR = "project__objective__component__plan"


def _plans() -> QuerySet[Plan]:
    return Plan.objects.filter(published_at__isnull=False).order_by("-starts_on", "slug")


def _plan(found: Sequence[Plan], _on: date) -> Iterable[Cells]:
    for plan in found:
        where = reverse("reports:plan", args=[plan.slug])
        yield (
            *(plan.slug, plan.kind, plan.title, plan.source, plan.starts_on, plan.ends_on),
            *(plan.published_at, where),
        )


def _problems() -> QuerySet[Problem]:
    return (
        Problem.objects.filter(plan__published_at__isnull=False)
        .select_related("plan")
        .prefetch_related("objectives__component")
        .order_by("plan__slug", "position", "pk")
    )


def _problem(found: Sequence[Problem], _on: date) -> Iterable[Cells]:
    for problem in found:
        answers = " ".join(
            f"{objective.component.position}.{objective.position}"
            for objective in problem.objectives.all()
        )
        yield (
            *(problem.pk, problem.plan.slug, problem.theme, problem.text),
            *(problem.zones, problem.actors, answers),
        )


def _alignments() -> QuerySet[Alignment]:
    return (
        Alignment.objects.filter(objective__component__plan__published_at__isnull=False)
        .select_related("objective__component__plan", "serves__catalogue")
        .order_by("objective__component__plan__slug", "objective_id", "pk")
    )


def _alignment(found: Sequence[Alignment], _on: date) -> Iterable[Cells]:
    for one in found:
        objective, serves = one.objective, one.serves
        yield (
            *(one.pk, objective.component.plan.slug, objective.text),
            *(serves.catalogue.code, serves.number, serves.title),
        )


def _indicators() -> QuerySet[Indicator]:
    return (
        Indicator.objects.filter(**{f"{OF_INDICATOR}__published_at__isnull": False})
        .select_related("project__responsible", OF_INDICATOR)
        .order_by(f"{OF_INDICATOR}__slug", "pk")
    )


def _indicator(found: Sequence[Indicator], _on: date) -> Iterable[Cells]:
    for one in found:
        project = one.project
        objective = project.objective
        yield (
            *(one.slug, one.name, one.definition, one.unit, one.direction, one.accumulates),
            *(one.over_time, one.over_place, one.baseline, one.baseline_note, one.verification),
            *(one.is_computed, objective.component.plan.slug, objective.component.name),
            *(objective.text, project.pk, project.name, project.responsible.name),
            reverse("reports:goal", args=[one.slug]),
        )


def _targets() -> QuerySet[Target]:
    return (
        Target.objects.filter(**{f"indicator__{OF_INDICATOR}__published_at__isnull": False})
        .select_related("parish", f"indicator__{OF_INDICATOR}")
        .order_by("indicator__slug", "starts_on", "pk")
    )


def _target(found: Sequence[Target], on: date) -> Iterable[Cells]:
    """Of a parish only the promise: beside it, how far it got would tell its number."""
    latest: dict[int, list[Figure]] = defaultdict(list)
    cantonal = [target.pk for target in found if target.parish_id is None]
    for figure in standing_figures().filter(measurement__target__in=cantonal):
        latest[figure.measurement.target_id].append(figure)
    for target in found:
        yield (*_promise(target), *_reached(target, latest[target.pk], on))


def _promise(target: Target) -> Cells:
    return (
        *(target.pk, target.indicator.slug, target.kind, target.said, target.source_words),
        *(target.value, target.high, target.every_days, target.universe, target.universe_size),
        *(target.group, target.parish.name if target.parish else ""),
        *(target.starts_on, target.ends_on),
    )


def _reached(target: Target, figures: list[Figure], on: date) -> Cells:
    if target.parish_id is not None:
        return ("", None, "", "")
    goal = judged(target, figures, on=on)
    progress: Any = goal.progress
    figure = goal.figure.slug if goal.figure else ""
    return (progress.state, progress.ratio, goal.standing, figure)


PLANS = Table(
    "plans",
    "planes",
    "Planes publicados",
    "Cada plan que el Consejo publicó.",
    ("slug",),
    (
        text("slug", "codigo"),
        text("kind", "clase"),
        text("title", "titulo"),
        text("source", "fuente"),
        day("starts_on", "desde"),
        day("ends_on", "hasta"),
        moment("published_at", "publicado"),
        address("url", "direccion"),
    ),
    _plans,
    _plan,
    {"kind": Filter("kind")},
)
PROBLEMS = Table(
    "problems",
    "diagnostico",
    "Diagnóstico",
    "Los problemas que cada plan encontró, dónde, y los objetivos que los responden.",
    ("id",),
    (
        whole("id", "numero"),
        text("plan", "plan"),
        text("theme", "tema"),
        text("text", "problema"),
        text("zones", "zonas"),
        text("actors", "actores"),
        text("objectives", "objetivos", "Componente y objetivo, como 1.2."),
    ),
    _problems,
    _problem,
    {"plan": Filter("plan__slug")},
)
ALIGNMENTS = Table(
    "alignments",
    "alineacion",
    "Alineación",
    "Los objetivos nacionales y mundiales a los que sirve cada objetivo.",
    ("id",),
    (
        whole("id", "numero"),
        text("plan", "plan"),
        text("objective", "objetivo"),
        text("catalogue", "catalogo"),
        text("number", "numero_en_catalogo"),
        text("title", "objetivo_del_catalogo"),
    ),
    _alignments,
    _alignment,
    {
        "plan": Filter("objective__component__plan__slug"),
        "catalogue": Filter("serves__catalogue__code"),
    },
)
INDICATORS = Table(
    "indicators",
    "indicadores",
    "Indicadores",
    "Qué se cuenta, hacia dónde debe ir y quién responde.",
    ("slug",),
    (
        text("slug", "codigo"),
        text("name", "indicador"),
        text("definition", "definicion"),
        text("unit", "unidad"),
        text("direction", "direccion_deseada"),
        yes("accumulates", "acumula"),
        text("over_time", "en_el_tiempo"),
        text("over_place", "en_el_territorio"),
        number("baseline", "linea_de_base", "Vacía si no se conoce."),
        text("baseline_note", "nota_linea_de_base"),
        text("verification", "medio_de_verificacion"),
        yes("is_computed", "calculado", "Sale de los registros y no se escribe a mano."),
        text("plan", "plan"),
        text("component", "componente"),
        text("objective", "objetivo"),
        whole("project", "numero_proyecto"),
        text("project_name", "proyecto"),
        text("responsible", "responsable"),
        address("url", "direccion"),
    ),
    _indicators,
    _indicator,
    {
        "plan": Filter(f"{OF_INDICATOR}__slug"),
        "project": Filter("project", is_number=True),
        "responsible": Filter("project__responsible__name"),
    },
)
TARGETS = Table(
    "targets",
    "metas",
    "Metas y avance",
    "Lo prometido y hasta dónde llegó, según la última cifra publicada.",
    ("id",),
    (
        whole("id", "numero"),
        text("indicator", "indicador"),
        text("kind", "clase"),
        text("said", "meta"),
        text("source_words", "palabras_del_documento"),
        number("value", "valor"),
        number("high", "hasta_valor"),
        whole("every_days", "cada_dias"),
        text("universe", "universo"),
        whole("universe_size", "tamano_universo"),
        text("group", "grupo"),
        text("parish", "parroquia", "Vacía si es de todo el cantón."),
        day("starts_on", "desde"),
        day("ends_on", "hasta"),
        text("state", "estado", "Vacío en las parroquias: su número puede ser pequeño."),
        number("ratio", "avance", "1 es lo prometido; vacío si no se sabe."),
        text("standing", "situacion"),
        text("figure", "cifra"),
    ),
    _targets,
    _target,
    {
        "indicator": Filter("indicator__slug"),
        "plan": Filter(f"indicator__{OF_INDICATOR}__slug"),
        "parish": Filter("parish__name"),
        "kind": Filter("kind"),
    },
)
