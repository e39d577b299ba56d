"""What a management report calls its fields, and the headings of its closing lists."""

import re
from typing import Final

from sereno.documents.readers.kinds.headings import plain

# The first that matches counts: the longer wordings stand before the shorter ones.
LABELS: Final = (
    ("contribution", re.compile(r"(?:descripcion de )?como aporta|aporte al? .*plan|contribucion")),
    ("result", re.compile(r"descripcion de (?:los )?resultados?|resultados? (?:alcanzad|obtenid)")),
    ("strategic_objective", re.compile(r"objetivo del (?:plan|pmdot|pdot|pd y ot)")),
    ("plan_goal", re.compile(r"meta del (?:plan|pmdot|pdot|pd y ot)")),
    ("measure_unit", re.compile(r"unidad de medida")),
    ("indicator", re.compile(r"indicador\b")),
    ("baseline", re.compile(r"linea (?:de )?base|valor base")),
    ("planned", re.compile(r"(?:valor|meta|cantidad) (?:programad|planificad)[oa]")),
    ("executed", re.compile(r"(?:valor|meta|cantidad) (?:ejecutad|alcanzad|cumplid)[oa]")),
    ("percent", re.compile(r"(?:%|porcentaje) de (?:avance|cumplimiento)")),
    ("codified", re.compile(r"(?:presupuesto|monto) codificado")),
    ("accrued", re.compile(r"(?:presupuesto|monto) devengado")),
    ("execution", re.compile(r"(?:%|porcentaje)(?: de)? ejecucion")),
    ("responsible", re.compile(r"entidad(?: ?es)? ejecutora|unidad ejecutora|responsable")),
    ("verification", re.compile(r"fotografias?\b|medios? de verificacion")),
    ("target", re.compile(r"meta(?: \d{1,3})?$")),
    ("programme", re.compile(r"programa(?: \d{1,3})?$")),
    ("project", re.compile(r"proyecto(?: \d{1,3})?$")),
)  # fmt: skip
MONEY: Final = frozenset({"codified", "accrued", "execution"})
CLOSINGS: Final = (
    ("conclusion", re.compile(r"conclusiones$")),
    ("recommendation", re.compile(r"recomendaciones$")),
    ("challenge", re.compile(r"(?:principales )?retos(?: (?:19|20)\d\d)?$|desafios?$")),
)
SIGNED: Final = re.compile(r"(?:elaborado|revisado|aprobado|preparado|autorizado)(?: por)?$")
NUMBERING: Final = re.compile(r"^\s*\d+(?:\.\d+)*\.?\s+")
TITLE: Final = re.compile(
    r"^\s*(?:\d+(?:\.\d+)*\.?\s+)?(programa|proyecto)\s*\d*\s*:\s*(\S.*)$", re.I
)


def label(text: str) -> str:
    """The field a label names, or nothing. The year at its end does not count."""
    words = re.sub(r" (?:19|20)\d\d(?: (?:19|20)\d\d)?$", "", plain(text))
    return next((name for name, wording in LABELS if wording.match(words)), "")


def closing(text: str) -> str:
    words = plain(NUMBERING.sub("", text))
    return next((name for name, wording in CLOSINGS if wording.match(words)), "")
