"""What the supervision and the direction fill in: a kind of alert, and how soon help is due."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sereno.alerts import rules
from sereno.alerts.actions import KindDraft, TimesDraft
from sereno.alerts.models import AlertKind, TimeTarget
from sereno.alerts.queries import URGENCIES
from sereno.alerts.rules import Urgency
from sereno.territory.models import Parish

MOST_LETTERS = 300


class LinesField(forms.CharField):
    """One thing a line, without the blank ones."""

    widget = forms.Textarea(attrs={"rows": 6})

    def clean(self, value: Any) -> tuple[str, ...]:
        text = str(super().clean(value) or "")
        lines = tuple(line.strip() for line in text.splitlines() if line.strip())
        if any(len(line) > MOST_LETTERS for line in lines):
            raise ValidationError(_("Cada línea tiene hasta 300 letras. Divida la más larga."))
        return lines

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value


class KindForm(forms.Form):
    """The card that an operator reads when an alert of this kind arrives."""

    name = forms.CharField(
        label=_("Nombre"), max_length=80, help_text=_("Por ejemplo: Robo o asalto.")
    )
    urgency = forms.TypedChoiceField(
        label=_("Urgencia"), choices=list(URGENCIES.items()), coerce=Urgency
    )
    questions = LinesField(
        label=_("Qué se pregunta, una pregunta por línea"),
        help_text=_("En el orden en que se hacen, primero lo que salva vidas."),
    )
    steps = LinesField(
        label=_("Qué se hace, un paso por línea"),
        help_text=_("Lo que la operadora sigue, de arriba a abajo."),
    )
    device_codes = LinesField(
        label=_("Cómo la llaman los dispositivos, un código por línea"),
        required=False,
        help_text=_("El código que envía cada botón o panel. Cada uno es de una sola clase."),
    )

    def draft(self) -> KindDraft:
        return KindDraft(**self.cleaned_data)


class SpanField(forms.CharField):
    """A span of time as people write it."""

    widget = forms.TextInput(attrs={"class": "short", "autocomplete": "off"})

    def clean(self, value: Any) -> int | None:
        text = str(super().clean(value) or "").strip()
        if not text:
            return None
        seconds = rules.seconds_of(text)
        if seconds is None:
            raise ValidationError(_("Escríbalo así: 15 s, 2 min, 1 h 30 min."))
        return seconds

    def prepare_value(self, value: Any) -> Any:
        return rules.span(value) if isinstance(value, int) else value


class TimesForm(forms.Form):
    """The three steps of an urgency in a zone, or of one kind of it, from a day on."""

    urgency = forms.TypedChoiceField(
        label=_("Urgencia"), choices=list(URGENCIES.items()), coerce=Urgency
    )
    kind = forms.ChoiceField(
        label=_("Clase de alerta"),
        required=False,
        help_text=_("Solo si esa clase tiene tiempos propios; si no, valen los de su urgencia."),
    )
    zone = forms.ChoiceField(label=_("Parroquias"), choices=Parish.Kind.choices)
    acknowledge = SpanField(
        label=_("Atender"),
        required=False,
        help_text=_("Desde que llega la alerta. Así: 15 s, 2 min, 1 h 30 min."),
    )
    dispatch = SpanField(label=_("Enviar"), required=False)
    arrive = SpanField(
        label=_("Llegar"), required=False, help_text=_("Vacío: ese paso no tiene tiempo fijado.")
    )
    source = forms.CharField(
        label=_("Dónde consta"),
        max_length=TimeTarget._meta.get_field("source").max_length,
        help_text=_("La norma o el acta del Consejo que los fija."),
    )
    starts_on = forms.DateField(
        label=_("Rigen desde"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Si ya había tiempos, desde mañana: el día que empezó se mide con ellos."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = AlertKind.objects.filter(ends_on=None).order_by("name")
        choices = [("", _("todas las de esa urgencia")), *kinds.values_list("code", "name")]
        kind = self.fields["kind"]
        if isinstance(kind, forms.ChoiceField):
            kind.choices = choices

    def draft(self) -> TimesDraft:
        return TimesDraft(**self.cleaned_data)
