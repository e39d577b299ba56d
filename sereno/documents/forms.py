"""The forms of a document: what is brought in, where it goes, and what its columns are."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sereno.documents.models import Document
from sereno.documents.readers.kinds import KINDS
from sereno.documents.rules.rows import plain
from sereno.plans.forms import PlanForm
from sereno.plans.models import Plan

# The words people see for the fields of a row; the JSON of a reading names them in English.
FIELDS: dict[str, Any] = {
    "component": _("Componente"),
    "unit_name": _("Unidad"),
    "objective": _("Objetivo"),
    "programme": _("Programa"),
    "project": _("Proyecto"),
    "activity": _("Actividad"),
    "strategy": _("Estrategia"),
    "indicator": _("Indicador"),
    "definition": _("Cómo se cuenta"),
    "target": _("Meta"),
    "baseline": _("Línea base"),
    "verification": _("Medio de verificación"),
    "years": _("Años"),
    "responsible": _("Responsable"),
    "partners": _("Con quién se hace"),
    "note": _("Nota"),
    "suggestion": _("Sugerencia"),
    "accepted": _("Se acogió"),
    "commitment": _("Compromiso"),
    "result": _("Resultado"),
    "progress": _("Avance"),
    "planned": _("Planificado"),
    "executed": _("Ejecutado"),
    "percent": _("Porcentaje"),
    "code": _("Partida"),
    "description": _("Denominación"),
    "initial": _("Inicial"),
    "amendments": _("Reformas"),
    "codified": _("Codificado"),
    "certified": _("Certificado"),
    "committed": _("Comprometido"),
    "accrued": _("Devengado"),
    "paid": _("Pagado"),
    "budget": _("Presupuesto"),
    "funding": _("Fuente de financiamiento"),
    "strategic_objective": _("Objetivo estratégico"),
    "national_objective": _("Objetivo nacional"),
    "global_goal": _("Objetivo de Desarrollo Sostenible"),
    "section": _("Proceso o nivel"),
    "plan_goal": _("Meta del plan de desarrollo"),
    "contribution": _("Aporte a la meta"),
    "programming": _("Programación por meses"),
    "programming_by_quarter": _("Programación por trimestres"),
    "conclusion": _("Conclusión"),
    "recommendation": _("Recomendación"),
    "challenge": _("Desafío"),
    "act": _("Qué firma"),
    "signatory": _("Quién firma"),
    "position": _("Cargo"),
    "institution": _("Institución"),
    "licence": _("Licencia"),
    "email": _("Correo"),
    "telephone": _("Teléfono"),
    "promise": _("Oferta de campaña"),
    "problem": _("Problema"),
    "measure_unit": _("Unidad de medida"),
    "frequency": _("Frecuencia"),
    "execution": _("Porcentaje de ejecución"),
    "uncommitted": _("Saldo por comprometer"),
    "unaccrued": _("Saldo por devengar"),
    "unpaid": _("Saldo por pagar"),
    "category": _("Categoría"),
    "link": _("Enlace"),
    "place": _("Lugar"),
    "beneficiaries": _("Beneficiarios"),
    "starts_on": _("Empieza"),
    "ends_on": _("Termina"),
    "updated_on": _("Actualizado el"),
    "means": _("Medio"),
    "number": _("Número"),
    "month": _("Mes"),
    "year": _("Año"),
    "total": _("Total"),
}
MONTHS = (
    _("enero"),
    _("febrero"),
    _("marzo"),
    _("abril"),
    _("mayo"),
    _("junio"),
    _("julio"),
    _("agosto"),
    _("septiembre"),
    _("octubre"),
    _("noviembre"),
    _("diciembre"),
)
KIND_WORDS: dict[str, Any] = {
    "goals_matrix": _("matriz de metas de transparencia"),
    "plurianual_plan": _("plan plurianual"),
    "work_plan": _("plan de trabajo de la rendición de cuentas"),
    "budget_statement": _("cédula presupuestaria"),
    "operating_plan": _("plan operativo anual"),
    "commitments": _("sugerencias y compromisos"),
    "electoral_promises": _("ofertas de campaña"),
    "metadata": _("metadatos de un conjunto de datos"),
    "management_report": _("informe de gestión"),
    "narrative_report": _("informe narrativo"),
    "mapped": _("otra tabla, con sus columnas señaladas a mano"),
}


def kind_word(kind: str) -> str:
    return str(KIND_WORDS.get(kind, kind.replace("_", " ").replace("-", " ")))


def label_of(field: str) -> str:
    """How people call a field; one that a new kind brings keeps its own name."""
    known = FIELDS.get(field)
    if known:
        return str(known)
    stem, _sign, year = field.rpartition("_")
    if year.isdigit() and stem in FIELDS:
        return f"{FIELDS[stem]} {year}"
    return field.replace("_", " ")


def guessed(heading: str) -> str:
    """The field that is called as a column is: a proposal for whoever maps it."""
    word = plain(heading)
    return next((name for name, label in FIELDS.items() if plain(str(label)) == word), "")


class DirectForm(forms.Form):
    """Into which plan the rows go, of which month a statement is, which edition it corrects."""

    plan = forms.ModelChoiceField(
        label=_("Plan"),
        queryset=Plan.objects.order_by("-starts_on", "title"),
        required=False,
        empty_label=_("ninguno todavía"),
        help_text=_("Las metas entran en un borrador. A lo publicado solo se le proponen cambios."),
    )
    year = forms.IntegerField(
        label=_("Año del que habla"), required=False, min_value=2000, max_value=2100, localize=False
    )
    month = forms.TypedChoiceField(
        label=_("Mes, si es una cédula presupuestaria"),
        choices=[("", _("no es una cédula")), *((n, word) for n, word in enumerate(MONTHS, 1))],
        coerce=int,
        empty_value=None,
        required=False,
    )
    corrects = forms.ModelChoiceField(
        label=_("Es una corrección de"),
        queryset=Document.objects.none(),
        required=False,
        empty_label=_("ninguno: es un documento nuevo"),
    )

    def __init__(self, document: Document, data: Any = None, **kwargs: Any) -> None:
        names = ("plan", "year", "month", "corrects")
        said = {name: getattr(document, name) for name in names}
        super().__init__(data, initial={**said, **kwargs.pop("initial", {})}, **kwargs)
        others = Document.objects.filter(kind=document.kind).exclude(pk=document.pk)
        self.fields["corrects"].queryset = others.defer("rest")  # type: ignore[attr-defined]


class NewPlanForm(PlanForm):
    """A draft to take the rows, begun from the document's own page."""

    def __init__(self, data: Any = None, *, today: date | None = None, **kwargs: Any) -> None:
        super().__init__(data, prefix="new", **kwargs)
        if today and not data:
            self.initial["starts_on"] = date(today.year, 1, 1)
            self.initial["ends_on"] = date(today.year, 12, 31)


class KindForm(forms.Form):
    """Another kind than the one that was recognised."""

    kind = forms.ChoiceField(label=_("Clase de documento"), required=False)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            ("", _("que Sereno la reconozca")),
            *((kind, kind_word(kind)) for kind in KINDS),
        ]


class MappingForm(forms.Form):
    """A field for each column of a table; a column left open is not taken."""

    signature = forms.CharField(max_length=600, widget=forms.HiddenInput)

    def __init__(self, heading: dict[str, Any], data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, initial={"signature": heading["signature"]}, **kwargs)
        self.keys: dict[str, str] = {}
        choices = [("", _("no se toma")), *FIELDS.items()]
        for number, column in enumerate(heading["columns"]):
            name = f"column_{number}"
            self.keys[name] = column["key"]
            self.fields[name] = forms.ChoiceField(
                label=column["text"],
                choices=choices,
                required=False,
                initial=guessed(column["text"]),
            )

    def columns(self) -> dict[str, str]:
        return {key: self.cleaned_data[name] for name, key in self.keys.items()}
