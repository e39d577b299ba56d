"""What an operator fills in: a classification, a code, a note, an outcome, a new incident."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sereno.alerts.models import AlertKind
from sereno.alerts.rules import Class
from sereno.devices.models import Device
from sereno.incidents.models import Incident, Unit
from sereno.territory.forms import BarrioChoice
from sereno.territory.models import Barrio, Parish, Place


class ClassifyForm(forms.Form):
    classification = forms.TypedChoiceField(
        choices=[(c, c) for c in Class], coerce=Class, label=_("Clasificación")
    )


class SendForm(forms.Form):
    unit = forms.ModelChoiceField(queryset=Unit.objects.all(), label=_("Unidad"))
    agency_code = forms.CharField(max_length=40, required=False, label=_("Código"))
    despite_test = forms.BooleanField(required=False, label=_("Enviar aunque sea una prueba"))


class NoteForm(forms.Form):
    text = forms.CharField(
        max_length=4000,
        label=_("Nota"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Sin nombres ni teléfonos: la nota queda en el expediente."),
    )


class CloseForm(forms.Form):
    outcome = forms.ChoiceField(choices=Incident.Outcome.choices, label=_("Resultado"))


class OpenForm(forms.Form):
    """A matter that no alert began."""

    kind = forms.ModelChoiceField(
        queryset=AlertKind.objects.none(), label=_("Qué ocurre"), empty_label=_("Elija una clase")
    )
    known_by = forms.ChoiceField(
        choices=Incident.KnownBy.choices,
        initial=Incident.KnownBy.NEIGHBOUR,
        label=_("Cómo se supo"),
    )
    barrio = BarrioChoice(
        queryset=Barrio.objects.select_related("parish").order_by("name", "parish__name"),
        required=False,
        label=_("Barrio"),
        empty_label=_("No se sabe"),
    )
    parish = forms.ModelChoiceField(
        queryset=Parish.objects.order_by("name"),
        required=False,
        label=_("Parroquia"),
        empty_label=_("La del barrio"),
    )
    reference = forms.CharField(
        max_length=200,
        required=False,
        label=_("Referencia"),
        help_text=_("Calle, esquina o lo que se ve cerca. Sin nombres de personas."),
    )
    latitude = forms.FloatField(
        widget=forms.HiddenInput, min_value=-90, max_value=90, required=False
    )
    longitude = forms.FloatField(
        widget=forms.HiddenInput, min_value=-180, max_value=180, required=False
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_force = AlertKind.objects.filter(Q(ends_on=None) | Q(ends_on__gt=on), starts_on__lte=on)
        self.fields["kind"].queryset = in_force.order_by("name")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A place is needed, whichever way it is given."""
        found = super().clean() or {}
        pointed = found.get("latitude") is not None and found.get("longitude") is not None
        if not (pointed or found.get("barrio") or found.get("parish") or found.get("reference")):
            raise forms.ValidationError(
                _("Diga dónde ocurre: elija el barrio, escriba una referencia o toque el mapa.")
            )
        if not pointed:
            found["latitude"] = found["longitude"] = None
        return found


class UnitForm(forms.Form):
    """One more unit that can be sent."""

    callsign = forms.CharField(
        max_length=20, label=_("Indicativo"), help_text=_("Como se la llama por radio: MOT-05.")
    )
    name = forms.CharField(max_length=80, required=False, label=_("Nombre"))
    agency = forms.ChoiceField(choices=Unit.Agency.choices, label=_("Institución"))
    is_crew = forms.BooleanField(
        required=False,
        initial=True,
        label=_("Es un solo equipo: atiende un incidente a la vez"),
    )
    vehicle = forms.ModelChoiceField(
        queryset=Device.objects.none(),
        required=False,
        label=_("Vehículo con rastreo"),
        empty_label=_("Ninguno"),
    )
    base = forms.ModelChoiceField(
        queryset=Place.objects.order_by("name"),
        required=False,
        label=_("Base"),
        empty_label=_("No se sabe"),
        help_text=_("Desde aquí se mide la distancia mientras no se vea el vehículo."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        free = Device.objects.filter(kind=Device.Kind.VEHICLE, unit=None).order_by("code")
        self.fields["vehicle"].queryset = free  # type: ignore[attr-defined]

    def clean_callsign(self) -> str:
        """One name on the radio for one unit."""
        callsign = str(self.cleaned_data["callsign"]).strip().upper()
        if Unit.objects.filter(callsign=callsign).exists():
            raise forms.ValidationError(_("Ya hay una unidad con ese indicativo: elija otro."))
        return callsign


class SearchForm(forms.Form):
    """Which incidents to list."""

    STATES = (("", _("Todos")), ("open", _("Abiertos")), ("closed", _("Cerrados")))

    q = forms.CharField(required=False, max_length=80, label=_("Número o barrio"))
    state = forms.ChoiceField(choices=STATES, required=False, label=_("Estado"))
    kind = forms.ModelChoiceField(
        queryset=AlertKind.objects.order_by("name"),
        required=False,
        label=_("Clase"),
        empty_label=_("Todas"),
    )
    since = forms.DateField(
        required=False, label=_("Desde"), widget=forms.DateInput(attrs={"type": "date"})
    )
    until = forms.DateField(
        required=False, label=_("Hasta"), widget=forms.DateInput(attrs={"type": "date"})
    )
