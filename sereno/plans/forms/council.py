"""The forms of what stands beside the plans: units, ordinances and a line of the diagnosis."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sereno.plans import actions, rules
from sereno.plans.forms.cover import day
from sereno.plans.forms.parts import PartForm
from sereno.plans.models import Article, Fact, Objective, Ordinance, OrgUnit, Plan, Problem, Project
from sereno.web.fields import NumberField, Ticked


class NumberedObjectives(Ticked):
    """Objectives of one plan, told with the number they are read with."""

    def label_from_instance(self, obj: Objective) -> str:
        return f"{numbered(obj)} {obj.text}"


def numbered(objective: Objective) -> str:
    return f"{objective.component.position}.{objective.position}"


class ProblemForm(PartForm):
    kind, model, parent = "problema", Problem, Plan
    adding, amending = _("Añadir un problema al diagnóstico"), _("Corregir el problema")
    add, amend = actions.add_problem, actions.amend_problem

    theme = forms.CharField(label=_("Tema"), max_length=160)
    text = forms.CharField(label=_("Problema"), widget=forms.Textarea(attrs={"rows": 3}))
    zones = forms.CharField(label=_("Zonas"), max_length=300, required=False)
    actors = forms.CharField(
        label=_("Con quién se articula"),
        max_length=300,
        required=False,
        help_text=_("Instituciones, separadas con punto y coma."),
    )
    objectives = NumberedObjectives(
        label=_("Objetivos que responden"),
        queryset=Objective.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def within(self, plan: Plan) -> None:
        field = self.fields["objectives"]
        field.queryset = (  # type: ignore[attr-defined]  # a choice of rows
            Objective.objects.filter(component__plan=plan)
            .select_related("component")
            .order_by("component__position", "position")
        )

    @classmethod
    def said_of(cls, part: Problem) -> dict[str, Any]:
        return super().said_of(part) | {"objectives": part.objectives.all()}

    def draft(self, part: Problem | None = None) -> rules.ProblemDraft:
        data = dict(self.cleaned_data)
        return rules.ProblemDraft(
            objectives=tuple(numbered(one) for one in data.pop("objectives")), **data
        )


class FactForm(PartForm):
    kind, model, parent = "dato", Fact, Plan
    adding, amending = _("Añadir un dato al diagnóstico"), _("Corregir el dato")
    add, amend = actions.add_fact, actions.amend_fact

    name = forms.CharField(
        label=_("Dato"), max_length=160, help_text=_("Por ejemplo: Población del cantón.")
    )
    value = NumberField(label=_("Valor"), required=True)
    unit = forms.CharField(
        label=_("Unidad"), max_length=60, required=False, help_text=_("Habitantes, km², %.")
    )
    year = forms.IntegerField(label=_("Año"), min_value=1900, max_value=2200, required=False)
    source = forms.CharField(
        label=_("Fuente"),
        max_length=300,
        required=False,
        help_text=_("El censo, la proyección o el documento que lo dice."),
    )

    def draft(self, part: Fact | None = None) -> rules.FactDraft:
        return rules.FactDraft(**self.cleaned_data)


class UnitForm(forms.Form):
    """A unit of the organisation chart."""

    name = forms.CharField(label=_("Nombre de la unidad"), max_length=120)
    level = forms.ChoiceField(
        label=_("Nivel de proceso"), choices=[("", _("elija uno")), *OrgUnit.Level.choices]
    )
    code = forms.CharField(
        label=_("Código"), max_length=20, required=False, help_text=_("Por ejemplo: 16.1.")
    )
    parent = forms.ModelChoiceField(
        label=_("Depende de"),
        queryset=OrgUnit.objects.order_by("name"),
        required=False,
        empty_label=_("de ninguna"),
    )
    objective = forms.CharField(
        label=_("Para qué existe"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def draft(self) -> rules.UnitDraft:
        data = dict(self.cleaned_data)
        parent = data.pop("parent")
        return rules.UnitDraft(parent=parent.name if parent else "", **data)


class OrdinanceForm(forms.Form):
    """What stands on the cover of an ordinance."""

    title = forms.CharField(label=_("Nombre de la ordenanza"), max_length=300)
    number = forms.CharField(label=_("Número"), max_length=40, required=False)
    issued_on = day(_("Fecha de expedición"))
    reforms = forms.ModelChoiceField(
        label=_("Reforma a"),
        queryset=Ordinance.objects.all(),
        required=False,
        empty_label=_("ninguna: es la original"),
    )
    source = forms.CharField(label=_("Dónde consta"), max_length=300, required=False)

    def draft(self) -> rules.OrdinanceDraft:
        data = {name: self.cleaned_data[name] for name in self.fields if name != "reforms"}
        return rules.OrdinanceDraft(**data)


class ArticleForm(forms.Form):
    """What an article orders and what became of it."""

    number = forms.CharField(
        label=_("Artículo"), max_length=40, help_text=_("Por ejemplo: Art. 5, literal b.")
    )
    orders = forms.CharField(
        label=_("Qué ordena, en palabras del Consejo"), widget=forms.Textarea(attrs={"rows": 3})
    )
    state = forms.ChoiceField(label=_("Estado"), choices=Article.State.choices)
    project = forms.ModelChoiceField(
        label=_("Proyecto que lo cumple"),
        queryset=Project.objects.select_related("objective__component__plan").order_by(
            "-objective__component__plan__starts_on", "name"
        ),
        required=False,
        empty_label=_("ninguno todavía"),
    )
    evidence = forms.CharField(
        label=_("Enlace a la evidencia"),
        max_length=500,
        required=False,
        help_text=_("Empieza con https:// o, si es una página de este sitio, con una barra (/)."),
    )

    def draft(self) -> rules.ArticleDraft:
        data = {name: self.cleaned_data[name] for name in self.fields if name != "project"}
        return rules.ArticleDraft(**data)
