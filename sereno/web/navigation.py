"""Where a person at a desk can go: one table, and of it only what this person may do."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Door:
    """A page that stands in the menu: its words, the name of its address, the act it takes."""

    label: str | Promise
    url_name: str
    act: str


@dataclass(frozen=True)
class Place:
    """A door that is open to this person."""

    label: str | Promise
    address: str
    current: bool


@dataclass(frozen=True)
class Section:
    """Doors that belong together, under one heading."""

    label: str | Promise
    places: tuple[Place, ...]


# The shell knows no room: a name that leads nowhere is simply not shown.
DOORS: tuple[tuple[str | Promise, tuple[Door, ...]], ...] = (
    (
        _("Su trabajo"),
        (
            Door(_("Inicio"), "people:home", "shift.keep"),
            Door(_("Turnos"), "people:shifts", "shift.keep"),
        ),
    ),
    (
        _("Operación"),
        (
            Door(_("Consola"), "incidents:console", "console.see"),
            Door(_("Incidentes"), "incidents:list", "incident.see"),
            Door(_("Unidades"), "incidents:units", "unit.keep"),
            Door(_("Clases de alerta"), "alerts:kinds", "kind.see"),
            Door(_("Tiempos de respuesta"), "alerts:times", "kind.see"),
            Door(_("Señales"), "alerts:signals", "signal.see"),
            Door(_("Dispositivos"), "devices:list", "device.see"),
            Door(_("Mapa de dispositivos"), "devices:map", "device.see"),
            Door(_("Comunidad"), "community:list", "community.see"),
        ),
    ),
    (
        _("Rendición de cuentas"),
        (
            Door(_("Documentos"), "documents:list", "document.see"),
            Door(_("Planes"), "plans:list", "plan.see"),
            Door(_("Presupuesto"), "budget:year", "budget.see"),
            Door(_("Contratos"), "budget:contracts", "budget.see"),
            Door(_("Sugerencias"), "assemblies:suggestions", "suggestion.see"),
            Door(_("Asambleas"), "assemblies:meetings", "assembly.see"),
            Door(_("Proceso del año"), "assemblies:processes", "process.see"),
            Door(_("Mediciones"), "results:list", "measurement.see"),
            Door(_("El año de las metas"), "results:year", "measurement.see"),
            Door(_("Por decidir"), "results:approvals", "measurement.approve"),
            Door(_("Publicar"), "reports:desk", "figure.publish"),
            Door(_("Informes y actas"), "reports:papers", "edition.see"),
            Door(_("Transparencia"), "reports:editions", "edition.see"),
        ),
    ),
    (
        _("Administración"),
        (
            Door(_("Personas"), "people:list", "person.see"),
            Door(_("Consejo"), "territory:council", "council.describe"),
            Door(_("Territorio"), "territory:list", "territory.see"),
            Door(_("Claves de programas"), "api:tokens", "token.keep"),
            Door(_("Bitácora"), "reports:logbook", "logbook.read"),
        ),
    ),
)


def sections(may: Callable[[str], bool], *, here: str) -> tuple[Section, ...]:
    """The menu for whoever ``may`` answers for; ``here`` is the path of the page being drawn."""
    open_sections = (Section(label, tuple(_open(doors, may, here=here))) for label, doors in DOORS)
    return tuple(section for section in open_sections if section.places)


def _open(doors: tuple[Door, ...], may: Callable[[str], bool], *, here: str) -> list[Place]:
    addresses = [(door, _address(door.url_name)) for door in doors if may(door.act)]
    known = [(door, address) for door, address in addresses if address]
    inside = [address for _, address in known if here.startswith(address)]
    current = max(inside, key=len, default="")
    return [Place(door.label, address, address == current) for door, address in known]


def _address(url_name: str) -> str:
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""
