"""Every finding's code with its severity and its sentence: plain, about words, not people."""

from collections.abc import Iterable
from typing import Final

from sereno.documents.readers.paper import Place
from sereno.documents.readers.reading import Finding

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "percent-not-from-parts": (
        "error",
        "Dice {said} %, pero {part} de {whole} es {right} %. Corrija el porcentaje o las cifras.",
    ),
    "list-not-its-total": (
        "warning",
        "El valor es {total}, pero el texto que lo sustenta enumera {listed} ({sum} en suma). "
        "Diga cuáles de esas cantidades forman el valor.",
    ),
    "target-copied": (
        "warning",
        "La meta es la misma de otra fila, aunque el indicador es otro: «{text}». "
        "Escriba la meta propia de esta fila.",
    ),
    "indicator-copied": (
        "warning",
        "El indicador es el mismo de otra fila, aunque se trata de otra cosa: «{text}». "
        "Escriba el indicador propio de esta fila.",
    ),
    "unit-copied": (
        "warning",
        "La unidad de medida repite la de otra meta y no habla de esta: «{text}». "
        "Escriba qué se cuenta aquí.",
    ),
    "target-of-another": (
        "warning",
        "La meta no habla de su indicador sino del de otra fila: «{text}». "
        "Revise si se copió de allí.",
    ),
    "indicator-measures-nothing": (
        "warning",
        "El indicador «{text}» no dice qué se mide ({rows} filas). "
        "Escriba qué cosa se cuenta y en qué unidad.",
    ),
    "target-is-progress": (
        "warning",
        "En {rows} filas la meta es un avance, no lo que se quiere alcanzar. "
        "Escriba la cantidad a la que se quiere llegar y para cuándo.",
    ),
    "excuse-for-target": (
        "warning",
        "En {rows} filas la meta lleva una explicación de por qué no se cumplió. "
        "Ponga la meta en su lugar y la explicación en observaciones.",
    ),
    "row-repeated": (
        "warning",
        "Se repiten {rows} filas seguidas que ya estaban antes, desde «{text}». "
        "Bórrelas, o diga en qué se diferencian.",
    ),
    "years-lost": (
        "warning",
        "En {rows} filas faltan casillas de años: no se sabe en qué año se hace. "
        "Marque de nuevo los años.",
    ),
    "columns-shifted": (
        "warning",
        "En {rows} filas las celdas están corridas o sobran marcas frente al encabezado. "
        "Ponga cada dato bajo su columna.",
    ),
    "shares-not-100": (
        "error",
        "La columna «{text}» suma {sum} % y debería sumar 100 %. Corrija los porcentajes.",
    ),
    "budget-identity": (
        "error",
        "No cuadra: {rule}. Según sus cifras debería ser {right} y dice {said}.",
    ),
    "subtotal-wrong": (
        "error",
        "El total de «{text}» dice {said}, pero sus filas suman {right}. Corrija el total.",
    ),
    "no-income-rows": (
        "note",
        "El presupuesto tiene {rows} partidas de gasto y ninguna de ingreso. "
        "Adjunte los ingresos, o diga que es solo de gastos.",
    ),
    "parts-not-as-announced": (
        "warning",
        "Se anuncian {announced} {what} y después hay {found}. "
        "Complete lo que falta o corrija el anuncio.",
    ),
    "objective-missing": (
        "warning",
        "El objetivo {number} se enuncia, pero ninguna actividad lo lleva: «{text}». "
        "Agregue sus actividades o retírelo.",
    ),
    "two-wordings": (
        "warning",
        "El objetivo {number} está escrito de dos maneras. Deje una sola: «{text}».",
    ),
    "aligned-elsewhere": (
        "warning",
        "El objetivo «{text}» se alinea al objetivo nacional {said}, pero por sus palabras "
        "({words}) está más cerca del {nearer}. Revise a cuál corresponde.",
    ),
    "territory-impossible": (
        "error",
        "Dice «{said}», pero el cantón tiene {right}. Corrija el número.",
    ),
    "no-baseline": (
        "note",
        "Ningún indicador dice de dónde parte. Agregue la línea base con su fecha.",
    ),
    "no-verification": (
        "note",
        "Ningún indicador dice con qué se comprueba. Agregue el medio de verificación.",
    ),
    "dates-outside-plan": (
        "warning",
        "La fecha {said} está fuera del período {period}. Corrija la fecha o el período.",
    ),
    "personal-data": (
        "warning",
        "Hay datos personales ({kinds}) en {rows} lugares. Retírelos antes de publicar.",
    ),
}
LONGEST: Final = 160


def told(code: str, cells: Iterable[Place], **parts: str) -> Finding:
    """The finding with its sentence; long words are cut where a reader still knows them."""
    severity, says = SENTENCES[code]
    parts = {name: shortened(text) for name, text in parts.items()}
    return Finding(code, says.format(**parts), tuple(cells), severity, parts)


def shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "\u2026"
