"""The forms of the map, and the sentence for everything that can be wrong with a file."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sereno.territory.actions import CouncilDraft
from sereno.territory.models import Council, Draft
from sereno.territory.rules.files import LARGEST, FileFault, Level, Why

CONTENTS = {
    f"{Draft.Form.TABLE}:{Level.PARISH}": _("Parroquias: nombre, tipo y cifras (tabla CSV)"),
    f"{Draft.Form.TABLE}:{Level.BARRIO}": _("Barrios: nombre y parroquia (tabla CSV)"),
    f"{Draft.Form.TABLE}:{Level.PLACE}": _("Lugares: parques, mercados, escuelas (tabla CSV)"),
    f"{Draft.Form.OUTLINES}:{Level.CANTON}": _("Límite del cantón (GeoJSON)"),
    f"{Draft.Form.OUTLINES}:{Level.PARISH}": _("Límites de parroquias (GeoJSON)"),
    f"{Draft.Form.OUTLINES}:{Level.BARRIO}": _("Límites de barrios (GeoJSON)"),
}
REASONS = {
    Why.NAME_MISSING: _("Falta el nombre."),
    Why.NAME_LONG: _("El nombre es demasiado largo."),
    Why.REPEATED: _("Ya está en una fila anterior de este archivo."),
    Why.CODE_BAD: _("El código no tiene seis números."),
    Why.CODE_TAKEN: _("El código es de otra parroquia."),
    Why.PARISH_UNKNOWN: _("No hay una parroquia con ese nombre. Cárguela primero."),
    Why.BARRIO_UNKNOWN: _("No hay un barrio con ese nombre en la parroquia. Cárguelo primero."),
    Why.AMBIGUOUS: _("Hay barrios con ese nombre en varias parroquias: añada la parroquia."),
    Why.KIND_UNKNOWN: _("El tipo no es uno de los que se conocen."),
    Why.NUMBER_BAD: _("No se entiende el número."),
    Why.POSITION_HALF: _("Falta la latitud o la longitud."),
    Why.POSITION_MISSING: _("Falta la posición."),
    Why.PROJECTED: _("Está en metros (UTM). Conviértalo a grados, WGS 84."),
    Why.SWAPPED: _("La latitud y la longitud están cambiadas de lugar."),
    Why.ABROAD: _("La posición no está en el Ecuador."),
    Why.OUTSIDE_CANTON: _("La posición está fuera del cantón."),
    Why.SHAPE_MISSING: _("No trae un polígono."),
    Why.SHAPE_BROKEN: _("El polígono no se puede dibujar ni corregir."),
    Why.NEWER_EPOCH: _("Ya hay un límite que empieza después. Revise la fecha."),
}
REFUSALS = {
    FileFault.TOO_LARGE: _("El archivo pasa de 50 MB. Divídalo en partes."),
    FileFault.EMPTY: _("El archivo no tiene filas. Revise que sea el correcto."),
    FileFault.NOT_TEXT: _("No es un archivo de texto. Si es de Excel, guárdelo como CSV UTF-8."),
    FileFault.NO_NAMES: _("Falta una columna con el nombre. Escriba «nombre» en la primera fila."),
    FileFault.NO_PARISHES: _("Falta la columna «parroquia» en la primera fila."),
    FileFault.NO_POSITIONS: _("Faltan las columnas «latitud» y «longitud» en la primera fila."),
    FileFault.NO_KINDS: _("Falta la columna «tipo» en la primera fila."),
    FileFault.NOT_GEOJSON: _("No es un archivo GeoJSON. Expórtelo como «FeatureCollection»."),
    FileFault.NO_FEATURES: _("El archivo GeoJSON no trae ningún elemento."),
    FileFault.PROJECTED: _("Las coordenadas están en metros. Exporte en grados, WGS 84 (4326)."),
}


class BarrioChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Barrios with their parish, because names repeat from one parish to another."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name} · {obj.parish.name}"


class Founding(forms.Form):
    """The canton that this council serves."""

    name = forms.CharField(label=_("Nombre del cantón"), max_length=80)
    code = forms.RegexField(
        r"^[0-9]{4}$",
        label=_("Código del cantón"),
        help_text=_("Los cuatro números de la División Político Administrativa."),
        error_messages={"invalid": _("El código tiene cuatro números, por ejemplo 1101.")},
    )


class Sending(forms.Form):
    """A file to look at before bringing it in."""

    contents = forms.ChoiceField(label=_("¿Qué trae el archivo?"), choices=CONTENTS.items)
    file = forms.FileField(label=_("Archivo"), help_text=_("Hasta 50 MB."))
    source = forms.CharField(
        label=_("Fuente"),
        max_length=200,
        required=False,
        help_text=_("De dónde salen los límites: la ordenanza o la institución, y el año."),
    )
    starts_on = forms.DateField(
        label=_("Vigente desde"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Los límites de antes quedan guardados hasta ese día."),
    )
    name_field = forms.CharField(label=_("Campo del nombre"), max_length=60, required=False)
    parish_field = forms.CharField(
        label=_("Campo de la parroquia"),
        max_length=60,
        required=False,
        help_text=_("Solo si el archivo GeoJSON usa nombres de campo poco usuales."),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(REFUSALS[FileFault.TOO_LARGE])
        return file

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("contents", "").startswith(Draft.Form.OUTLINES):
            if not cleaned.get("source"):
                self.add_error("source", _("Diga de dónde salen los límites."))
            if not cleaned.get("starts_on"):
                self.add_error("starts_on", _("Diga desde qué día rigen los límites."))
        return cleaned

    def draft(self) -> Draft:
        """The file as it will be kept until somebody decides."""
        cleaned = self.cleaned_data
        form, level = cleaned["contents"].split(":")
        return Draft(
            form=form,
            level=level,
            file_name=cleaned["file"].name[-120:],
            content=cleaned["file"].read(),
            source=cleaned["source"],
            starts_on=cleaned["starts_on"],
            name_field=cleaned["name_field"],
            parish_field=cleaned["parish_field"],
        )


class CouncilForm(forms.Form):
    """What the council says of itself."""

    name = forms.CharField(
        label=_("Nombre completo"),
        max_length=160,
        help_text=_("Por ejemplo: Consejo de Seguridad Ciudadana del Cantón Loja."),
    )
    short_name = forms.CharField(
        label=_("Nombre corto"),
        max_length=40,
        required=False,
        help_text=_("El de las cabeceras, junto al símbolo. Por ejemplo: Consejo de Loja."),
    )
    email = forms.EmailField(label=_("Correo de la institución"), required=False)
    telephone = forms.CharField(
        label=_("Teléfono de la institución"), max_length=40, required=False
    )
    address = forms.CharField(label=_("Dirección de la oficina"), max_length=200, required=False)
    transparency_officer = forms.CharField(
        label=_("Responsable de la transparencia"),
        max_length=160,
        required=False,
        help_text=_("El cargo, o el nombre y el cargo. Se publica: la ley pide que conste."),
    )

    @classmethod
    def said_of(cls, council: Council | None) -> dict[str, str]:
        return {name: getattr(council, name) for name in cls.base_fields} if council else {}

    def draft(self) -> CouncilDraft:
        return CouncilDraft(**self.cleaned_data)
