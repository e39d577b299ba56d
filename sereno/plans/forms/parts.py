"""The forms by which a planner enters a plan: one for each of its parts."""

from abc import abstractmethod
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sereno.people.models import Person
from sereno.plans import actions, rules
from sereno.plans.forms.cover import day, free_slug
from sereno.plans.models import (
    Alignment,
    CatalogueObjective,
    Component,
    Indicator,
    Objective,
    OrgUnit,
    Plan,
    Project,
    Target,
)
from sereno.plans.rules import printing
from sereno.plans.rules.calculation import PLACES
from sereno.territory.models import Parish
from sereno.web.fields import NumberField

Words = str | Promise


class PartForm(forms.Form):
    """A part of a plan: what it hangs on, and how it is kept."""

    kind: ClassVar[str]
    model: ClassVar[type[Any]]
    parent: ClassVar[type[Any]]
    adding: ClassVar[Words]
    amending: ClassVar[Words] = ""
    add: ClassVar[Callable[..., Any]]
    amend: ClassVar[Callable[..., Any] | None] = None

    @abstractmethod
    def draft(self, part: Any = None) -> Any:
        """The part as a value, from what was written in the form."""

    def keep(self, *, parent: Any, part: Any, by: Person, at: datetime) -> Any:
        """Add the part under its parent, or amend it where it stands."""
        kind = type(self)
        if part is None:
            return kind.add(parent, self.draft(), by=by, at=at)
        assert kind.amend is not None  # noqa: S101 - the address is only there for these
        kind.amend(part, self.draft(part), by=by, at=at)
        return part

    def within(self, plan: Plan) -> None:
        """What can be chosen depends on the plan, for a part that names others of it."""

    @classmethod
    def said_of(cls, part: Any) -> dict[str, Any]:
        """What the form shows of a part that stands."""
        return {name: getattr(part, name) for name in cls.base_fields}


class ComponentForm(PartForm):
    kind, model, parent = "componente", Component, Plan
    adding, amending = _("Añadir un componente"), _("Corregir el componente")
    add, amend = actions.add_component, actions.amend_component

    name = forms.CharField(label=_("Nombre del componente"), max_length=160)

    def draft(self, part: Component | None = None) -> rules.ComponentDraft:
        return rules.ComponentDraft(**self.cleaned_data)


class ObjectiveForm(PartForm):
    kind, model, parent = "objetivo", Objective, Component
    adding, amending = _("Añadir un objetivo"), _("Corregir el objetivo")
    add, amend = actions.add_objective, actions.amend_objective

    text = forms.CharField(label=_("Objetivo"), widget=forms.Textarea(attrs={"rows": 3}))

    def draft(self, part: Objective | None = None) -> rules.ObjectiveDraft:
        return rules.ObjectiveDraft(**self.cleaned_data)


class ObjectiveChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # not at run time
    """An objective, told with the catalogue it stands in."""

    def label_from_instance(self, obj: CatalogueObjective) -> str:
        return f"{obj.catalogue} · {obj}"


class AlignmentForm(PartForm):
    kind, model, parent = "alineacion", Alignment, Objective
    adding = _("Alinear el objetivo")
    add = actions.align

    serves = ObjectiveChoice(
        label=_("Sirve al objetivo"),
        queryset=CatalogueObjective.objects.select_related("catalogue").order_by(
            "-catalogue__starts_on", "pk"
        ),
    )
    note = forms.CharField(
        label=_("Nota"),
        max_length=300,
        required=False,
        help_text=_("Por ejemplo, si la alineación consta en el documento o es una propuesta."),
    )

    def draft(self, part: Alignment | None = None) -> rules.AlignmentDraft:
        serves = self.cleaned_data["serves"]
        return rules.AlignmentDraft(serves.catalogue.code, serves.number, self.cleaned_data["note"])


