"""The tables that are hidden in files and looked for again: three real ones and invented ones."""

import random
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

DOCUMENTS: Final = Path(__file__).resolve().parents[2].parent / "shared" / "documents"


@dataclass(frozen=True)
class Truth:
    """A table as it should come out again. ``widths`` are parts of the page's width."""

    name: str
    title: str
    heading: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    is_wide: bool = False

    @property
    def size(self) -> str:
        return f"{len(self.rows)} × {len(self.heading)}"  # noqa: RUF001 -- the sign of a size


MATRIX = ("No.", "Descripción de la unidad", "Objetivo de la unidad", "Indicador", "Meta")
COMMITMENTS = (
    "SUGERENCIAS Y RECOMENDACIONES",
    "NOMBRE DEL PROYECTO",
    "OBJETIVOS",
    "INDICADORES",
    "FECHA DE REALIZACIÓN",
    "UNIDAD RESPONSABLE",
)
YEARS = ("Actividad", "Indicador", "Meta", "Articulación", "2023", "2024", "2025", "2026")

# Invented words of the council's kind, for where the documents themselves are not at hand.
STARTS = (
    "Mejorar", "Instalar", "Capacitar a", "Coordinar con", "Difundir entre", "Recuperar",
    "Señalizar", "Iluminar", "Equipar", "Evaluar",
)  # fmt: skip
THINGS = (
    "los barrios con mayor incidencia de robos", "las unidades educativas del área urbana",
    "los comités de seguridad ciudadana", "la red de alarmas comunitarias",
    "los espacios públicos de las parroquias rurales", "el sistema de videovigilancia",
    "los operativos conjuntos en el centro histórico", "las rutas seguras de transporte nocturno",
)  # fmt: skip
TAILS = (
    "", "con base en el mapa de incidencia", "de forma coordinada con la Policía Nacional",
    "según los estudios técnicos que se aprueben en el año",
    "mediante convenios de cooperación interinstitucional entre el municipio, la gobernación y la "
    "academia, que se evaluarán cada seis meses",
)  # fmt: skip
UNITS = (
    "Proyectos", "Dirección Ejecutiva", "Unidad Financiera y Proyectos", "Proyectos Tecnológicos",
    "Gestión de Vinculación con la Comunidad y Capacitación",
)  # fmt: skip


def sentence(dice: random.Random) -> str:
    return " ".join(filter(None, map(dice.choice, (STARTS, THINGS, TAILS))))


def goal(dice: random.Random) -> str:
    return dice.choice(("100%", "80%", f"{dice.randint(2, 90)} barrios", "1.250", "Un documento"))


def matrix() -> Truth:
    rows = real_matrix()
    if not rows:
        dice = random.Random(4)  # noqa: S311 -- the same table every time
        rows = [
            (f"{1 + n // 12}.{1 + n % 3}", dice.choice(UNITS), sentence(dice),
             "Porcentaje de avance", goal(dice))
            for n in range(137)
        ]  # fmt: skip
    return Truth("A", "Literal a4) Metas y objetivos", MATRIX, tuple(rows), (1, 3, 5, 3, 3))


def real_matrix() -> list[tuple[str, ...]]:
    lines = records("004")
    return [tuple(cells) for cells in lines if len(cells) == 5 and re.match(r"\d", cells[0])][:137]


def commitments() -> Truth:
    dice = random.Random(9)  # noqa: S311
    periods = ("2024-2025", "2025 - 2026", "2025 - 2027", "2024")
    rows = tuple(
        (sentence(dice), dice.choice(STARTS[:2]) + " " + dice.choice(THINGS), sentence(dice),
         f"{goal(dice)} {dice.choice(TAILS)}".strip(), dice.choice(periods), dice.choice(UNITS))
        for _ in range(9)
    )  # fmt: skip
    return Truth("B", "Componente de vinculación", COMMITMENTS, rows, (4, 4, 4, 4, 3, 3))


def years() -> Truth:
    rows = real_years()
    if len(rows) < 45:
        dice = random.Random(2)  # noqa: S311
        rows = [
            (sentence(dice), "Porcentaje de " + dice.choice(THINGS), "Alcanzar " + goal(dice),
             dice.choice((*UNITS, "")), *(dice.choice(("X", "X", "")) for _ in range(4)))
            for _ in range(45)
        ]  # fmt: skip
    return Truth("C", "Plan plurianual", YEARS, tuple(rows), (6, 5, 5, 4, 1, 1, 1, 1), is_wide=True)


def real_years() -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for cells in records("002"):
        marks = [cell for cell in cells[4:] if cell]
        if len(cells) >= 7 and all(cells[:3]) and set(marks) == {"X"}:
            row = tuple((cells + [""] * 8)[:8])
            if row not in found:
                found.append(row)
    return found[:45]


def records(number: str) -> list[list[str]]:
    """The lines of one of the documents, cut at their tabs; none where it is not at hand."""
    paths = sorted(DOCUMENTS.glob(f"{number}_*.txt"))
    if not paths:
        return []
    lines = paths[0].read_text(encoding="utf-8").splitlines()
    return [[" ".join(cell.split()) for cell in line.split("\t")] for line in lines]


def all_three() -> tuple[Truth, ...]:
    return matrix(), commitments(), years()
