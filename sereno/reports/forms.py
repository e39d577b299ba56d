"""What is filled in: a filter of the logbook, a reason, a register of the transparency law."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from sereno.reports.actions.registers import RegisterDraft
from sereno.reports.models import RegisterPage
from sereno.reports.queries.log import Filter
from sereno.reports.queries.papers.paper import Free
from sereno.reports.queries.words import EVENTS
from sereno.reports.rules.signing import LARGEST_KEY, Certificate
from sereno.reports.rules.templates import LARGEST
from sereno.web.fields import Prose

LONGEST_TEXT = 20_000


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

    because = Prose(
        label=_("Por qué se corrige"),
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Se publica junto a la cifra. No escriba nombres ni direcciones."),
        error_messages={"required": _("Escriba por qué se corrige la cifra.")},
    )


class Reason(forms.Form):
    """Why an edition is corrected or sent back."""

    because = Prose(
        label=_("Motivo"),
        max_length=1000,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Qué cambió y por qué. No escriba nombres ni direcciones."),
    )


class Sign(forms.Form):
    """A certificate and its password, for one signature."""

    certificate = forms.FileField(
        label=_("Su certificado (.p12 o .pfx)"),
        widget=forms.FileInput({"accept": ".p12,.pfx"}),
        help_text=_("Se usa para esta firma y no se guarda, ni su contraseña."),
        error_messages={"required": _("Elija el archivo de su certificado.")},
    )
    password = forms.CharField(
        label=_("Contraseña del certificado"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "off"}),
        error_messages={"required": _("Escriba la contraseña del certificado.")},
    )

    def sealed(self) -> Certificate:
        file = self.cleaned_data["certificate"]
        return Certificate(file.read(LARGEST_KEY + 1), self.cleaned_data["password"])


class GivenTemplate(forms.Form):
    """A Word template of the council's own."""

    template = forms.FileField(
        label=_("Su plantilla (.docx)"),
        widget=forms.FileInput({"accept": ".docx"}),
        help_text=_("Hasta 2 MB, sin macros. Nada cambia hasta que elija usarla."),
        error_messages={
            "required": _("Elija el archivo de su plantilla."),
            "empty": _("El archivo está vacío. Elija otro."),
        },
    )

    def given(self) -> bytes:
        content: bytes = self.cleaned_data["template"].read(LARGEST + 1)
        return content


class Texts(forms.Form):
    """The texts of a document, one field for each place that a person fills."""

    def __init__(self, free: Sequence[Free], *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        for each in free:
            widget = forms.TextInput() if each.rows == 1 else forms.Textarea({"rows": each.rows})
            self.fields[each.code] = forms.CharField(
                label=str(each.label),
                help_text=str(each.about),
                required=False,
                max_length=LONGEST_TEXT,
                widget=widget,
            )


class Register(forms.Form):
    """A numeral of the transparency law for a month: its rows, or a declared absence."""

    state = forms.ChoiceField(label=_("Qué hay este mes"), choices=RegisterPage.State.choices)
    because = forms.CharField(
        label=_("Por qué no hay información"),
        max_length=300,
        required=False,
        help_text=_("Solo si declara NO APLICA o INFORMACIÓN NO DISPONIBLE."),
    )
    text = Prose(
        label=_("Filas"),
        required=False,
        max_length=400_000,
        strip=False,
        widget=forms.Textarea({"rows": 8, "wrap": "off", "spellcheck": "false"}),
        help_text=_("Copie las celdas en Excel y péguelas aquí, con las columnas en este orden."),
    )

    def clean(self) -> dict[str, object]:
        given: dict[str, object] = super().clean() or self.cleaned_data
        if given.get("state") == RegisterPage.State.ROWS and not str(given.get("text", "")).strip():
            self.add_error("text", _("Pegue al menos una fila, o declare que no hay información."))
        if given.get("state") != RegisterPage.State.ROWS and not given.get("because"):
            self.add_error("because", _("Escriba por qué no hay información."))
        return given

    def draft(self, numeral: str, year: int, month: int, rows: list[list[str]]) -> RegisterDraft:
        """What is to be kept; a declared absence has no rows, whatever was pasted."""
        state = self.cleaned_data["state"]
        has_rows = state == RegisterPage.State.ROWS
        return RegisterDraft(
            numeral, year, month, state, self.cleaned_data["because"], rows if has_rows else ()
        )
