"""What is filled in: a filter of the logbook, the reason of a correction."""

from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from sereno.reports.queries.log import Filter
from sereno.reports.queries.words import EVENTS


class LineFilter(forms.Form):
    """Which lines of the logbook are wanted; what is not understood is left out and said."""

    evento = forms.ChoiceField(
        label=_("Qué pasó"), required=False, choices=[("", _("Todo")), *EVENTS.items()]
    )
    asunto = forms.CharField(
        label=_("Sobre qué"), required=False, max_length=60, help_text=_("Por ejemplo incident:41")
    )
    autor = forms.RegexField(
        label=_("Quién"),
        required=False,
        regex=r"^person:\d+$",
        help_text=_("Por ejemplo person:12"),
        error_messages={"invalid": _("Escriba person: y el número de la persona.")},
    )
    desde = forms.DateField(
        label=_("Desde"), required=False, widget=forms.DateInput({"type": "date"})
    )
    hasta = forms.DateField(
        label=_("Hasta"), required=False, widget=forms.DateInput({"type": "date"})
    )

    def wanted(self) -> Filter:
        self.is_valid()
        given = self.cleaned_data
        return Filter(
            event=given.get("evento", ""),
            subject=given.get("asunto", "").strip(),
            actor=given.get("autor", ""),
            first=given.get("desde"),
            last=given.get("hasta"),
        )

    def asked(self) -> str:
        """The same filter as an address, for the next page."""
        return urlencode({name: value for name, value in self.data.items() if name in self.fields})


class Correction(forms.Form):
    """Why another number takes the place of one that stands. It is published with it."""

    because = forms.CharField(
        label=_("Por qué se corrige"),
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Se publica junto a la cifra. No escriba nombres ni direcciones."),
        error_messages={"required": _("Escriba por qué se corrige la cifra.")},
    )
