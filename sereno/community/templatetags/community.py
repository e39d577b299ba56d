"""How activities and promises stand, in words and shapes."""

from django import template
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as lazy

from sereno.community.rules import Promise, Standing
from sereno.web.rules import Kind

register = template.Library()
Word = str | LazyText

STANDINGS: dict[Standing, tuple[Kind, Word]] = {
    Standing.PLANNED: (Kind.PLAIN, lazy("planificada")),
    Standing.UNTOLD: (Kind.ATTENTION, lazy("sin registrar")),
    Standing.HELD: (Kind.ALIVE, lazy("realizada")),
    Standing.CANCELLED: (Kind.UNKNOWN, lazy("cancelada")),
}
PROMISES: dict[Promise, tuple[Kind, Word]] = {
    Promise.KEPT: (Kind.ALIVE, lazy("al día")),
    Promise.SOON: (Kind.ATTENTION, lazy("por vencer")),
    Promise.BROKEN: (Kind.ATTENTION, lazy("vencido")),
    Promise.NEVER: (Kind.UNKNOWN, lazy("todavía ninguno")),
}


@register.filter
def standing_word(standing: Standing) -> Word:
    return STANDINGS[standing][1]


@register.filter
def standing_kind(standing: Standing) -> str:
    return STANDINGS[standing][0].value


@register.filter
def promise_word(promise: Promise) -> Word:
    return PROMISES[promise][1]


@register.filter
def promise_kind(promise: Promise) -> str:
    return PROMISES[promise][0].value
