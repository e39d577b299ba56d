"""What is filled in to plan an activity, to record that it was held, or to cancel it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sereno.community.models import Activity
from sereno.territory.forms import BarrioChoice
from sereno.territory.models import Barrio, Parish
from sereno.web.fields import Prose


class Moment(forms.DateTimeInput):
    """A day and hour, as the browser asks for them."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class PlanForm(forms.Form):
    kind = forms.ChoiceField(choices=Activity.Kind.choices, label=_("Qué se hará"))
    title = forms.CharField(
        max_length=160,
        label=_("Título"),
        help_text=_("Como se anunciará, por ejemplo «Capacitación en el uso de la alarma»."),
    )
    planned_for = forms.DateTimeField(label=_("Día y hora"), widget=Moment())
    barrio = BarrioChoice(
        queryset=Barrio.objects.select_related("parish").order_by("name", "parish__name"),
        required=False,
        label=_("Barrio"),
        empty_label=_("Toda la parroquia o el cantón"),
    )
    parish = forms.ModelChoiceField(
        queryset=Parish.objects.order_by("name"),
        required=False,
        label=_("Parroquia"),
        empty_label=_("Todo el cantón, o la del barrio"),
    )
    partners = forms.CharField(
        max_length=200,
        required=False,
        label=_("Con quién"),
        help_text=_("Instituciones u organizaciones, separadas por comas."),
    )


class HoldForm(forms.Form):
    held_at = forms.DateTimeField(label=_("Cuándo se hizo"), widget=Moment())
    attendance = forms.IntegerField(
        min_value=0,
        required=False,
        label=_("Asistentes"),
        help_text=_("Cuántas personas. Déjelo vacío si nadie contó: no es lo mismo que cero."),
    )
    partners = forms.CharField(max_length=200, required=False, label=_("Quién participó"))


class CancelForm(forms.Form):
    because = Prose(
        max_length=1000,
        label=_("Por qué"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Lo leerán quienes esperaban la actividad."),
    )
