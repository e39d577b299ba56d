"""Fields that read what people write as they write it here."""

import re
from decimal import Decimal
from typing import Any, BinaryIO

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sereno.web import tables
from sereno.web.tables import NotATable, Unreadable

TABLES = ".xlsx,.csv,.txt,.tsv,text/csv"
UNREADABLE = {
    Unreadable.TOO_LARGE: _("El archivo pasa de 2 MB. Divídalo y suba cada parte."),
    Unreadable.LOCKED: _(
        "El libro está protegido con contraseña. Quítesela en Excel, guarde y súbalo otra vez."
    ),
    Unreadable.OLD_EXCEL: _(
        "Es un libro de Excel antiguo (.xls). Use «Guardar como», elija XLSX y súbalo otra vez."
    ),
    Unreadable.HAS_MACROS: _(
        "El libro trae macros. Use «Guardar como», elija XLSX sin macros y súbalo otra vez."
    ),
    Unreadable.NOT_A_TABLE: _(
        "Ese archivo no es una tabla. Guárdelo como XLSX o CSV y súbalo otra vez."
    ),
    Unreadable.TOO_MANY_ROWS: _("La hoja pasa de 10.000 filas. Divídala y suba cada parte."),
}


def text_of_file(sent: BinaryIO) -> str:
    """A table that was sent as the text that would have been pasted; refused in a sentence."""
    try:
        return tables.text_of(sent.read(tables.LARGEST + 1))
    except NotATable as fault:
        raise ValidationError(UNREADABLE[fault.why]) from fault


# 4.884,15 and 4884,15; and 4884.15, which cannot be meant otherwise. Not 0.875 nor 4,884.15.
AS_HERE = re.compile(r"-?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d+)?")
AS_ELSEWHERE = re.compile(r"-?\d+\.(?:\d{1,2}|\d{4,})")


LONGEST_NUMBER = 18  # digits of what every database takes for the number of a row


class NumberField(forms.DecimalField):
    """A number written as here, ``1.234,5``; one that could be read in two ways is refused."""

    default_error_messages = {
        "invalid": _("No se entiende el número. Escriba los decimales con coma: 4.884,15."),
        "min_value": _("El número no puede ser menor que %(limit_value)s."),
    }

    def __init__(self, **kwargs: Any) -> None:
        box = forms.TextInput(attrs={"inputmode": "decimal", "class": "number"})
        told = {"required": False, "max_digits": 16, "decimal_places": 4, "widget": box}
        super().__init__(localize=True, **{**told, **kwargs})

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # as Django's own
        if value in self.empty_values:
            return None
        text = str(value).strip().replace("\N{NO-BREAK SPACE}", "")
        if AS_HERE.fullmatch(text):
            return Decimal(text.replace(".", "").replace(",", "."))
        if AS_ELSEWHERE.fullmatch(text):
            return Decimal(text)
        raise ValidationError(self.error_messages["invalid"], code="invalid")


class Prose(forms.CharField):
    """Lines of text, counted by the house: a browser cuts what is pasted without a word.

    For pages that come back with all that was written; a page that does not would lose it whole.
    """

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs


class PastedForm(forms.Form):
    """A table, pasted or as a file; what was sent becomes the text that would have been pasted."""

    text = forms.CharField(
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "wrap": "off"}),
    )
    file = forms.FileField(
        label=_("O elija un archivo de Excel (XLSX) o CSV"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": TABLES}),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        sent = data.get("file")
        if sent:
            data["text"] = text_of_file(sent)
        if not (data.get("text") or "").strip() and not self.errors:
            raise ValidationError(_("Pegue la tabla o elija un archivo."))
        return data


class Ticked(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # not at run time
    """Rows that were ticked; a number that no row can have is none, and no database is asked."""

    def clean(self, value: Any) -> Any:
        for one in value or ():
            if not (
                str(one).isascii() and str(one).isdecimal() and len(str(one)) <= LONGEST_NUMBER
            ):
                said = self.error_messages["invalid_choice"]
                raise ValidationError(said, code="invalid_choice", params={"value": one})
        return super().clean(value)
