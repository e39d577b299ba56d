"""The forms of an activity: its twelve months, a new programming, and how much was done."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext_lazy as _

from sereno.plans import actions, rules
from sereno.plans.forms.cover import day
from sereno.plans.forms.parts import PartForm
from sereno.plans.models import OrgUnit, Project, Task
from sereno.web.fields import NumberField
from sereno.web.rules import decimal as written


class MonthsWidget(forms.MultiWidget):
    """Twelve small boxes, each with its month; a row copied from a sheet fits in the first."""

    template_name = "plans/widgets/months.html"

    def __init__(self) -> None:
        box = {"inputmode": "decimal", "class": "number"}
        super().__init__([forms.TextInput(attrs=box) for _month in MONTHS])

    def decompress(self, value: Any) -> list[Any]:
        return [written(Decimal(part)) for part in value] if value else [None] * len(MONTHS)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        if value and not isinstance(value, list):
            value = self.decompress(value)
        context = super().get_context(name, value, attrs)
        for number, box in enumerate(context["widget"]["subwidgets"], 1):
            box["month"], box["whole_month"] = MONTHS_3[number], MONTHS[number]
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Any]:
        first, *others = super().value_from_datadict(data, files, name)
        parts = (first or "").replace(";", "\t").split("\t")
        return parts[: len(MONTHS)] if len(parts) > 1 and not any(others) else [first, *others]


class MonthsField(forms.MultiValueField):
    """Twelve numbers, January first; nothing at all where every box is empty."""

    widget = MonthsWidget

    def __init__(self, **options: Any) -> None:
        fields = [NumberField(max_digits=15, decimal_places=2) for _month in MONTHS]
        super().__init__(fields, required=False, require_all_fields=False, **options)

    def compress(self, data_list: list[Decimal | None]) -> tuple[Decimal, ...]:
        if all(part is None for part in data_list):
            return ()
        return tuple(part or Decimal(0) for part in data_list)


class ProgrammedForm(forms.Form):
    """When an activity is done, month by month, and for how much."""

    starts_on = day(_("Empieza"))
    ends_on = day(_("Termina"))
    shares = MonthsField(
        label=_("Cuánto se hace cada mes, en porcentaje"),
        help_text=_(
            "Suman 100. Déjelos vacíos si el plan no lo dice. Puede pegar la fila de Excel "
            "en el primer mes."
        ),
    )
    cost = NumberField(label=_("Costo (USD)"), max_digits=15, decimal_places=2)
    spending = MonthsField(
        label=_("Cuánto se gasta cada mes (USD)"),
        help_text=_("Suman el costo. Déjelos vacíos si el plan no lo dice."),
    )

    def programming(self) -> rules.Programming:
        data = self.cleaned_data
        return rules.Programming(
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            shares=data["shares"] or (),
            cost=data["cost"],
            spending=data["spending"] or (),
        )


class TaskForm(PartForm, ProgrammedForm):
    kind, model, parent = "actividad", Task, Project
    adding, amending = _("Añadir una actividad"), _("Corregir la actividad")
    add, amend = actions.add_task, actions.amend_task

    name = forms.CharField(label=_("Qué se hace"), max_length=300)
    responsible = forms.CharField(
        label=_("Unidad responsable"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"list": "units"}),
        help_text=_("Déjela vacía si es la misma del proyecto."),
    )
    partners = forms.CharField(label=_("Con quién se hace"), max_length=300, required=False)
    verification = forms.CharField(label=_("Medio de verificación"), max_length=300, required=False)
    period_note = forms.CharField(label=_("Nota sobre las fechas"), max_length=300, required=False)

    field_order = ("name", "responsible", "partners", "starts_on", "ends_on", "period_note")

    @property
    def units(self) -> list[str]:
        return list(OrgUnit.objects.order_by("name").values_list("name", flat=True))

    @classmethod
    def said_of(cls, part: Task) -> dict[str, Any]:
        unit = part.responsible.name if part.responsible else ""
        said = super().said_of(part) | vars(part.programming)
        return said | {"responsible": unit}

    def draft(self, part: Task | None = None) -> rules.TaskDraft:
        names = ("name", "responsible", "partners", "verification", "period_note")
        said = {name: self.cleaned_data[name] for name in names}
        return rules.TaskDraft(programming=self.programming(), **said)


class ReprogramForm(ProgrammedForm):
    """Another programming of a published activity, and why."""

    because = forms.CharField(
        label=_("Por qué cambia"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Se publica junto con lo programado antes y lo nuevo."),
    )


class ProgressForm(forms.Form):
    """How much was done by the end of a month, and where that can be seen."""

    until = forms.ChoiceField(label=_("Hasta fin de"))
    done = NumberField(
        label=_("Cuánto está hecho, de 100"),
        required=True,
        max_digits=5,
        decimal_places=2,
        help_text=_("Desde el comienzo, no solo en el mes. 0 si todavía nada."),
    )
    evidence = forms.CharField(
        label=_("Enlace a la evidencia"),
        max_length=500,
        required=False,
        help_text=_("Acta, informe o fotografía: https://… o una página de aquí, como /ediciones/"),
    )
    note = forms.CharField(label=_("Nota"), max_length=300, required=False)

    def __init__(self, task: Task, today: date, data: Any = None) -> None:
        super().__init__(data)
        field = self.fields["until"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [
            (f"{year}-{month:02}", f"{MONTHS[month]} {year}") for year, month in begun(task, today)
        ]

    def month(self) -> tuple[int, int]:
        year, month = self.cleaned_data["until"].split("-")
        return int(year), int(month)


def begun(task: Task, today: date) -> list[tuple[int, int]]:
    """The months of an activity that have begun, the newest first; none before its first."""
    first, last = task.starts_on, min(today, task.ends_on)
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [(number // 12, number % 12 + 1) for number in reversed(months)]
