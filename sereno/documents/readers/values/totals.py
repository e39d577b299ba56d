"""A row that adds up others, told by how it is named."""

import re
from typing import Final

from sereno.documents.readers.values.words import bare

TOTAL: Final = re.compile(
    r"sub\s*-?\s*total(?:es)?\b.*|suma(?:n|toria)?(?: (?:total|parcial|y sigue)\b.*)?[\s:.]*"
    r"|total(?:es)?(?: (?:de(?:l| la| los| las)? )?(?:general|parcial|programas?|proyectos?|gastos?"
    r"|ingresos?|componente|eje|grupo|presupuesto|plan|inversion|institucional|usd)\b.*)?[\s:.]*"
)
# Where a row says its name; an indicator may well be a total of something.
NAMES: Final = ("code", "description", "programme", "project", "activity", "component", "number",
                "unit_name", "category", "section", "objective", "strategic_objective")  # fmt: skip


def is_total(text: str) -> bool:
    """``Subtotal programa 1``, ``TOTAL``; ``Total de barrios atendidos`` counts something."""
    return len(text) <= 80 and bool(TOTAL.fullmatch(bare(text)))
