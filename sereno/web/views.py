"""The style guide: every part in every state, for whoever builds or judges a page."""

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sereno.web import rules

FACES = {
    "desk": _("Escritorio"),
    "console": _("Consola"),
    "public": _("Sitio público"),
    "phone": _("Teléfono"),
}

SAID = (
    (messages.SUCCESS, _("La medición quedó guardada y espera revisión.")),
    (messages.ERROR, _("Esta alerta ya la tomó otra persona: elija la siguiente de la cola.")),
)


class Sample(forms.Form):
    """One field of each sort, to see how they look and how they refuse."""

    name = forms.CharField(label=_("Nombre del dispositivo"), max_length=20)
    kind = forms.ChoiceField(
        label=_("Clase"), choices=[("camera", _("Cámara")), ("siren", _("Sirena"))]
    )
    installed_on = forms.DateField(
        label=_("Fecha de instalación"), help_text=_("Por ejemplo: 21/11/2026")
    )
    cost = forms.DecimalField(label=_("Costo en dólares"), max_digits=9, decimal_places=2)
    note = forms.CharField(
        label=_("Observación"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    works = forms.BooleanField(label=_("Se probó con la vecindad"), required=False)


def style_guide(request: HttpRequest, face: str = "desk") -> HttpResponse:
    if face not in FACES or not (settings.DEBUG or _is_staff(request)):
        raise Http404
    at = timezone.now()
    for level, text in SAID if face == "desk" else ():
        messages.add_message(request, level, text)
    wrong = Sample({"name": "Cámara del parque infantil de Jipiro", "installed_on": "31/02/2026"})
    context: dict[str, Any] = {
        "face": face,
        "faces": FACES,
        "kinds": list(rules.Kind),
        "form": Sample(),
        "wrong": wrong,
        "rows": range(1, 13),
        "crumbs": [(_("Planes"), "#"), (_("Plan 2024-2027"), "#"), (_("Tiempo de llegada"), "")],
        "moments": {
            "now": at,
            "minutes": at - timedelta(minutes=3, seconds=12),
            "hours": at - timedelta(hours=5),
            "yesterday": at - timedelta(days=1, hours=2),
            "ahead": at + timedelta(days=40),
        },
        "soon": at + timedelta(seconds=20),
        "past": at - timedelta(seconds=30),
        "long_words": _(
            "Revisar en territorio cada dispositivo comunitario del barrio junto con su directiva, "
            "anotar cuáles responden a la prueba, cuáles no y por qué, y acordar con la vecindad "
            "la fecha en que la cuadrilla técnica volverá con el repuesto que haga falta"
        ),
        "zero": 0,
    }
    return render(request, f"web/guide/{face}.html", context)


def _is_staff(request: HttpRequest) -> bool:
    """Whether the person, as the room of people defines it, belongs to the council's staff."""
    is_staff = getattr(getattr(request, "user", None), "is_staff_member", None)
    return bool(is_staff and is_staff())
