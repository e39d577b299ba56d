"""What is wrong with a value that was sent, in Spanish and with what to do about it."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# The names that pydantic gives to what may be wrong, as far as this interface can meet them.
WORDS: Mapping[str, Any] = {
    "missing": gettext_lazy("falta: envíelo"),
    "extra_forbidden": gettext_lazy("no existe: revise el nombre"),
    "string_type": gettext_lazy("debe ser un texto"),
    "string_too_long": gettext_lazy("es demasiado largo: hasta %(max_length)s signos"),
    "string_too_short": gettext_lazy("es demasiado corto: desde %(min_length)s signos"),
    "string_pattern_mismatch": gettext_lazy("no tiene la forma esperada: %(pattern)s"),
    "literal_error": gettext_lazy("debe ser uno de: %(expected)s"),
    "enum": gettext_lazy("debe ser uno de: %(expected)s"),
    "bool_type": gettext_lazy("debe ser verdadero o falso"),
    "bool_parsing": gettext_lazy("debe ser verdadero o falso"),
    "int_type": gettext_lazy("debe ser un número entero"),
    "int_parsing": gettext_lazy("debe ser un número entero"),
    "int_parsing_size": gettext_lazy("es un número demasiado grande"),
    "int_from_float": gettext_lazy("debe ser un número entero"),
    "decimal_type": gettext_lazy("debe ser un número, como «12.5»"),
    "decimal_parsing": gettext_lazy("debe ser un número, como «12.5»"),
    "finite_number": gettext_lazy("debe ser un número finito"),
    "decimal_max_digits": gettext_lazy("tiene demasiadas cifras: hasta %(max_digits)s"),
    "decimal_max_places": gettext_lazy("tiene demasiados decimales: hasta %(decimal_places)s"),
    "decimal_whole_digits": gettext_lazy("es un número demasiado grande"),
    "greater_than": gettext_lazy("debe ser mayor que %(gt)s"),
    "greater_than_equal": gettext_lazy("debe ser %(ge)s o más"),
    "less_than": gettext_lazy("debe ser menor que %(lt)s"),
    "less_than_equal": gettext_lazy("debe ser %(le)s o menos"),
    "too_long": gettext_lazy("son demasiados: hasta %(max_length)s"),
    "too_short": gettext_lazy("son muy pocos: desde %(min_length)s"),
    "list_type": gettext_lazy("debe ser una lista"),
    "dict_type": gettext_lazy("debe ser un objeto JSON"),
    "model_type": gettext_lazy("debe ser un objeto JSON"),
    "model_attributes_type": gettext_lazy("debe ser un objeto JSON"),
    "timezone_aware": gettext_lazy("debe decir su huso, como 2026-06-01T05:00:00Z"),
}
DAYS = ("date_", "datetime_")


def said(fault: Mapping[str, Any]) -> str:
    """One fault of validation; what has no words of its own is told as not of the shape."""
    kind, context = str(fault["type"]), dict(fault.get("ctx") or {})
    if kind.startswith(DAYS):
        return _("debe ser una fecha, como 2026-06-01")
    words = WORDS.get(kind)
    if words is None:
        return _("no tiene la forma que dice openapi.json")
    return str(words) % context


def where(fault: Mapping[str, Any]) -> str:
    """The place of a fault: ``rows.3.value``; of a query, a path or a form, its name alone.

    ninja puts before it where the parameter came from, and how the view calls a body.
    """
    place = [str(part) for part in fault["loc"]]
    skipped = 2 if place[:1] == ["body"] else 1
    return ".".join(place[skipped:] or place[-1:])
