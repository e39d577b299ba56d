"""Tags that write numbers, times, states and progress in the same way on every page."""

from datetime import datetime, timedelta
from decimal import Decimal

from django import template
from django.template import Context
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from sereno.web import rules
from sereno.web.stacking import named

register = template.Library()

Value = rules.Number | rules.Absent | str | None

# Drawn by us, one outline a kind, so that a state is known without its colour.
SHAPES: dict[rules.Kind, str] = {
    rules.Kind.DANGER: '<path d="M5 0h6l5 5v6l-5 5H5l-5-5V5zm2 3v6h2V3zm0 8v2h2v-2z"/>',
    rules.Kind.ATTENTION: '<path d="M8 1l8 14H0zm-1 5v4h2V6zm0 5.5v2h2v-2z"/>',
    rules.Kind.ALIVE: '<path d="M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0m-1 11.8 5.5-6-1.5-1.4'
    'L6.9 8.9 5 7 3.6 8.4z"/>',
    rules.Kind.UNKNOWN: '<path d="M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0m0 2a6 6 0 1 0 0 12A6 6 0 0 '
    "0 8 2M7 11h2v2H7zm2-1H7c0-2.6 2-2.4 2-4 0-1.2-2-1.2-2 .3H5C5 2.5 11 2.5 11 6"
    'c0 2.3-2 2.1-2 4"/>',
    rules.Kind.PLAIN: '<path d="M2 2h12v12H2zm2 2v8h8V4z"/>',
}
LEVELS = {
    "success": rules.Kind.ALIVE,
    "warning": rules.Kind.ATTENTION,
    "error": rules.Kind.ATTENTION,
}


@register.simple_tag
def shape(kind: str) -> SafeString:
    """The outline that belongs to a kind of state; the word beside it says the same."""
    drawing = mark_safe(SHAPES[rules.Kind(kind)])  # noqa: S308 - a constant of this file
    return format_html(
        '<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" '
        'fill-rule="evenodd">{}</svg>',
        drawing,
    )


@register.filter
def message_kind(word: str) -> str:
    """The kind of a message, from its own word or from a level of Django's messages.

    A refusal asks for attention; red stays for danger to life.
    """
    first = word.split()[0] if word else ""
    if first in LEVELS:
        return LEVELS[first]
    return first if first in set(rules.Kind) else rules.Kind.PLAIN


def _absent(reason: rules.Absent) -> SafeString:
    words = {
        rules.Absent.UNKNOWN: _("sin dato"),
        rules.Absent.NOT_APPLICABLE: _("no aplica"),
        rules.Absent.NOT_DUE: _("aún no vence"),
    }
    return format_html(
        '<span class="absent" data-absent="{}">{}</span>', reason.value, words[reason]
    )


def _missing(value: object) -> rules.Absent | None:
    """The reason, where a value is the absence of one."""
    if value is None or value == "":
        return rules.Absent.UNKNOWN
    return next((reason for reason in rules.Absent if value == reason), None)


@register.simple_tag
def absent(reason: str = "unknown") -> SafeString:
    """``unknown``, ``not-applicable`` or ``not-due`` in words that cannot be taken for zero."""
    return _absent(rules.Absent(reason))


@register.filter(name="unknown")
def unknown(value: object) -> object:
    """The value, or the words for there being none."""
    reason = _missing(value)
    return _absent(reason) if reason else value


@register.filter
def decimal(value: Value, places: int | None = None) -> str:
    reason = _missing(value)
    return _absent(reason) if reason else rules.decimal(_number(value), places)


@register.filter
def money(value: Value) -> str:
    reason = _missing(value)
    return _absent(reason) if reason else rules.money(_number(value))


@register.filter
def minutes(value: Value | timedelta, places: int = 1) -> str:
    if isinstance(value, timedelta):
        return rules.minutes(value, places)
    reason = _missing(value)
    return _absent(reason) if reason else rules.minutes(_number(value), places)


@register.filter
def duration(value: timedelta | None) -> str:
    return _absent(rules.Absent.UNKNOWN) if value is None else rules.duration(value)


@register.simple_tag
def percent(part: Value, whole: Value, places: int = 1) -> SafeString:
    """``88,9 % (8 de 9)``: a share is never written without its parts."""
    reason = _missing(part) or _missing(whole)
    if reason:
        return _absent(reason)
    some, all_of_it = _number(part), _number(whole)
    parts = _("%(part)s de %(whole)s") % {
        "part": rules.decimal(some),
        "whole": rules.decimal(all_of_it),
    }
    value = rules.share(some, all_of_it)
    said = _absent(rules.Absent.NOT_APPLICABLE) if value is None else rules.percent(value, places)
    return format_html(
        '<span class="number">{}</span> <span class="parts">({})</span>', said, parts
    )


