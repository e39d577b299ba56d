"""How much was promised, in people's words, the same on every page, document and interface."""

from decimal import Decimal
from typing import Protocol

from django.utils.translation import gettext as _

from sereno.plans.rules import printing
from sereno.plans.rules.targets import Kind, steps


class Promised(Protocol):
    """What says how much: a target, or a row of one."""

    @property
    def kind(self) -> str: ...
    @property
    def value(self) -> Decimal | None: ...
    @property
    def high(self) -> Decimal | None: ...
    @property
    def every_days(self) -> int | None: ...
    @property
    def universe(self) -> str: ...
    @property
    def universe_size(self) -> int | None: ...
    @property
    def scale(self) -> str: ...
    @property
    def source_words(self) -> str: ...
    @property
    def condition(self) -> str: ...


def said(promise: Promised, unit: str) -> str:
    """How much was promised; the document's own words stand beside it."""
    value = promise.value
    if promise.kind == Kind.FREQUENCY:
        return _every(promise.every_days or 0)
    if promise.kind == Kind.OBSERVED:
        return _("sin meta: solo se observa")
    if promise.kind == Kind.MILESTONE or value is None:
        return promise.source_words or promise.condition
    if promise.kind == Kind.SCALE:
        return _("desde «%(step)s»") % {"step": step(promise.scale, value)}
    if promise.high is not None:
        low, high = (_amount(promise, one, unit) for one in (value, promise.high))
        return _("entre %(low)s y %(high)s") % {"low": low, "high": high}
    if promise.kind == Kind.SHARE:
        return _share(promise, value)
    return _amount(promise, value, unit)


def step(scale: str, number: Decimal) -> str:
    """A step of a scale as the word it stands for."""
    return dict(enumerate(steps(scale), 1)).get(int(number), str(number))


def _amount(promise: Promised, value: Decimal, unit: str) -> str:
    if promise.kind == Kind.SHARE:
        return printing.share(value)
    return str(printing.printed(value, unit))


def _share(promise: Promised, value: Decimal) -> str:
    words = {
        "share": printing.share(value),
        "universe": _inside_a_sentence(promise.universe),
        "size": printing.number(Decimal(promise.universe_size or 0)),
    }
    if not promise.universe:
        return str(words["share"])
    if promise.universe_size is None:
        return _("%(share)s de %(universe)s") % words
    return _("%(share)s de %(universe)s (%(size)s)") % words


def _inside_a_sentence(words: str) -> str:
    """With a small first letter, unless it begins with an acronym."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _every(days: int) -> str:
    return _("cada día") if days == 1 else _("cada %(days)s días") % {"days": days}
