"""What a token is for, what it may do, and how long."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sereno.api import rules

WORDS = {
    "read": _("leer planes, mediciones y presupuesto"),
    "measure": _("reportar, revisar, aprobar y devolver mediciones"),
    "progress": _("informar, confirmar y devolver el avance de las actividades"),
    "plan": _("proponer, confirmar y negar cambios de metas y de actividades"),
    "budget": _("cargar cédulas presupuestarias"),
    "draft": _("escribir planes en borrador y sus partes"),
    "asked": _("registrar sugerencias y responderlas"),
}


class TokenForm(forms.Form):
    name = forms.CharField(
        label=_("Para qué programa"), max_length=80, help_text=_("Por ejemplo: hoja de Finanzas")
    )
    scopes = forms.MultipleChoiceField(
        label=_("Qué podrá hacer"),
        choices=[(scope, WORDS[scope]) for scope in rules.SCOPES],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Nunca más de lo que usted puede hacer."),
    )
    days = forms.IntegerField(
        label=_("Días que dura"), min_value=1, max_value=rules.LONGEST_DAYS, initial=90
    )
