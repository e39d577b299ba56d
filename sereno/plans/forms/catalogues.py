"""The forms of catalogues: their cover, the pasted table of their objectives, and one title."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from sereno.plans import rules
from sereno.plans.forms.cover import DateInput, day
from sereno.plans.models import Catalogue
from sereno.web.fields import PastedForm, Prose


class CatalogueForm(forms.Form):
    """What stands on the cover of a catalogue, and since when it is in force."""

    kind = forms.ChoiceField(label=_("Clase"), choices=Catalogue.Kind.choices, initial="pdot")
    name = forms.CharField(
        label=_("Nombre"),
        max_length=160,
        help_text=_("Por ejemplo: PDOT del cantón 2023-2027."),
    )
    source = forms.CharField(
        label=_("Dónde consta"),
        max_length=200,
        help_text=_("La ordenanza que lo aprobó o la página donde se publicó."),
    )
    starts_on = day(_("Rige desde"))
    ends_on = forms.DateField(
        label=_("Rige hasta"),
        required=False,
        widget=DateInput(),
        help_text=_("Vacío mientras no se sepa."),
    )

    def draft(
        self, objectives: tuple[rules.CatalogueObjectiveDraft, ...] = ()
    ) -> rules.CatalogueDraft:
        names = ("kind", "name", "source", "starts_on", "ends_on")
        data: dict[str, Any] = {name: self.cleaned_data[name] for name in names}
        code = slugify(data["name"])[:30].strip("-")
        return rules.CatalogueDraft(code=code, objectives=objectives, **data)

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if not slugify(name):
            raise ValidationError(_("Escriba un nombre con letras."))
        return name


class ObjectivesForm(PastedForm):
    """The objectives of a catalogue as a table."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = _("Objetivos, uno por línea")
        self.fields["text"].help_text = _(
            "Pegue de Excel dos columnas, número y objetivo; o solo los objetivos, en su orden."
        )


class NewCatalogueForm(CatalogueForm, ObjectivesForm):
    """A catalogue with its objectives."""

    field_order = ("kind", "name", "source", "starts_on", "ends_on", "text", "file")


class TitleForm(forms.Form):
    """How an entry of a catalogue is called, and where that was seen."""

    title = Prose(label=_("Título"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    source = forms.CharField(
        label=_("Dónde se vio"),
        max_length=200,
        help_text=_("Con esto el título deja de estar por confirmar."),
    )

    def draft(self, number: str) -> rules.CatalogueObjectiveDraft:
        return rules.CatalogueObjectiveDraft(number, **self.cleaned_data)
