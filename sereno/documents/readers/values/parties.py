"""Who is named in a cell: several entities written one after another, told apart."""

import re
from typing import Final

from sereno.documents.readers.reading import Value
from sereno.documents.readers.values.absences import absence
from sereno.documents.readers.values.parsed import BLANK, Parsed
from sereno.documents.readers.values.words import bare, tidy

SPLIT: Final = re.compile(r"\s*(?:[\n;,/\u2022]|(?<=[a-z\u00e1-\u00fa]{3})\.(?=\s|$))\s*")
# What an entity's name opens with: a capital here starts another one, even without a comma.
OPENERS: Final = (
    "ministerio", "secretaria", "policia", "consejo", "concejo", "universidad", "universidades",
    "parroquias", "gobierno", "gobiernos", "gad", "red", "fundacion", "fundaciones", "instituto",
    "casa", "empresa", "camara", "sistema", "cuerpo", "direccion", "unidad", "municipio",
    "prefectura", "asociacion", "comision", "agencia", "fuerzas", "cruz", "ecu", "fiscalia",
    "comite", "junta", "organizaciones", "banco", "servicio",
)  # fmt: skip
JOINERS: Final = {"de", "del", "la", "el", "los", "las", "y", "e", "en", "para", "con", "por"}


def parties(text: str) -> Parsed:
    if (absent := absence(text)) is not None:
        return absent
    names: list[Value] = []
    for part in SPLIT.split(text.strip()):
        names += [name for name in apart(tidy(part)) if name]
    if names:
        return Parsed(names)
    return Parsed(None, code="no-names") if tidy(text) else BLANK


def apart(part: str) -> list[str]:
    """``Ministerio de Ambiente Parroquias Rurales`` are two."""
    names: list[list[str]] = [[]]
    for word in part.split():
        last = bare(names[-1][-1]) if names[-1] else ""
        is_open = word[:1].isupper() and bare(word).strip(".") in OPENERS
        if names[-1] and is_open and last not in JOINERS:
            names.append([])
        names[-1].append(word)
    return [" ".join(words).strip(" .-") for words in names]
