"""The forms of devices: ask for one, move one along its life, find some."""

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from sereno.devices.actions import Whereabouts
from sereno.devices.models import Device
from sereno.devices.queries import Wanted
from sereno.devices.rules import Cause, State
from sereno.devices.templatetags.devices import CAUSES, STATES
from sereno.territory.models import Barrio, Parish, Place

if TYPE_CHECKING:
    PlaceField = forms.ModelChoiceField[Place | Barrio]
else:
    PlaceField = forms.ModelChoiceField


class PlaceChoice(PlaceField):
    """A place with the parish it is in: there are many «Parque Central»."""

    def label_from_instance(self, obj: Place | Barrio) -> str:
        return f"{obj.name} ({obj.parish})"


class Standing(forms.Form):
    """Where a device stands or would stand: a place, a barrio, a position, or several of them."""

    place = PlaceChoice(
        label=_("Lugar"),
        queryset=Place.objects.select_related("parish", "barrio").order_by("name"),
        required=False,
        empty_label=_("ninguno de la lista"),
        help_text=_("Parque, mercado, plaza o centro educativo donde estará."),
    )
    barrio = PlaceChoice(
        label=_("Barrio"),
        queryset=Barrio.objects.select_related("parish").order_by("name"),
        required=False,
        empty_label=_("el del lugar"),
    )
    latitude = forms.FloatField(label=_("Latitud"), required=False, min_value=-90, max_value=90)
    longitude = forms.FloatField(label=_("Longitud"), required=False, min_value=-180, max_value=180)

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if (said.get("latitude") is None) != (said.get("longitude") is None):
            self.add_error(
                "longitude", _("Escriba la latitud y la longitud, o ninguna de las dos.")
            )
        if not self.errors and not self.where():
            self.add_error("place", _("Diga dónde: un lugar, un barrio o una posición."))
        return said

    def where(self) -> Whereabouts:
        """What was said of it; what was left empty follows from the place."""
        names = ("place", "barrio", "latitude", "longitude")
        said = {name: self.cleaned_data[name] for name in names}
        return cast(Whereabouts, {name: one for name, one in said.items() if one is not None})


class Asking(Standing):
    """A device that somebody asks for."""

    field_order = ("kind", "code", "name")

    kind = forms.ChoiceField(label=_("Clase"), choices=Device.Kind.choices)
    code = forms.CharField(
        label=_("Código"),
        max_length=16,
        validators=[
            RegexValidator(r"^[A-Z][A-Z0-9-]*$", _("Use mayúsculas, números y guiones: BOT-041."))
        ],
        help_text=_("El de su inventario, por ejemplo BOT-041."),
    )
    name = forms.CharField(
        label=_("Nombre"),
        max_length=120,
        help_text=_("Como lo llamaría la vecindad: «Botón del parque Jipiro»."),
    )


class Outage(forms.Form):
    """Why a device is out; that it fell silent is noticed by Sereno itself."""

    cause = forms.ChoiceField(
        label=_("Causa"),
        choices=[("", "—"), *((c, w) for c, w in CAUSES.items() if c != Cause.SILENCE)],
    )


class Search(forms.Form):
    """What to show of the list; an answer that makes no sense asks for nothing."""

    words = forms.CharField(label=_("Buscar"), max_length=60, required=False)
    kind = forms.ChoiceField(
        label=_("Clase"), choices=[("", _("todas")), *Device.Kind.choices], required=False
    )
    state = forms.ChoiceField(
        label=_("Estado"),
        choices=[("", _("todos")), *((state, STATES[state][1]) for state in State)],
        required=False,
    )
    parish = forms.ModelChoiceField(
        label=_("Parroquia"),
        queryset=Parish.objects.order_by("name"),
        required=False,
        empty_label=_("todas"),
    )
    barrio = PlaceChoice(
        label=_("Barrio"),
        queryset=Barrio.objects.filter(device__isnull=False)
        .select_related("parish")
        .distinct()
        .order_by("name"),
        required=False,
        empty_label=_("todos"),
    )

    def wanted(self) -> Wanted:
        self.full_clean()
        said = self.cleaned_data
        parish, barrio = said.get("parish"), said.get("barrio")
        return Wanted(
            words=said.get("words", "").strip(),
            kind=said.get("kind", ""),
            state=said.get("state", ""),
            parish=parish.pk if parish else None,
            barrio=barrio.pk if barrio else None,
        )