class ProjectForm(PartForm):
    kind, model, parent = "proyecto", Project, Objective
    adding, amending = _("Añadir un proyecto"), _("Corregir el proyecto")
    add, amend = actions.add_project, actions.amend_project

    name = forms.CharField(label=_("Nombre del proyecto"), max_length=300)
    responsible = forms.CharField(
        label=_("Unidad responsable"),
        max_length=120,
        widget=forms.TextInput(attrs={"list": "units"}),
        help_text=_("Elija una de la lista o escriba una nueva."),
    )
    partners = forms.CharField(
        label=_("Con quién se hace"),
        max_length=300,
        required=False,
        help_text=_("Instituciones aliadas, separadas con punto y coma."),
    )
    suggestion = forms.CharField(
        label=_("Sugerencia ciudadana a la que responde"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    starts_on = day(_("Empieza"))
    ends_on = day(_("Termina"))
    period_note = forms.CharField(label=_("Nota sobre las fechas"), max_length=300, required=False)

    @property
    def units(self) -> list[str]:
        return list(OrgUnit.objects.order_by("name").values_list("name", flat=True))

    def draft(self, part: Project | None = None) -> rules.ProjectDraft:
        return rules.ProjectDraft(**self.cleaned_data)


class IndicatorForm(PartForm):
    kind, model, parent = "indicador", Indicator, Project
    adding, amending = _("Añadir un indicador"), _("Corregir el indicador")
    add, amend = actions.add_indicator, actions.amend_indicator

    name = forms.CharField(label=_("Qué se cuenta"), max_length=300)
    definition = forms.CharField(
        label=_("Cómo se cuenta exactamente"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Qué entra y qué queda fuera, para que dos personas cuenten lo mismo."),
    )
    unit = forms.CharField(
        label=_("Unidad"),
        max_length=60,
        widget=forms.TextInput(attrs={"list": "measures"}),
        help_text=_("Por ejemplo: %, min, personas, operativos; «hito» si es un documento."),
    )
    direction = forms.ChoiceField(label=_("Hacia dónde"), choices=Indicator.Direction.choices)
    accumulates = forms.BooleanField(
        label=_("Se acumula: cada período empieza en cero"),
        required=False,
        help_text=_("Operativos hechos, personas capacitadas. No lo marque si es un nivel."),
    )
    over_time = forms.ChoiceField(
        label=_("Varios períodos hacen el año"),
        required=False,
        choices=[("", _("como diga su naturaleza")), *Indicator.Calculation.choices],
        help_text=_("Lo hecho cada mes se suma; un nivel, como los equipos que hay, no."),
    )
    over_place = forms.ChoiceField(
        label=_("Varias parroquias hacen el cantón"),
        required=False,
        choices=[
            ("", _("como diga su naturaleza")),
            *(way for way in Indicator.Calculation.choices if way[0] in PLACES),
        ],
        help_text=_("Un porcentaje nunca se promedia: se suman sus partes y sus totales."),
    )
    baseline = NumberField(
        label=_("Línea base"),
        help_text=_("Cuánto era al empezar. Déjela vacía si no se conoce."),
    )
    baseline_note = forms.CharField(
        label=_("De dónde sale la línea base"), max_length=200, required=False
    )
    verification = forms.CharField(label=_("Medio de verificación"), max_length=300, required=False)

    @property
    def measures(self) -> list[str]:
        return ["%", "min", "hito", *sorted(many for _one, many in printing.UNITS.values())]

    def draft(self, part: Indicator | None = None) -> rules.IndicatorDraft:
        data = self.cleaned_data
        slug = part.slug if part else free_slug(data["name"], Indicator, 80)
        return rules.IndicatorDraft(
            slug=slug,
            source=part.source if part else "",
            formula=part.formula if part else "",
            **data,
        )


class TargetForm(PartForm):
    """A promise; left to itself, the form reads how much from the document's own words."""

    kind, model, parent = "meta", Target, Indicator
    adding, amending = _("Añadir una meta"), _("Corregir la meta")
    add, amend = actions.set_target, actions.amend_target

    source_words = forms.CharField(
        label=_("La meta, con las palabras del documento"),
        max_length=300,
        required=False,
        help_text=_("Por ejemplo: 30 % de los colegios · cada 15 días · 10 motocicletas."),
    )
    target_kind = forms.ChoiceField(
        label=_("Clase de meta"),
        required=False,
        choices=[("", _("que Sereno la lea de las palabras")), *Target.Kind.choices],
    )
    value = NumberField(
        label=_("Cuánto"),
        help_text=_("La cantidad, o el porcentaje sin el signo %. De una escala, el escalón."),
    )
    high = NumberField(
        label=_("Límite de arriba"),
        help_text=_("Solo si debe quedar entre dos límites; el de abajo va en «Cuánto»."),
    )
    scale = forms.CharField(
        label=_("Palabras de la escala"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Una por línea, de la peor a la mejor. El escalón se cuenta desde 1."),
    )
    universe = forms.CharField(label=_("De qué universo"), max_length=200, required=False)
    universe_size = forms.IntegerField(
        label=_("Tamaño del universo"),
        min_value=1,
        max_value=rules.LARGEST_UNIVERSE,
        required=False,
    )
    every_days = forms.IntegerField(
        label=_("Cada cuántos días"), min_value=1, max_value=rules.LONGEST_DAYS, required=False
    )
    condition = forms.CharField(label=_("Condición"), max_length=300, required=False)
    group = forms.CharField(
        label=_("A quiénes se promete"),
        max_length=120,
        required=False,
        help_text=_("Un grupo con nombre, por ejemplo: mujeres. Vacío: toda la población."),
    )
    parish = forms.ModelChoiceField(
        label=_("Parroquia"),
        queryset=Parish.objects.order_by("name"),
        required=False,
        empty_label=_("todo el cantón"),
    )
    starts_on = day(_("Desde"))
    ends_on = day(_("Hasta"))

    @classmethod
    def said_of(cls, part: Target) -> dict[str, Any]:
        names = set(cls.base_fields) - {"target_kind"}
        return {name: getattr(part, name) for name in names} | {"target_kind": part.kind}

    def is_unread(self) -> bool:
        """Whether it is still to be read from its words, and looked at by the planner."""
        return not self.cleaned_data["target_kind"]

    def read(self) -> "TargetForm":
        """The same form with what its words say filled in."""
        amount = rules.amount(self.cleaned_data["source_words"])
        said: dict[str, Any] = {**self.cleaned_data, "target_kind": amount.kind.value}
        said["value"] = amount.value
        said["every_days"] = amount.every_days
        if amount.kind == rules.Kind.SHARE:
            said["universe"] = self.cleaned_data["universe"] or amount.of
            said["universe_size"] = amount.size or self.cleaned_data["universe_size"]
        return TargetForm(initial=said)

    def draft(self, part: Target | None = None) -> rules.TargetDraft:
        data = dict(self.cleaned_data)
        parish = data.pop("parish")
        kind = rules.Kind(data.pop("target_kind"))
        value: Decimal | None = data.pop("value")
        every = data.pop("every_days")
        shares = kind == rules.Kind.SHARE
        counts = shares or kind == rules.Kind.QUANTITY
        high, scale = data.pop("high"), data.pop("scale")
        return rules.TargetDraft(
            kind=kind.value,
            parish=parish.name if parish else "",
            value=value if counts or kind == rules.Kind.SCALE else None,
            high=high if counts else None,
            scale=scale if kind == rules.Kind.SCALE else "",
            every_days=every if kind == rules.Kind.FREQUENCY else None,
            universe=data.pop("universe") if shares else "",
            universe_size=data.pop("universe_size") if shares else None,
            **{
                name: data[name]
                for name in ("source_words", "group", "condition", "starts_on", "ends_on")
            },
        )


class ChangeForm(forms.Form):
    """Another amount for a published target, and why."""

    value = NumberField(label=_("Cuánto se promete desde ahora"))
    high = NumberField(label=_("Límite de arriba"))
    every_days = forms.IntegerField(
        label=_("Cada cuántos días"), min_value=1, max_value=rules.LONGEST_DAYS, required=False
    )
    because = forms.CharField(
        label=_("Por qué cambia"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Se publica junto con la meta anterior y la nueva."),
    )

    def __init__(self, target: Target, data: Any = None) -> None:
        asked = {"every_days"} if target.kind == rules.Kind.FREQUENCY else {"value"}
        if target.high is not None:
            asked.add("high")
        said = {name: getattr(target, name) for name in asked}
        super().__init__(data, initial=said)
        for name in {"value", "high", "every_days"} - asked:
            del self.fields[name]

    def amount(self) -> actions.NewAmount:
        data = {name: value for name, value in self.cleaned_data.items() if name != "because"}
        return actions.NewAmount(**data)


PARTS: dict[str, type[PartForm]] = {
    form.kind: form
    for form in (
        ComponentForm,
        ObjectiveForm,
        AlignmentForm,
        ProjectForm,
        IndicatorForm,
        TargetForm,
    )
}
