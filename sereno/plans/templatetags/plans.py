"""How a printed value is read by who opened the page, and how the months of an activity are."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django import template
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext as _

from sereno.plans.rules import printing

register = template.Library()
TALL, WIDE = Decimal(22), 8
MANY = 5  # months that differ and are still told one by one: fewer


@dataclass(frozen=True)
class Bar:
    """A month of an activity, drawn: the tallest of the twelve fills the height."""

    x: int
    y: Decimal
    height: Decimal


@register.filter
def as_read(printed: object) -> str:
    """``66,3 % (2 de 3)`` with its words in the language of the page."""
    return printing.as_read(str(printed))


@register.filter
def of_hundred(value: Decimal) -> str:
    return printing.share(value)


@register.filter
def month_name(number: int) -> str:
    return str(MONTHS[int(number)]).lower()


@register.filter
def bars(parts: Sequence[Decimal]) -> list[Bar]:
    tallest = max(parts)
    heights = [part * TALL / tallest if tallest else Decimal(0) for part in parts]
    return [
        Bar(month * WIDE + 1, Decimal(23) - height, height) for month, height in enumerate(heights)
    ]


@register.filter
def in_months(parts: Sequence[Decimal]) -> str:
    """``mar 50 %, may 50 %``; a run of months together: ``de ene a dic: 8 % cada mes``."""
    used = [month for month, part in enumerate(parts, 1) if part]
    run = len(used) > 2 and used == list(range(used[0], used[-1] + 1))
    least, most = (of([parts[month - 1] for month in used] or [Decimal(0)]) for of in (min, max))
    if not run or (least != most and len(used) < MANY):
        return ", ".join(f"{MONTHS_3[month]} {printing.share(parts[month - 1])}" for month in used)
    said = {"first": MONTHS_3[used[0]], "last": MONTHS_3[used[-1]], "share": printing.share(most)}
    if least == most:
        return _("de %(first)s a %(last)s: %(share)s cada mes") % said
    said["least"] = printing.share(least)
    return _("de %(first)s a %(last)s: entre %(least)s y %(share)s cada mes") % said
