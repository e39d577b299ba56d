"""The marks that a Word template may hold, as a clerk writes them, and nothing beyond them."""

from dataclasses import dataclass

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

WORDS = frozenset(
    {
        *("titulo", "institucion", "periodo", "fecha", "linea", "sello", "es_ejemplo"),
        *("corrige", "nota_de_correccion", "datos", "partes", "cifras"),
    }
)
FILTERS = frozenset({"upper", "lower", "capitalize", "trim", "length"})
# What one of a list is: ``partes`` gives a ``parte``, ``parte.firmas`` a ``firma``.
LISTS = {
    "datos": "dato",
    "partes": "parte",
    "cifras": "cifra",
    "parte.parrafos": "texto",
    "parte.firmas": "firma",
}
FIELDS: dict[str, frozenset[str]] = {
    "dato": frozenset({"nombre", "valor"}),
    "parte": frozenset({"titulo", "nivel", "parrafos", "tabla", "firmas"}),
    "firma": frozenset({"acto", "cargo"}),
    "cifra": frozenset({"nombre", "valor", "sello", "direccion"}),
    "loop": frozenset({"index", "first", "last"}),
}


@dataclass(frozen=True)
class Fact:
    """``{{ dato.nombre }}: {{ dato.valor }}``."""

    nombre: str
    valor: str


@dataclass(frozen=True)
class Box:
    """A place to sign: ``{{ firma.acto }}: {{ firma.cargo }}``."""

    acto: str
    cargo: str


@dataclass(frozen=True)
class Number:
    """A figure of the document: ``{{ cifra.nombre }} {{ cifra.valor }}``."""

    nombre: str
    valor: str
    sello: str
    direccion: str


@dataclass(frozen=True)
class Chapter:
    """A part as the template sees it: ``{{ parte.titulo }}``, ``{{p parte.tabla }}``."""

    titulo: str
    nivel: int
    parrafos: tuple[str, ...]
    tabla: Markup
    firmas: tuple[Box, ...] = ()


def cautious() -> ImmutableSandboxedEnvironment:
    """A council's template may ask for what a document has, and for nothing else."""
    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
