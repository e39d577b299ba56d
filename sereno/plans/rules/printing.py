"""How a measured or promised number becomes words, the same on every page and document."""

import re
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from sereno.web import rules as writing

NO_DATA = "sin dato"
NOT_APPLICABLE = "no aplica"
MET = "cumplido"
PENDING = "pendiente"
# What is printed is kept, published and sealed in Spanish; this is how others read it.
READ = {
    NO_DATA: lazy("sin dato"),
    NOT_APPLICABLE: lazy("no aplica"),
    MET: lazy("cumplido"),
    PENDING: lazy("pendiente"),
}
PARTS = re.compile(r"([\d.,]+) de ([\d.,]+)")

PERCENT = frozenset({"percent", "%", "porcentaje", "por ciento"})
MINUTES = frozenset({"minutes", "minute", "minutos", "minuto", "min"})
MONEY = frozenset({"usd", "dólares"})
MILESTONE = frozenset({"milestone", "hito", "documento"})
FINE_BELOW = Decimal(2)  # under two minutes a tenth is too coarse

# Words of units that plans write as codes: one of them, several of them.
UNITS = {
    "operations": ("operativo", "operativos"),
    "people": ("persona", "personas"),
    "motorcycles": ("motocicleta", "motocicletas"),
    "devices": ("dispositivo", "dispositivos"),
    "parks": ("parque", "parques"),
    "barrios": ("barrio", "barrios"),
    "alerts": ("alerta", "alertas"),
    "incidents": ("incidente", "incidentes"),
    "trainings": ("capacitación", "capacitaciones"),
    "days": ("día", "días"),
}


@dataclass(frozen=True)
class Printed:
    """A printed value in its pieces: the number, its unit, and the parts of a percentage."""

    number: str
    unit: str = ""
    parts: str = ""

    def __str__(self) -> str:
        whole = f"{self.number}{writing.TIED}{self.unit}" if self.unit else self.number
        return f"{whole} ({self.parts})" if self.parts else whole


def printed(
    value: Decimal | None,
    unit: str,
    *,
    numerator: Decimal | None = None,
    denominator: Decimal | None = None,
) -> Printed:
    """The one rule by which a value is written; half away from zero, as people do on paper.

    A percentage carries its parts. No value over an empty whole does not apply; no value
    otherwise is unknown; neither is zero.
    """
    code = unit.strip().lower()
    if value is None:
        return Printed(NOT_APPLICABLE if denominator == 0 else NO_DATA)
    if code in MILESTONE:
        return Printed(MET if value >= 1 else PENDING)
    if code in PERCENT:
        return Printed(writing.decimal(value, 1), "%", _parts(numerator, denominator))
    if code in MINUTES:
        return Printed(writing.decimal(value, 2 if abs(value) < FINE_BELOW else 1), "min")
    if code in MONEY:
        return Printed(writing.money(value))
    return Printed(number(value), unit_words(unit, value))


def number(value: Decimal) -> str:
    """A plain number: without decimals where it has none, else with two."""
    return writing.decimal(value, _places(value))


def share(value: Decimal) -> str:
    """A promised share, without decimals where it has none: ``60 %``, ``12,5 %``."""
    exact = value.normalize()
    places = max(0, -int(exact.as_tuple().exponent))
    return f"{writing.decimal(value, places)}{writing.TIED}%"


def unit_words(unit: str, value: Decimal | None = None) -> str:
    """The unit as people say it."""
    code = unit.strip().lower()
    if code in PERCENT:
        return "%"
    if code in MINUTES:
        return "min"
    if code in MILESTONE:
        return ""
    one, many = UNITS.get(code, (unit, unit))
    return one if value == 1 else many


def pieces(text: str) -> Printed:
    """A printed value taken apart again, so that a page can set its number large."""
    whole, _open, rest = text.partition(" (")
    if whole.startswith(f"USD{writing.TIED}"):
        return Printed(whole)
    figure, _tie, unit = whole.partition(writing.TIED)
    return Printed(figure, unit, rest.removesuffix(")"))


def as_read(words: str) -> str:
    """A printed value in the language of its reader: ``88,9 % (8 of 9)``."""

    def of(found: re.Match[str]) -> str:
        return _("%(part)s de %(whole)s") % {"part": found[1], "whole": found[2]}

    return str(READ[words]) if words in READ else PARTS.sub(of, words)


def _parts(numerator: Decimal | None, denominator: Decimal | None) -> str:
    if numerator is None or denominator is None:
        return ""
    return f"{number(numerator)} de {number(denominator)}"


def _places(value: Decimal) -> int:
    """None for a whole number, two otherwise."""
    return 0 if value == value.to_integral_value() else 2