def _number(value: object) -> rules.Number:
    if isinstance(value, int | float | Decimal):
        return value
    return Decimal(str(value))


def _distance(far: rules.Distance) -> str:
    if far.unit == "now":
        return _("ahora mismo")
    count = {"count": far.count}
    if far.unit == "day" and far.count == 1:
        return _("ayer") if far.past else _("mañana")
    units = {
        "year": ngettext("%(count)s año", "%(count)s años", far.count),
        "month": ngettext("%(count)s mes", "%(count)s meses", far.count),
        "day": ngettext("%(count)s día", "%(count)s días", far.count),
        "hour": ngettext("%(count)s hora", "%(count)s horas", far.count),
        "minute": ngettext("%(count)s minuto", "%(count)s minutos", far.count),
    }
    lapse = {"lapse": units[far.unit] % count}
    return _("hace %(lapse)s") % lapse if far.past else _("dentro de %(lapse)s") % lapse


@register.simple_tag(takes_context=True)
def when(context: Context, moment: datetime | None) -> SafeString:
    """``21/11/2026 21:04 (hace 3 minutos)``; how long ago only where the page knows ``now``."""
    if moment is None:
        return _absent(rules.Absent.UNKNOWN)
    local = timezone.localtime(moment)
    now = context.get("now")
    relative = (
        format_html(
            ' <span class="relative">({})</span>', _distance(rules.distance(moment, at=now))
        )
        if isinstance(now, datetime)
        else ""
    )
    return format_html(
        '<time data-when datetime="{}"><span class="absolute">{}</span>{}</time>',
        local.isoformat(timespec="seconds"),
        f"{local:%d/%m/%Y %H:%M}",
        relative,
    )


@register.simple_tag
def since(moment: datetime, due_at: datetime | None = None) -> SafeString:
    """The time since a moment, counted by clock.js, which warns before ``due_at`` passes."""
    local = timezone.localtime(moment)
    due = format_html(' data-due="{}"', timezone.localtime(due_at).isoformat()) if due_at else ""
    return format_html(
        '<time data-since datetime="{}"{}>{}</time>',
        local.isoformat(timespec="milliseconds"),
        due,
        f"{local:%H:%M:%S}",
    )


@register.inclusion_tag("web/parts/state.html")
def state_badge(kind: str, label: str) -> dict[str, object]:
    """A state as word, shape and colour; ``kind`` is one of ``rules.Kind``."""
    return {"kind": rules.Kind(kind).value, "label": label}


@register.inclusion_tag("web/parts/crumbs.html")
def crumbs(*words: object) -> dict[str, list[tuple[object, object]]]:
    """Label, address, label, address … and the label of this page."""
    pairs = [*words, ""] if len(words) % 2 else list(words)
    return {"crumbs": list(zip(pairs[::2], pairs[1::2], strict=True))}


@register.inclusion_tag("web/parts/progress.html")
def progress(
    value: Value, target: Value, baseline: Value = 0, unit: str = "", places: int | None = None
) -> dict[str, object]:
    """The bar from the baseline to the target, with all three numbers written under it."""
    known = [None if _missing(given) else _number(given) for given in (value, baseline, target)]
    shown = None
    if known[1] is not None and known[2] is not None:
        shown = rules.bar(known[0], baseline=known[1], target=known[2])
    words = [
        _absent(_missing(given) or rules.Absent.UNKNOWN)
        if number is None
        else _with_unit(rules.decimal(number, places), unit)
        for given, number in zip((value, baseline, target), known, strict=True)
    ]
    plain = [
        pgettext("progreso", "sin dato") if number is None else str(word)
        for number, word in zip(known, words, strict=True)
    ]
    reached = shown.reached if shown else None
    return {
        "bar": shown,
        "value": words[0],
        "baseline": words[1],
        "target": words[2],
        "reached": {True: "yes", False: "no", None: "unknown"}[reached],
        "said": _("Línea base %(baseline)s, hoy %(value)s, meta %(target)s.")
        % {"value": plain[0], "baseline": plain[1], "target": plain[2]},
    }


def _with_unit(text: str, unit: str) -> str:
    return f"{text}{rules.TIED}{unit}" if unit else text


@register.filter
def coordinate(value: Decimal) -> str:
    """A number as SVG reads it, whatever the language of the page."""
    return f"{value:.2f}"


@register.simple_block_tag
def stacks(content: SafeString) -> SafeString:
    """A table that a telephone shows downwards, a card for each row."""
    return mark_safe(named(content))  # noqa: S308 - what the template wrote, escaped already
