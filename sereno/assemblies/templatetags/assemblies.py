"""How the fate of a matter and the standing of a step are said."""

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sereno.assemblies.rules.fate import Fate
from sereno.assemblies.rules.process import Standing
from sereno.web.rules import Kind

register = template.Library()

FATES: dict[Fate, tuple[str | Promise, Kind]] = {
    Fate.WAITING: (_("En estudio"), Kind.PLAIN),
    Fate.LATE: (_("Sin respuesta a tiempo"), Kind.ATTENTION),
    Fate.COMMITTED: (_("Es un compromiso"), Kind.PLAIN),
    Fate.OVERDUE: (_("Plazo vencido"), Kind.ATTENTION),
    Fate.KEPT: (_("Cumplida"), Kind.ALIVE),
    Fate.REFUSED: (_("No, con su razón"), Kind.PLAIN),
}
STANDINGS: dict[Standing, tuple[str | Promise, Kind]] = {
    Standing.DONE: (_("Hecho"), Kind.ALIVE),
    Standing.DONE_LATE: (_("Hecho tarde"), Kind.ATTENTION),
    Standing.LATE: (_("Atrasado"), Kind.ATTENTION),
    Standing.SOON: (_("Vence pronto"), Kind.ATTENTION),
    Standing.AHEAD: (_("Aún no vence"), Kind.PLAIN),
    Standing.UNDATED: (_("Sin fecha todavía"), Kind.UNKNOWN),
}


@register.filter
def fate_word(fate: Fate) -> str | Promise:
    return FATES[Fate(fate)][0]


@register.filter
def fate_kind(fate: Fate) -> str:
    return FATES[Fate(fate)][1].value


@register.filter
def step_word(standing: Standing) -> str | Promise:
    return STANDINGS[Standing(standing)][0]


@register.filter
def step_kind(standing: Standing) -> str:
    return STANDINGS[Standing(standing)][1].value
