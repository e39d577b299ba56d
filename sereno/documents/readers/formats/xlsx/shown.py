"""A cell of Excel as it is shown here: 88,80%, 4.884,15, 31/08/2019."""

import datetime as dt
import re
from decimal import Decimal
from typing import Any, Final

from sereno.documents.readers.values.numbers import spanish

PLACES: Final = re.compile(r"[.]([0#]+)")


def shown(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "X" if value else ""
    if isinstance(value, dt.datetime | dt.date):
        return f"{value:%d/%m/%Y}" if in_days(value) else f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, dt.time | dt.timedelta):
        return str(value)
    if isinstance(value, int | float):
        return figure(value, cell.number_format or "General")
    return str(value).strip()


def in_days(value: dt.datetime | dt.date) -> bool:
    return not isinstance(value, dt.datetime) or (value.hour, value.minute) == (0, 0)


def figure(value: float, form: str) -> str:
    """The number by its format; without one, all the places it has and none invented."""
    exact = Decimal(repr(value))
    form = form.split(";")[0]
    places = len(found[1]) if (found := PLACES.search(form)) else 0
    if "%" in form:
        return spanish(exact * 100, places) + "%"
    if form in {"General", "@"}:
        return plainly(exact)
    said = spanish(exact, places, grouped="," in form) if exact == round(exact, places) else ""
    return said or plainly(exact)


def plainly(value: Decimal) -> str:
    if value == value.to_integral_value():
        return str(int(value))
    return spanish(round(value, 10).normalize(), grouped=False)
