"""What a new council still lacks, part by part; each room tells of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sereno.people import rules
from sereno.people.models import ROLES, Appointment, Person
from sereno.people.rules import Role
from sereno.territory.models import Canton, Council, Parish

# What a part lacks on a day, in words; nothing once it stands.
Lacks = Callable[[date], list[str]]
LACKS: dict[str, Lacks] = {}


@dataclass(frozen=True)
class Part:
    """A part of a council: the page where it is made and the act that opens that page.

    What is not ``needed`` serves the monitoring centre, and not every council runs one.
    """

    name: str
    label: str | Promise
    why: str | Promise
    url_name: str = ""
    act: str = ""
    needed: bool = True


@dataclass(frozen=True)
class Begun:
    """How far a part is; with no address where this person has no page for it."""

    part: Part
    lacks: list[str]
    address: str


# People know no upper room: a part whose room does not tell is not shown.
PARTS = (
    Part(
        "people",
        _("Personas"),
        _("Quien mide, quien revisa y quien aprueba. Las inscribe la dirección."),
        "people:list",
        "person.see",
    ),
    Part(
        "territory",
        _("Territorio"),
        _("El cantón, sus parroquias y barrios. Lo cargan Planificación o el servicio técnico."),
        "territory:list",
        "territory.see",
    ),
    Part(
        "council",
        _("Consejo"),
        _("Su nombre, su contacto, y quién responde por la transparencia. Lo dice la dirección."),
        "territory:council",
        "council.describe",
    ),
    Part(
        "plan",
        _("Plan"),
        _("Lo que se promete. Lo escribe Planificación y lo publica la dirección."),
        "plans:list",
        "plan.see",
    ),
    Part(
        "bands",
        _("Bandas de cumplimiento"),
        _("Qué porcentaje es «cumplida» o «parcial». Las fija la dirección; hay una propuesta."),
        "results:bands",
        "bands.set",
    ),
    Part(
        "budget",
        _("Presupuesto"),
        _("El dinero del año. Lo registra Finanzas."),
        "budget:year",
        "budget.see",
    ),
    Part(
        "answers",
        _("Plazo para responder"),
        _("Cuántos días hay para responder a una sugerencia. Lo fija la dirección."),
        "assemblies:suggestions",
        "suggestion.see",
    ),
    Part(
        "process",
        _("Proceso del año"),
        _("Los pasos de la rendición de cuentas. Los abre Planificación."),
        "assemblies:processes",
        "process.see",
    ),
    Part(
        "kinds",
        _("Clases de alerta"),
        _("Qué se pregunta y qué se hace en cada una. Las lleva la supervisión."),
        "alerts:kinds",
        "kind.see",
        needed=False,
    ),
    Part(
        "times",
        _("Tiempos de respuesta"),
        _("En cuánto se atiende, se envía y se llega. Los fija la dirección."),
        "alerts:times",
        "kind.see",
        needed=False,
    ),
    Part(
        "units",
        _("Unidades"),
        _("A quién se envía. Las registra la supervisión."),
        "incidents:units",
        "unit.keep",
        needed=False,
    ),
)


def begins(name: str) -> Callable[[Lacks], Lacks]:
    """Let a room tell what its part of a new council lacks."""

    def keep(lacks: Lacks) -> Lacks:
        LACKS[name] = lacks
        return lacks

    return keep


def begun(person: Person, *, today: date) -> list[Begun]:
    """Every part with what it lacks today, and its page where this person may open it."""
    return [
        Begun(part, LACKS[part.name](today), reverse(part.url_name) if opens(person, part) else "")
        for part in PARTS
        if part.name in LACKS
    ]


def opens(person: Person, part: Part) -> bool:
    return bool(part.url_name) and person.may(part.act)


def missing(*, today: date) -> int:
    """How many of the parts that every council needs still lack something."""
    told = (LACKS[part.name] for part in PARTS if part.needed and part.name in LACKS)
    return sum(bool(lacks(today)) for lacks in told)


@begins("people")
def lacks_people(_today: date) -> list[str]:
    """The roles that nobody holds, or that too few people hold between them."""
    held: dict[int, set[Role]] = {}
    active = Appointment.objects.filter(ends_at=None, person__is_active=True)
    for person, role in active.values_list("person_id", "role"):
        held.setdefault(person, set()).add(Role(role))
    staff = [frozenset(roles) for roles in held.values()]
    nobody = [role for role in rules.ACCOUNTABLE if not any(role in roles for roles in staff)]
    if nobody:
        return [gettext("Falta: %(role)s") % {"role": ROLES[role]} for role in nobody]
    if not rules.can_account(staff):
        return [gettext("Medir, revisar y aprobar pide tres personas distintas")]
    return []


@begins("territory")
def lacks_territory(_today: date) -> list[str]:
    if not Canton.objects.exists():
        return [gettext("Falta decir el cantón")]
    return [] if Parish.objects.exists() else [gettext("Faltan las parroquias")]


@begins("council")
def lacks_council(_today: date) -> list[str]:
    """Its name, one way to reach it, and who answers for what it publishes."""
    council = Council.objects.first()
    if council is None:
        return [gettext("Falta decir cómo se llama")]
    lacks = [] if council.email or council.telephone else [gettext("Falta un correo o teléfono")]
    if not council.transparency_officer:
        lacks.append(gettext("Falta quién responde por la transparencia"))
    return lacks
