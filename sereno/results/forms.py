"""The forms by which a number is tied to its source, reported, proved and decided on."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sereno.plans.models import Target
from sereno.plans.rules import Kind
from sereno.results import actions
from sereno.results.rules.evidence import ENDINGS
from sereno.results.sources import SOURCES
from sereno.web.fields import NumberField, PastedForm
from sereno.web.rules import Absent

MOST_ROWS = 2_001  # with the row of titles
FORMULAS = {
    "count": _("cuántos son"),
    "sum": _("la suma"),
    "median": _("la mediana (el caso de en medio)"),
    "p90": _("el percentil 90 (lo que nueve de cada diez no pasan)"),
    "share": _("el porcentaje"),
    "reported": _("lo que reportó una persona"),
}


class TieForm(forms.Form):
    """Where an indicator's number will come from: one source with one of its formulas."""

    tied = forms.ChoiceField(label=_("De dónde saldrá el número"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["tied"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - it is declared above
        field.choices = [
            ("", _("Lo reportará una persona, con evidencia")),
            *(
                (
                    source.title,
                    [
                        (f"{source.name} {formula}", FORMULAS[formula])
                        for formula in source.formulas
                    ],
                )
                for source in SOURCES.values()
            ),
        ]

    @property
    def source_and_formula(self) -> tuple[str, str]:
        source, _space, formula = self.cleaned_data["tied"].partition(" ")
        return source, formula


class ReportForm(forms.Form):
    """What a person reports of a target, counted from the start of its period."""

    answer = forms.ChoiceField(
        label=_("¿Hay un resultado?"),
        choices=[
            ("known", _("sí, y lo escribo abajo")),
            (Absent.UNKNOWN.value, _("todavía no se sabe (sin dato)")),
            (Absent.NOT_APPLICABLE.value, _("no aplica en este período")),
        ],
        initial="known",
    )
    value = NumberField(label=_("Cuánto, desde el inicio del período"), min_value=0)
    part = NumberField(label=_("Cuántos cumplen"), min_value=0)
    whole = NumberField(label=_("De cuántos en total"), min_value=0)
    step = forms.ChoiceField(label=_("En qué escalón está"), required=False)
    achieved = forms.ChoiceField(
        label=_("¿Está entregado o cumplido?"),
        required=False,
        choices=[("", "—"), ("yes", _("sí, cumplido")), ("no", _("no, pendiente"))],
    )
    until = forms.DateField(
        label=_("Contado hasta"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text=_("El último día que entra en la cuenta."),
    )
    note = forms.CharField(
        label=_("Nota"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Cómo se contó, y qué no avanzó y por qué."),
    )

    def __init__(self, target: Target, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = {Kind.MILESTONE: {"achieved"}, Kind.SCALE: {"step"}}
        kept = asked.get(Kind(target.kind), {"value"})
        if target.is_told_by_parts:
            kept = {"part", "whole"}
        for name in {"value", "part", "whole", "achieved", "step"} - kept:
            del self.fields[name]
        step = self.fields.get("step")
        if isinstance(step, forms.ChoiceField):
            step.choices = [("", "—"), *enumerate(target.steps, 1)]
        self.target, self.today = target, today

    def clean_until(self) -> date:
        day: date = self.cleaned_data["until"]
        if day > self.today:
            raise forms.ValidationError(
                _("Ese día todavía no llega. Cuente hasta hoy o hasta antes.")
            )
        if not self.target.starts_on <= day <= self.target.ends_on:
            raise forms.ValidationError(
                _("El día debe estar en el período de la meta, del %(first)s al %(last)s."),
                params={
                    "first": f"{self.target.starts_on:%d/%m/%Y}",
                    "last": f"{self.target.ends_on:%d/%m/%Y}",
                },
            )
        return day

    def found(self) -> actions.Report:
        """The answer as the action takes it."""
        data = self.cleaned_data
        if data["answer"] != "known":
            return actions.Report(absent=Absent(data["answer"]))
        told = data.get("achieved")
        return actions.Report(
            value=Decimal(data["step"]) if data.get("step") else data.get("value"),
            part=data.get("part"),
            whole=data.get("whole"),
            achieved={"yes": True, "no": False}.get(told or ""),
        )

    def ends_at(self, *, at: datetime) -> datetime:
        """The end of the last day counted, or now, where that day is today."""
        return min(at, end_of(self.cleaned_data["until"]))


class TableForm(PastedForm):
    """Many numbers at once; the row of titles says which column is which."""

    text = forms.CharField(
        label=_("Pegue aquí la tabla, con su fila de títulos"),
        required=False,
        strip=False,
        help_text=_(
            "Cópiela de Excel o LibreOffice. Columnas: meta o indicador, parroquia, hasta, valor "
            "(o numerador y denominador), nota y evidencia. Vale «1.234,5», «8 de 9», «sin dato» "
            "y «no aplica»."
        ),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if len((data.get("text") or "").splitlines()) > MOST_ROWS:
            raise forms.ValidationError(
                _("La tabla pasa de 2.000 filas. Divídala y suba cada parte.")
            )
        return data


class EvidenceForm(forms.Form):
    """A file or an address that shows that a number is right."""

    title = forms.CharField(label=_("Qué muestra"), max_length=200)
    file = forms.FileField(
        label=_("Archivo"),
        required=False,
        help_text=_(
            "PDF, JPEG, PNG, CSV, Excel, Word u OpenDocument, hasta 25 MB. De una fotografía se "
            "publica una copia sin lugar, hora ni aparato."
        ),
        widget=forms.ClearableFileInput(
            attrs={"accept": ",".join(f".{ending}" for ending in ENDINGS.values())}
        ),
    )
    link = forms.URLField(label=_("o un enlace"), required=False, assume_scheme="https")

    def draft(self) -> actions.EvidenceDraft:
        data = self.cleaned_data
        file = data["file"].read() if data["file"] else None
        return actions.EvidenceDraft(data["title"], file=file, link=data["link"])


class ReturnForm(forms.Form):
    """Why a number goes back to its author."""

    because = forms.CharField(
        label=_("Qué hay que corregir"), widget=forms.Textarea(attrs={"rows": 3})
    )


class BandForm(forms.Form):
    """The categories of compliance from a day on."""

    name = forms.CharField(label=_("Cómo se llaman"), max_length=120)
    source = forms.CharField(
        label=_("Documento que las define"),
        max_length=300,
        help_text=_(
            "La resolución o la norma con la que el Consejo las adoptó, con su número y fecha: "
            "se muestra junto a las bandas."
        ),
    )
    starts_on = forms.DateField(
        label=_("Rigen desde"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    lines = forms.CharField(
        label=_("Bandas"),
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Una por línea, de la más alta a la más baja: el porcentaje y la palabra."),
    )

    def draft(self) -> actions.BandDraft:
        return actions.BandDraft(**self.cleaned_data)


def end_of(day: date) -> datetime:
    """The midnight that closes a day, in the council's own time."""
    return datetime.combine(
        day + timedelta(days=1), time.min, tzinfo=timezone.get_default_timezone()
    )
