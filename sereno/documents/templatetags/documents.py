"""Tags that say what a field is called, what is doubtful about it, and where it stands."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.translation import gettext as _

from sereno.documents import queries
from sereno.documents.forms import kind_word, label_of
from sereno.documents.models import Document, Item
from sereno.documents.rules import values
from sereno.documents.rules.money import asked_of
from sereno.documents.views.letter import place_said
from sereno.web import rules as web

register = template.Library()

register.filter("label", label_of)
register.filter("kind_word", kind_word)
register.filter("place_said", place_said)

STATES: dict[str, web.Kind] = {
    Document.State.WAITING.value: web.Kind.UNKNOWN,
    Document.State.READING.value: web.Kind.UNKNOWN,
    Document.State.READ.value: web.Kind.ATTENTION,
    Document.State.REFUSED.value: web.Kind.ATTENTION,
    Document.State.REVIEWED.value: web.Kind.ALIVE,
    Item.State.PROPOSED.value: web.Kind.PLAIN,
    Item.State.DOUBTFUL.value: web.Kind.ATTENTION,
    Item.State.ACCEPTED.value: web.Kind.ALIVE,
    Item.State.UNDONE.value: web.Kind.UNKNOWN,
}


@register.inclusion_tag("web/parts/state.html")
def standing(thing: Document | Item) -> dict[str, object]:
    """The state of a document or a row as word, shape and colour."""
    kind = STATES.get(thing.state, web.Kind.UNKNOWN)
    return {"kind": kind.value, "label": thing.get_state_display()}


@register.filter
def words(field: Mapping[str, Any]) -> str:
    return values.said(field)


@register.simple_tag
def cells_of(item: Item, findings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The fields of a row as the page shows them: doubts first said, then the words."""
    told = queries.findings_of(item, findings)
    return [
        {
            "name": name,
            "field": field,
            "words": values.said(field),
            "corrected": "corrected" in field,
            "doubts": [doubt_said(doubt) for doubt in item.doubts if doubt["field"] == name],
            "findings": told[name],
            "refused": refusal_said(field.get("value")) if "corrected" not in field else "",
            "place": next((place_said(place) for place in field["source"]), ""),
        }
        for name, field in item.fields.items()
    ] + [{"name": name, "words": "", "is_asked": True} for name in asked_of(item.fields)]


def refusal_said(value: object) -> str:
    """Why the words of a field are no value; nothing where they are, or only words are asked."""
    code = str(value.get("code") or "") if isinstance(value, Mapping) else ""
    return {
        "no-target": _("el documento no le pone meta: escríbala si la conoce"),
        "no-quantity": _("no dice cuánto: entra como hito"),
        "several-quantities": _("dice más de una cantidad: sepárelas"),
        "only-a-date": _("dice cuándo, no cuánto"),
        "ambiguous-number": _("no se sabe si son miles o decimales"),
        "not-a-number": _("no es un número"),
        "several-numbers": _("dice más de un número"),
        "too-large": _("el número es demasiado largo"),
        "not-an-amount": _("no es un monto"),
        "no-years": _("no dice ningún año"),
        "years-backwards": _("los años están al revés"),
        "no-frequency": _("no dice cada cuánto"),
        "not-a-date": _("no es una fecha"),
        "no-such-day": _("ese día no existe"),
        "no-names": _("no nombra a nadie"),
        "undeclared-absence": _(
            "falta el dato: la ley pide «NO APLICA» o «INFORMACIÓN NO DISPONIBLE»"
        ),
    }.get(code, "")


@register.filter
def doubt_said(doubt: Mapping[str, str]) -> str:
    if doubt["why"] == "read":
        return note_said(doubt["code"])
    return {
        "unsure": _("lectura insegura"),
        "finding": _("tiene una observación"),
        "personal": _("dato personal: no entra en lo que se publica"),
        "repeats": _("repite otra fila"),
        "no-code": _(
            "el dinero no tiene partida: corrija y escríbala, o entra con una provisional por el "
            "nombre de su programa"
        ),
    }[doubt["why"]]


@register.filter
def note_said(code: str) -> str:
    """How a row or the whole paper was read, in words; a code that nobody foresaw stays itself."""
    return {
        "shifted": _("sus casillas estaban corridas una columna: revise cada una"),
        "columns-lost": _("sus columnas se perdieron al escanear: separe usted lo que dice"),
        "carried": _("su programa, eje u objetivo se escribió una vez, más arriba"),
        "total": _("suma otras filas: no entra, para no contar dos veces"),
        "macro": _("Trae macros: no se ejecutaron."),
        "hidden-sheet": _("Trae hojas ocultas: también se leyeron."),
        "tracked-deletions": _("Trae texto borrado con control de cambios: no se leyó."),
        "tiny-letters": _("Trae letras tan pequeñas que nadie las ve: no se leyeron."),
        "drawing": _("Una página lleva un plano o un dibujo: se leyó sin sus líneas."),
        "ocr": _("Es una imagen: se leyó con reconocimiento de texto. Revise cada casilla."),
    }.get(code, code)
