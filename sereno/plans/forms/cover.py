"""The cover of a plan, the days that every form asks for, and free addresses."""

from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from sereno.plans import actions, rules
from sereno.plans.models import Indicator, Plan
from sereno.web.fields import Prose


class DateInput(forms.DateInput):
    """The browser's own calendar, which sends and expects ISO 8601."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=DateInput())


class PlanForm(forms.Form):
    """What stands on the cover of a plan."""

    kind = forms.ChoiceField(
        label=_("Clase de plan"), choices=[("", _("elija una")), *Plan.Kind.choices]
    )
    title = forms.CharField(label=_("Nombre del plan"), max_length=200)
    source = forms.CharField(
        label=_("Documento de origen"),
        max_length=300,
        required=False,
        help_text=_("Resolución, acta o documento en que consta, con su fecha."),
    )
    starts_on = day(_("Rige desde"))
    ends_on = day(_("Rige hasta"))
    vision = Prose(
        label=_("Visión"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Lo que el plan quiere que llegue a ser el cantón o la institución."),
    )
    vision_until = forms.IntegerField(
        label=_("Horizonte de la visión"),
        min_value=1900,
        max_value=2200,
        required=False,
        help_text=_("El año para el que se la propone, como 2050."),
    )

    def draft(self, plan: Plan | None = None) -> rules.PlanDraft:
        data = self.cleaned_data
        slug = plan.slug if plan else free_slug(data["title"], Plan, 80)
        return rules.PlanDraft(slug=slug, **data)


def free_slug(name: str, model: type[Plan] | type[Indicator], length: int) -> str:
    """An address for a name, with a number at its end where the plain one is taken."""
    plain = slugify(name)[: length - 4].strip("-") or "sin-nombre"
    taken = set(
        model._default_manager.filter(slug__startswith=plain).values_list("slug", flat=True)
    )
    if model is Plan:
        taken |= rules.RESERVED
    for number in range(2, 1000):
        if plain not in taken:
            return plain
        candidate = f"{plain}-{number}"
        if candidate not in taken:
            return candidate
    raise actions.SlugTaken(plain)
