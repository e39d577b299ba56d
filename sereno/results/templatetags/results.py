"""Tags that say how far a promise was kept, and what a measurement waits for."""

from decimal import Decimal

from django import template
from django.utils.translation import gettext as _

from sereno.plans.rules.printing import Printed, printed, share
from sereno.results.forms import FORMULAS
from sereno.results.models import Measurement
from sereno.results.queries import Due, Together
from sereno.results.queries.compared import Change
from sereno.results.rules.aggregate import Whole
from sereno.results.rules.progress import ABSENT, Progress, State
from sereno.web.rules import Kind, exact

register = template.Library()
Badge = dict[str, object]


def _badge(kind: Kind, label: str) -> Badge:
    return {"kind": kind.value, "label": label}


KINDS = {
    State.REACHED: Kind.ALIVE,
    State.ON_THE_WAY: Kind.PLAIN,
    State.ZERO: Kind.ATTENTION,
    State.WORSE: Kind.ATTENTION,
}


@register.inclusion_tag("web/parts/state.html")
def progress_badge(progress: Progress) -> Badge:
    """How far, as a word and a shape; what went past its target says so."""
    kind = KINDS.get(progress.state, Kind.UNKNOWN)
    if progress.ratio is None:
        return _badge(kind, progress_words(progress.state))
    if progress.off:
        return _badge(kind, off_words(progress.ratio))
    ratio = {"ratio": share(exact(progress.ratio * 100, 1))}
    if progress.over:
        beyond = _("superada: %(ratio)s del camino"), _("superada: %(ratio)s de la meta")
        return _badge(kind, beyond[not progress.from_baseline] % ratio)
    if progress.state != State.ON_THE_WAY:
        return _badge(kind, progress_words(progress.state))
    way = _("%(ratio)s del camino"), _("%(ratio)s de la meta")
    return _badge(kind, way[not progress.from_baseline] % ratio)


def off_words(ratio: Decimal) -> str:
    """How far something lies from what had to be kept, whichever side."""
    far = share(exact((1 - ratio) * 100, 1))
    return _("se aparta %(ratio)s de lo prometido") % {"ratio": far}


def progress_words(state: State) -> str:
    """How far, in a word, where no number says it."""
    return {
        State.REACHED: _("cumplida"),
        State.ON_THE_WAY: _("en camino"),
        State.ZERO: _("sin avance: 0 %"),
        State.WORSE: _("peor que al inicio"),
        State.UNKNOWN: _("sin dato"),
        State.NOT_APPLICABLE: _("no aplica"),
        State.NOT_DUE: _("aún no vence"),
    }[state]


@register.inclusion_tag("results/parts/badge.html")
def due_badge(due: Due) -> Badge:
    words = {
        Due.LATE: (Kind.ATTENTION, _("atrasada")),
        Due.SOON: (Kind.PLAIN, _("vence pronto")),
        Due.STALE: (Kind.UNKNOWN, _("sin medir este mes")),
    }
    return _badge(*words[due]) if due in words else {}


@register.inclusion_tag("web/parts/state.html")
def standing_badge(measurement: Measurement) -> Badge:
    if measurement.approved_at:
        return _badge(Kind.ALIVE, _("aprobada"))
    if measurement.returned_at:
        return _badge(Kind.ATTENTION, _("devuelta"))
    if measurement.reviewed_at:
        return _badge(Kind.PLAIN, _("revisada; falta aprobar"))
    return _badge(Kind.UNKNOWN, _("borrador; falta revisar"))


@register.inclusion_tag("web/parts/state.html")
def change_badge(change: Change) -> Badge:
    """What became of an approved number since it was measured."""
    words = {
        Change.LATE: (Kind.ATTENTION, _("cambiaron los registros")),
        Change.NEVER: (Kind.UNKNOWN, _("sin número aprobado")),
        Change.MORE: (Kind.PLAIN, _("hay más que contar")),
        Change.WAITING: (Kind.PLAIN, _("ya hay un borrador en camino")),
        Change.SAME: (Kind.ALIVE, _("igual que lo aprobado")),
    }
    return _badge(*words[change])


@register.simple_tag
def whole_words(found: Together) -> Printed:
    """What several numbers come to, or why it cannot be said."""
    whole = found.account.whole
    unit = found.indicator.unit
    if isinstance(whole.value, Decimal):
        return printed(whole.value, unit, numerator=whole.numerator, denominator=whole.denominator)
    return Printed(progress_words(ABSENT[whole.value]))


@register.simple_tag
def whole_so_far(found: Together) -> str:
    """``7 hasta hoy, faltan 2 de 12``; nothing where the whole is known."""
    whole = found.account.whole
    lacking = len(whole.missing) + len(whole.coming)
    if not lacking:
        return ""
    words: dict[str, object] = {"lacking": lacking, "pieces": whole.pieces}
    words["value"] = "" if whole.so_far is None else str(_so_far(whole, found.indicator.unit))
    if isinstance(whole.value, Decimal):
        return _("no se conocen %(lacking)s de %(pieces)s") % words
    if whole.so_far is None:
        return _("faltan %(lacking)s de %(pieces)s") % words
    return _("%(value)s hasta hoy, faltan %(lacking)s de %(pieces)s") % words


def _so_far(whole: Whole, unit: str) -> Printed:
    return printed(whole.so_far, unit, numerator=whole.numerator, denominator=whole.denominator)


@register.filter
def formula_words(formula: str) -> str:
    return str(FORMULAS.get(formula, formula))
