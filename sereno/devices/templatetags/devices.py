"""The words of devices: kinds, states, causes, and what the logbook tells of their life."""

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from sereno.devices.models import Device
from sereno.devices.rules import Cause, State
from sereno.logbook.models import Entry
from sereno.web.rules import Kind

register = template.Library()
Word = str | Promise

STATES: dict[str, tuple[Kind, Word]] = {
    State.REQUESTED: (Kind.PLAIN, lazy("solicitado")),
    State.REFUSED: (Kind.PLAIN, lazy("no procede")),
    State.FEASIBLE: (Kind.PLAIN, lazy("factible")),
    State.INSTALLED: (Kind.PLAIN, lazy("instalado, sin aceptar")),
    State.ACCEPTED: (Kind.UNKNOWN, lazy("aceptado, sin operar")),
    State.OPERATING: (Kind.ALIVE, lazy("operativo")),
    State.INTERMITTENT: (Kind.ATTENTION, lazy("intermitente")),
    State.OUT: (Kind.ATTENTION, lazy("fuera de servicio")),
    State.RELOCATED: (Kind.PLAIN, lazy("retirado para reubicar")),
    State.RETIRED: (Kind.UNKNOWN, lazy("dado de baja")),
}
CAUSES: dict[str, Word] = {
    Cause.THEFT: lazy("robo o vandalismo"),
    Cause.WORKS: lazy("obras en la vía"),
    Cause.SUPPLIER: lazy("falla del proveedor"),
    Cause.POWER: lazy("sin energía eléctrica"),
    Cause.LINK: lazy("sin enlace de datos"),
    Cause.WATER: lazy("humedad o lluvia"),
    Cause.WEAR: lazy("desgaste"),
    Cause.SILENCE: lazy("dejó de responder"),
    Cause.OTHER: lazy("otra causa"),
}
# What the button says that takes a device to the next state of its life.
STEPS: dict[str, Word] = {
    State.REQUESTED: lazy("Volver a solicitar"),
    State.REFUSED: lazy("No procede"),
    State.FEASIBLE: lazy("Es factible"),
    State.INSTALLED: lazy("Quedó instalado"),
    State.ACCEPTED: lazy("Aceptar la instalación"),
    State.OPERATING: lazy("Está operativo"),
    State.INTERMITTENT: lazy("Funciona a ratos"),
    State.OUT: lazy("Está fuera de servicio"),
    State.RELOCATED: lazy("Retirar para reubicar"),
    State.RETIRED: lazy("Dar de baja"),
}


@register.filter
def device_kind(code: str) -> Word:
    return Device.Kind(code).label if code in Device.Kind else code


@register.filter
def state_word(state: str) -> Word:
    return STATES[state][1] if state in STATES else lazy("estado desconocido")


@register.filter
def state_kind(state: str) -> str:
    """How it is drawn; a state nobody knows is unknown, never green."""
    return (STATES[state][0] if state in STATES else Kind.UNKNOWN).value


@register.filter
def cause_word(cause: str) -> Word:
    return CAUSES.get(cause, cause)


@register.filter
def step_word(state: str) -> Word:
    return STEPS[state]


@register.filter
def life_line(entry: Entry) -> str:
    """What a line of the logbook tells of a device, as a sentence without names."""
    data = entry.data
    match entry.event:
        case "device.requested":
            return _("Se solicitó: %(kind)s.") % {"kind": device_kind(data["kind"])}
        case "device.changed" if data.get("cause"):
            return _("Pasó a «%(state)s»: %(cause)s.") % {
                "state": state_word(data["now"]),
                "cause": cause_word(data["cause"]),
            }
        case "device.changed":
            return _("Pasó a «%(state)s».") % {"state": state_word(data["now"])}
        case "device.fell_silent":
            return _("Dejó de responder y quedó fuera de servicio.")
        case "device.came_back":
            return _("Volvió a responder.")
        case "device.keyed":
            return _("Recibió una clave nueva; la anterior ya no sirve.")
    return entry.event


@register.filter
def life_kind(entry: Entry) -> str:
    """The mark of a line of the timeline."""
    match entry.event:
        case "device.changed":
            return state_kind(entry.data["now"])
        case "device.fell_silent":
            return Kind.ATTENTION.value
        case "device.came_back":
            return Kind.ALIVE.value
    return Kind.PLAIN.value
