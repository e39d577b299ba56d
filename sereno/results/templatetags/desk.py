"""Tags of the planner's desk: what a month of an indicator waits for, in a shape and few words."""

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sereno.results.models import Evidence
from sereno.results.queries.year import Cell
from sereno.results.rules.links import Verdict
from sereno.results.rules.year import Wait
from sereno.web.rules import Kind

register = template.Library()

KINDS = {
    Wait.LATE: Kind.ATTENTION,
    Wait.RETURNED: Kind.ATTENTION,
    Wait.STALE: Kind.UNKNOWN,
    Wait.SOON: Kind.PLAIN,
    Wait.TO_REVIEW: Kind.PLAIN,
    Wait.TO_APPROVE: Kind.PLAIN,
    Wait.AHEAD: Kind.UNKNOWN,
    Wait.DONE: Kind.ALIVE,
    Wait.COVERED: Kind.UNKNOWN,
}


@register.filter
def wait_words(wait: Wait) -> str:
    return {
        Wait.LATE: _("atrasadas"),
        Wait.RETURNED: _("devueltas"),
        Wait.STALE: _("sin corte"),
        Wait.SOON: _("vencen pronto"),
        Wait.TO_REVIEW: _("por revisar"),
        Wait.TO_APPROVE: _("por aprobar"),
        Wait.AHEAD: _("aún no vencen"),
        Wait.DONE: _("aprobadas"),
        Wait.COVERED: _("sin corte, ya pasó"),
    }[wait]


def _one(wait: Wait) -> str:
    return {
        Wait.LATE: _("atrasada"),
        Wait.RETURNED: _("devuelta"),
        Wait.STALE: _("sin corte"),
        Wait.SOON: _("vence pronto"),
        Wait.TO_REVIEW: _("por revisar"),
        Wait.TO_APPROVE: _("por aprobar"),
        Wait.AHEAD: _("aún no vence"),
        Wait.DONE: _("aprobada"),
        Wait.COVERED: _("sin corte, ya pasó"),
    }[wait]


@register.filter
def kind_words(kind: str) -> str:
    """The kinds of what waits for the director."""
    return {
        "measurement": _("Mediciones revisadas"),
        "change": _("Cambios de metas"),
        "task": _("Actividades por reprogramar"),
        "progress": _("Avances de actividades"),
        "plan": _("Planes por publicar"),
        "no": _("Respuestas negativas"),
        "advance": _("Avances de compromisos"),
        "correction": _("Correcciones del presupuesto"),
    }[kind]


@register.filter
def act_words(event: str) -> str:
    """What happened to an indicator, as people say it; what has no words here keeps its name."""
    words = {
        "indicator.tied": _("Se dijo de dónde sale el número"),
        "target.set": _("Se fijó una meta"),
        "target.change_proposed": _("Se pidió cambiar la meta"),
        "target.changed": _("Otra persona confirmó el cambio de la meta"),
        "target.change_refused": _("El cambio de la meta no se aceptó"),
        "target.measured": _("Se midió una meta"),
        "evidence.added": _("Se agregó una evidencia"),
        "evidence.probed": _("Se visitó un enlace de la evidencia"),
        "measurement.reviewed": _("Otra persona revisó la medición"),
        "measurement.approved": _("La dirección aprobó la medición"),
        "measurement.returned": _("La medición se devolvió"),
    }
    return words.get(event, event)


@register.inclusion_tag("results/parts/badge.html")
def probe_badge(evidence: Evidence) -> dict[str, object]:
    """What a link turned out to be on the day of its newest visit; nothing before the first."""
    visit = next(iter(evidence.visits.all()), None)
    if visit is None:
        return {}
    words = {
        Verdict.WORKS: (Kind.ALIVE, _("funciona, %(day)s")),
        Verdict.ASKS_LOGIN: (Kind.ATTENTION, _("pide ingresar, %(day)s")),
        Verdict.GONE: (Kind.ATTENTION, _("ya no está, %(day)s")),
        Verdict.NOT_WHAT_IT_SAYS: (Kind.ATTENTION, _("no es lo que dice, %(day)s")),
        Verdict.NO_ANSWER: (Kind.UNKNOWN, _("no respondió, %(day)s")),
        Verdict.NOT_VISITED: (Kind.ATTENTION, _("no es público, %(day)s")),
    }
    kind, said = words[Verdict(visit.found)]
    day = timezone.localtime(visit.at)
    return {"kind": kind.value, "label": said % {"day": f"{day:%d/%m/%Y}"}}


@register.filter
def month_short(number: int) -> str:
    return str(MONTHS_3[number])


@register.inclusion_tag("results/parts/year_cell.html")
def year_cell(cell: Cell) -> dict[str, object]:
    """What presses most in a month; how many, where several targets wait for the same."""
    pressing = cell.pressing
    first = pressing[0]
    closes = any(due.mark.closes for due in pressing)
    label = f"{_one(cell.wait)} {len(pressing)}" if len(pressing) > 1 else _one(cell.wait)
    words = [
        f"{MONTHS[cell.month]}: {_one(cell.wait)}",
        (_("cierre del %(day)s") if closes else _("corte del %(day)s"))
        % {"day": f"{first.mark.day:%d/%m/%Y}"},
    ]
    if len(pressing) > 1:
        words.append(
            ngettext("%(count)d meta", "%(count)d metas", len(pressing)) % {"count": len(pressing)}
        )
    elif first.target.parish:
        words.append(first.target.parish.name)
    if first.mark.occasions:
        words.append(
            ngettext("le toca %(count)d vez", "le toca %(count)d veces", first.mark.occasions)
            % {"count": first.mark.occasions}
        )
    return {
        "address": reverse("results:target", args=[first.target.pk]),
        "kind": KINDS[cell.wait].value,
        "wait": cell.wait.value,
        "closes": closes,
        "said": ", ".join(words),
        "label": label,
    }
