"""What the pages about people ask: where a person goes first, who stands where."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator
from django.db.models import Exists, Func, OuterRef, Prefetch, Q, QuerySet, Value
from django.db.models.functions import Lower, Replace
from django.urls import NoReverseMatch, reverse
from django.utils.crypto import salted_hmac
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sereno.people.models import Appointment, Person, Shift
from sereno.people.rules import Role


@dataclass(frozen=True)
class Step:
    """Somewhere a person goes first, and why; what ``waits`` there, where the room tells."""

    label: str | Promise
    why: str | Promise
    address: str
    waits: list[str] | None = None


# By the name of a page, what waits there for a person on a day. People know no upper room:
# each tells by itself.
Waits = Callable[[Person, date], list[str] | None]
WAITS: dict[str, Waits] = {}


def tells(url_name: str) -> Callable[[Waits], Waits]:
    """Let the start page ask a room what waits on a page of it, in words.

    An empty list is nothing now; None is that nothing there waits for this person.
    """

    def keep(waits: Waits) -> Waits:
        WAITS[url_name] = waits
        return waits

    return keep


# The letters of Spanish names: who types without accents finds them too.
ACCENTS = {"á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u", "ü": "u", "ñ": "n"}

# An act, the page where it is done, its name, and what one finds there. People know no upper
# room: a name that leads nowhere is simply not shown.
STEPS: tuple[tuple[str, str, str | Promise, str | Promise], ...] = (
    ("alert.take", "incidents:console", _("Abrir la consola"), _("Las alertas por atender.")),
    ("alert.cry", "alerts:cry", _("Pedir ayuda"), _("El botón para avisar de un peligro.")),
    (
        "device.repair",
        "devices:list",
        _("Ver los dispositivos"),
        _("Los que no responden y los que esperan una visita técnica."),
    ),
    ("device.accept", "devices:list", _("Ver los dispositivos"), _("Los que esperan aceptación.")),
    ("signal.see", "alerts:signals", _("Ver las señales"), _("Lo que llegó y no se pudo leer.")),
    ("plan.write", "plans:list", _("Ver los planes"), _("Metas, plazos y responsables.")),
    (
        "measurement.approve",
        "results:approvals",
        _("Por decidir"),
        _("Mediciones, cambios de metas, correcciones y respuestas que esperan su firma."),
    ),
    (
        "budget.write",
        "budget:year",
        _("Ver el presupuesto"),
        _("La cédula de cada mes, lo que no cuadra y lo que va atrasado."),
    ),
    (
        "measurement.review",
        "results:list",
        _("Ver las mediciones"),
        _("Las que faltan por tomar y las que esperan revisión."),
    ),
    (
        "suggestion.group",
        "assemblies:suggestions",
        _("Responder sugerencias"),
        _("Lo que la gente pidió: se lee, se junta y se responde a tiempo."),
    ),
    (
        "process.keep",
        "assemblies:processes",
        _("Ver el proceso del año"),
        _("Los pasos de la rendición de cuentas y sus fechas."),
    ),
    (
        "suggestion.take",
        "assemblies:meetings",
        _("Ver las asambleas"),
        _("Cada reunión y su mesa, para recibir sugerencias."),
    ),
    (
        "figure.publish",
        "reports:desk",
        _("Publicar"),
        _("Las cifras aprobadas que la ciudadanía aún no ve."),
    ),
    (
        "community.hold",
        "community:list",
        _("Ver la agenda con los barrios"),
        _("Capacitaciones, operativos, mesas y simulacros."),
    ),
    ("plan.see", "plans:list", _("Ver los planes"), _("Lo que se prometió y cuánto va.")),
    ("logbook.read", "reports:logbook", _("Leer la bitácora"), _("Cada acto, quién y cuándo.")),
    ("person.see", "people:list", _("Ver las personas"), _("Quién ingresa y con qué función.")),
    (
        "territory.import",
        "territory:list",
        _("Ver el territorio"),
        _("Parroquias, barrios, lugares y sus límites."),
    ),
)


def first_steps(person: Person, *, today: date) -> list[Step]:
    """Where this person goes first, each page once, by the first reason that holds."""
    found: dict[str, Step] = {}
    for act, url_name, label, why in STEPS:
        if url_name not in found and person.may(act) and (address := _address(url_name)):
            told = WAITS.get(url_name)
            waits = told(person, today) if told else None
            found[url_name] = Step(label, why, address, waits)
    return list(found.values())


def has_second_factor(person: Person) -> bool:
    return bool(Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).exists())


def people(words: str = "", role: Role | None = None) -> QuerySet[Person]:
    """Everyone enrolled, with roles, factor and open shift; found by name or sign-in name."""
    found = Person.objects.select_related("barrio__parish").prefetch_related(
        Prefetch("shifts", Shift.objects.filter(ends_at=None), to_attr="standing"),
        Prefetch("appointments", Appointment.objects.filter(ends_at=None), to_attr="held"),
    )
    found = found.annotate(plain_name=_plain("full_name"))
    if words:
        found = found.filter(
            Q(plain_name__contains=fold(words)) | Q(username__contains=fold(words))
        )
    if role:
        held = Appointment.objects.filter(person=OuterRef("pk"), role=role, ends_at=None)
        found = found.filter(Exists(held))
    factor = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
    return found.annotate(second_factor=Exists(factor)).order_by("plain_name", "username")


def fold(words: str) -> str:
    """Words as they are compared with names: small, and without accents."""
    return words.lower().translate(str.maketrans("".join(ACCENTS), "".join(ACCENTS.values())))


def _plain(field: str) -> Func:
    """A name in the order of the alphabet, which the embedded database does not know."""
    plain: Func = Lower(field)
    for accented, letter in ACCENTS.items():
        for written in (accented, accented.upper()):
            plain = Replace(plain, Value(written), Value(letter))
    return plain


def open_shift(person: Person) -> Shift | None:
    return Shift.objects.filter(person=person, ends_at=None).first()


def standing_now() -> QuerySet[Shift]:
    return Shift.objects.filter(ends_at=None).select_related("person").order_by("post", "starts_at")


def handed_over(*, post: str = "") -> QuerySet[Shift]:
    """Shifts that ended, newest first; of one post where it is said."""
    ended = Shift.objects.exclude(ends_at=None).select_related("person").order_by("-ends_at")
    return ended.filter(post=post) if post else ended


def _address(url_name: str) -> str:
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""


def has_people() -> bool:
    """Whether anybody is enrolled."""
    return Person.objects.exists()


def first_code() -> str:
    """What opens the page of the first director; only the machine's own secret makes it."""
    return salted_hmac("sereno.people.first", "director", algorithm="sha256").hexdigest()[:40]
