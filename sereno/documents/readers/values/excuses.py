"""A value with an excuse in the same cell: how far it is, what state that leaves, and the cause."""

import re
from typing import Final

from sereno.documents.readers.values.words import bare

STATES: Final = (
    ("studies-only", r"\bsol[oa]\s+(?:posee|tiene|cuenta con|hay|se tiene)\s+(?:los\s+)?estudios?\b"
                     r"|\bsolo estudios?\b|(?<!base )\ben (?:fase de )?estudios?\b"),
    ("not-done", r"\bno\s+se\s+(?:ejecuto|realizo|cumplio|hizo|inicio|pudo|logro|ejecuta|realiza)"
                 r"|\bno (?:ejecutad|realizad|iniciad|cumplid)[oa]"),
    ("suspended", r"\b(?:suspendid|paralizad|detenid|aplazad|postergad|diferid)[oa]"),
    ("in-progress", r"\ben (?:ejecucion|proceso|tramite|marcha|construccion)\b"),
)  # fmt: skip
CAUSES: Final = (
    ("financing", r"financ|presupuest|recursos|fondos|liquidez|econom"),
    ("procurement", r"contrat|licitaci|proceso de compra|sercop|desierto|proveedor"),
    ("permits", r"permiso|licencia ambiental|autorizaci|aprobaci"),
    ("pandemic", r"pandemia|covid|emergencia sanitaria"),
    ("weather", r"lluvia|clima|invierno|deslizamiento"),
    ("people", r"personal|talento humano"),
    ("land", r"terreno|expropia|predio"),
)
BECAUSE: Final = re.compile(
    r"\b(?:por\s+(?:la\s+)?(?:falta|ausencia|carencia|motivos?|causa|razones)|debido a"
    r"|a causa de|porque|por cuanto|en razon de|por no)\b(.*)"
)


def status(text: str) -> str:
    """The state an excuse admits, or nothing."""
    words = bare(text)
    return next((name for name, wording in STATES if re.search(wording, words)), "")


def cause(text: str) -> str:
    """What is blamed: one of the known causes, ``other`` where one is given, or nothing."""
    found = BECAUSE.search(bare(text))
    if not found:
        return ""
    return next((name for name, wording in CAUSES if re.search(wording, found[1])), "other")
