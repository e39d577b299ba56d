"""The console's words: urgencies, classes, steps, states of devices, lines of the log."""

from django import template
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from sereno.alerts.rules import Class, Urgency
from sereno.devices.rules import State
from sereno.incidents import rules
from sereno.incidents.models import Incident, Unit
from sereno.logbook.models import Entry
from sereno.web.rules import TIED, Kind, decimal

register = template.Library()
Word = str | Promise

URGENCIES: dict[str, tuple[Kind, Word]] = {
    Urgency.LIFE: (Kind.DANGER, lazy("peligro para la vida")),
    Urgency.PROPERTY: (Kind.ATTENTION, lazy("bienes en riesgo")),
    Urgency.NUISANCE: (Kind.PLAIN, lazy("convivencia")),
    Urgency.TECHNICAL: (Kind.PLAIN, lazy("aviso técnico")),
}
SHORT: dict[str, Word] = {
    Urgency.LIFE: lazy("vida"),
    Urgency.PROPERTY: lazy("bienes"),
    Urgency.NUISANCE: lazy("convivencia"),
    Urgency.TECHNICAL: lazy("técnica"),
}
CLASSES: dict[str, Word] = {
    Class.REAL: lazy("real"),
    Class.FALSE: lazy("falsa"),
    Class.MALICIOUS: lazy("malintencionada"),
    Class.TEST: lazy("prueba"),
    Class.ENQUIRY: lazy("consulta"),
    Class.SYSTEM_ERROR: lazy("error del sistema"),
}
STEPS: dict[str, Word] = {
    rules.Step.ACKNOWLEDGE: lazy("Atender"),
    rules.Step.DISPATCH: lazy("Enviar"),
    rules.Step.ARRIVE: lazy("Llegar"),
}
STATES: dict[str, tuple[Kind, Word]] = {
    State.ACCEPTED: (Kind.UNKNOWN, lazy("sin poner en marcha")),
    State.OPERATING: (Kind.ALIVE, lazy("operativo")),
    State.INTERMITTENT: (Kind.ATTENTION, lazy("intermitente")),
    State.OUT: (Kind.ATTENTION, lazy("fuera de servicio")),
}
CHANNELS: dict[str, Word] = {
    "http": lazy("dispositivo (HTTP)"),
    "mqtt": lazy("dispositivo (MQTT)"),
    "neighbour": lazy("página de la vecindad"),
}
SENTENCES: dict[str, Word] = {
    "signal.faulted": lazy("La señal no se entendió; quedó para el personal técnico."),
    "alert.repeated": lazy("Otra señal del mismo hecho se sumó a la alerta."),
    "alert.specified": lazy("Quien llamó dijo qué ocurre."),
    "alert.located": lazy("El teléfono de quien llamó dio su posición."),
    "alert.acknowledged": lazy("Se tomó la alerta."),
}
PUNCTUALITY: dict[rules.Punctuality, tuple[Kind, Word]] = {
    rules.Punctuality.KEPT: (Kind.ALIVE, lazy("a tiempo")),
    rules.Punctuality.LATE: (Kind.ATTENTION, lazy("tarde")),
    rules.Punctuality.NO_TARGET: (Kind.UNKNOWN, lazy("sin tiempo fijado")),
    rules.Punctuality.ON_TIME: (Kind.PLAIN, lazy("en plazo")),
    rules.Punctuality.NEARLY_DUE: (Kind.ATTENTION, lazy("por vencer")),
    rules.Punctuality.OVERDUE: (Kind.ATTENTION, lazy("vencido")),
}


@register.filter
def urgency(code: str) -> Word:
    return URGENCIES[code][1] if code in URGENCIES else lazy("peligro para la vida")


@register.filter
def urgency_short(code: str) -> Word:
    """One word of it, for a row that is read at two metres."""
    return SHORT.get(code, SHORT[Urgency.LIFE])


@register.filter
def urgency_kind(code: str) -> str:
    """The kind of state it is drawn as; an urgency nobody knows is danger to life."""
    return (URGENCIES[code][0] if code in URGENCIES else Kind.DANGER).value


@register.filter
def classification(code: str) -> Word:
    return CLASSES.get(code, code)


@register.filter
def step(code: str) -> Word:
    return STEPS[code]


@register.filter
def punctuality(state: rules.Punctuality) -> Word:
    return PUNCTUALITY[state][1]


@register.filter
def punctuality_kind(state: rules.Punctuality) -> str:
    return PUNCTUALITY[state][0].value


@register.filter
def channel(code: str) -> Word:
    return CHANNELS.get(code, code)


@register.filter
def device_state(state: str) -> Word:
    return STATES[state][1] if state in STATES else lazy("estado desconocido")


@register.filter
def device_kind(state: str) -> str:
    return (STATES[state][0] if state in STATES else Kind.UNKNOWN).value


@register.filter
def distance(metres: float | None) -> str | SafeString:
    """``850 m``, ``1,2 km``."""
    if metres is None:
        return _("distancia desconocida")
    if metres < 950:
        return f"{decimal(round(metres / 10) * 10, 0)}{TIED}m"
    return f"{decimal(metres / 1000, 1)}{TIED}km"


@register.filter
def said(entry: Entry) -> str:
    """What a line of the logbook tells, as a sentence without names."""
    if entry.event in SENTENCES:
        return str(SENTENCES[entry.event])
    data = entry.data
    match entry.event:
        case "signal.kept":
            return _("Llegó una señal por %(channel)s y quedó guardada.") % {
                "channel": channel(data["channel"])
            }
        case "alert.raised":
            return _("Se levantó la alerta: %(urgency)s.") % {"urgency": urgency(data["urgency"])}
        case "alert.classified":
            return _("Se clasificó como %(class)s.") % {
                "class": classification(data["classification"])
            }
    return _of_incident(entry)


def _of_incident(entry: Entry) -> str:
    data = entry.data
    unit = {"unit": data.get("unit", "")}
    match entry.event:
        case "incident.opened":
            known_by = Incident.KnownBy(data["known_by"]).label
            return _("Se abrió el incidente; se supo por: %(known_by)s.") % {"known_by": known_by}
        case "incident.unit_sent":
            agency = Unit.Agency(data["agency"]).label
            return _("Salió %(unit)s (%(agency)s).") % {**unit, "agency": agency}
        case "incident.unit_arrived":
            return _("%(unit)s llegó al lugar.") % unit
        case "incident.unit_cleared":
            return _("%(unit)s quedó libre.") % unit
        case "incident.noted":
            return _("Se escribió una nota.")
        case "incident.closed":
            outcome = Incident.Outcome(data["outcome"]).label
            return _("Se cerró: %(outcome)s.") % {"outcome": outcome}
    return entry.event
