"""Each fault of a document is found by its code, and clean documents are left alone."""

import re
from collections import Counter
from decimal import Decimal
from itertools import product
from pathlib import Path
from random import Random

import pytest

from sereno.documents import readers
from sereno.documents.readers.findings.sentences import SENTENCES
from sereno.documents.readers.reading import Finding
from tests.documents.readers.real import MATRIX, NARRATIVE, PLAN, REPORT, WORK, reading_of

GOALS = "No.\tUnidad\tObjetivo\tIndicador\tMeta\tLínea base\tMedio de verificación\n"
PLAN_HEAD = (
    "Actividad\tIndicador\tMeta\tLínea base\tMedio de verificación\tAño\t\t\n"
    "\t\t\t\t\t2031\t2032\t2033\n"
)
MONEY = "Código\tDescripción\tAsignado\tReformas\tCodificado\tDevengado\tPagado\t% ejecución\n"
VALUES = "Indicador de la meta:\tFaroles encendidos\nValor programado 2031:\t{planned}\n"
RESULT = "Valor ejecutado 2031:\t{done}\n% de avance:\t{percent}\nUnidad de medida:\tfaroles\n"
TOLD = "Descripción de los resultados:\t{told}\nLínea base:\t4\nMedios de verificación:\tActas\n"


def report(planned: str = "40", done: str = "30", percent: str = "75%", told: str = "") -> str:
    values = (VALUES + RESULT).format(planned=planned, done=done, percent=percent)
    return "Meta 1:\tEncender 40 faroles\n" + values + TOLD.format(told=told or "Sin novedad")


def goal(at: int, unit: str, indicator: str, target: str) -> str:
    return f"{at}\t{unit}\tTarea {unit}\t{indicator}\t{target}\t5\tActas\n"


def action(name: str, indicator: str, target: str, marks: str) -> str:
    return f"{name}\t{indicator}\t{target}\t3\tListas\t{marks}\n"


LAMPS = action("Encender faroles", "Faroles encendidos", "Encender 40 faroles", "X\tX\tX")
BANKS = action("Pintar bancas", "Bancas pintadas", "Pintar 30 bancas", "X\tX\tX")
WALLS = action("Lavar muros", "Muros lavados", "Lavar 20 muros", "X\t\tX")
LONG = "Alcanzar 60% de canchas barriales iluminadas con faroles solares"
CASES: dict[str, str] = {
    "percent-not-from-parts": report(percent="80%"),
    "list-not-its-total": report(told="Se realizaron 12 rondas. Se ejecutaron 50 mingas."),
    "target-copied": PLAN_HEAD
    + action("Iluminar", "Canchas barriales iluminadas con faroles", LONG, "X\tX\tX")
    + action("Regar", "Huertos escolares regados cada semana", LONG, "X\tX\tX"),
    "indicator-copied": PLAN_HEAD
    + action("Iluminar canchas", "Canchas barriales iluminadas con faroles", LONG, "X\tX\tX")
    + action("Regar huertos", "Canchas barriales iluminadas con faroles", "Regar 8", "X\tX\tX"),
    "unit-copied": report()
    .replace("faroles\nDes", "Faroles solares encendidos de noche\nDes")
    .replace("Encender 40 faroles", "Encender 40 faroles solares de noche, encendidos")
    + "Meta 2:\tPintar 9 bancas\nUnidad de medida:\tFaroles solares encendidos de noche\n",
    "target-of-another": PLAN_HEAD
    + action("Iluminar", "Canchas barriales iluminadas", "Iluminar 8 canchas", "X\tX\tX")
    + action("Regar", "Huertos escolares regados", "Tener 9 canchas barriales", "X\tX\tX"),
    "indicator-measures-nothing": GOALS
    + goal(1, "Luz", "Porcentaje de avance", "100%")
    + goal(2, "Aseo", "Calles barridas", "40 calles"),
    "target-is-progress": GOALS
    + goal(1, "Luz", "Porcentaje de avance", "35%")
    + goal(2, "Aseo", "Calles barridas", "40 calles"),
    "excuse-for-target": GOALS
    + goal(2, "Aseo", "Calles barridas", "40 calles")
    + goal(1, "Luz", "Faroles", "20% no se ejecutó por falta de presupuesto"),
    "row-repeated": PLAN_HEAD + LAMPS + BANKS + LAMPS + BANKS,
    "years-lost": PLAN_HEAD + LAMPS + action("Lavar", "Muros lavados", "Lavar 9", "X\tX"),
    "columns-shifted": PLAN_HEAD + LAMPS + action("Lavar", "Muros", "Lavar 9", "X\tX\tX\tX"),
    "shares-not-100": "Proyecto\tPeso %\nFaroles\t40\nBancas\t50\n",
    "budget-identity": MONEY
    + "73.01\tFaroles\t1.000,00\t200,00\t1.100,00\t600,00\t600,00\t54,55%\n",
    "subtotal-wrong": MONEY
    + "73.01\tFaroles\t100,00\t0,00\t100,00\t50,00\t50,00\t50%\n"
    + "73.02\tBancas\t200,00\t0,00\t200,00\t50,00\t50,00\t25%\n"
    + "\tTOTAL\t310,00\t0,00\t310,00\t100,00\t100,00\t32,26%\n",
    "no-income-rows": MONEY
    + "".join(f"73.0{at}\tCosa {at}\t10\t0\t10\t5\t5\t50%\n" for at in range(1, 7)),
    "parts-not-as-announced": "El plan se organiza en tres ejes:\n1. Eje social\n2. Eje verde\n"
    "3. Eje de luz\n\nEje social\nEje verde\n",
    "objective-missing": "",
    "two-wordings": "",
    "aligned-elsewhere": "Objetivo\tObjetivo nacional\tIndicador\tMeta\n"
    "Instalar alarmas contra el delito y el robo\tPlan de Creación de Oportunidades. Objetivo 7: "
    "la escuela\tAlarmas\t40 alarmas\n",
    "territory-impossible": "Se trabajará en las 9 parroquias rurales.\n",
    "no-baseline": "No.\tUnidad\tObjetivo\tIndicador\tMeta\n1\tLuz\tVer\tFaroles\t40 faroles\n",
    "no-verification": "No.\tUnidad\tObjetivo\tIndicador\tMeta\n1\tLuz\tVer\tFaroles\t40 faroles\n",
    "dates-outside-plan": "Plan para el período 2032 a 2035.\n\n" + PLAN_HEAD + LAMPS + BANKS,
    "personal-data": "Escriba a nadie@ejemplo.ec\n",
}
AIMS = [
    f"{at}. Conseguir que {what} del cantón estén cuidados por la vecindad durante todo el año"
    for at, what in enumerate(("los faroles", "las bancas", "los muros", "las quebradas"), start=1)
]
TOLD_AIMS = "\n".join(AIMS) + "\n\n" + PLAN_HEAD
CASES["objective-missing"] = TOLD_AIMS + "".join(
    f"{aim}\t\t\t\t\t\t\t\n{row}" for aim, row in zip(AIMS, (LAMPS, BANKS, WALLS), strict=False)
)
CASES["two-wordings"] = TOLD_AIMS + "".join(
    f"{aim.replace('las bancas', 'bancas y mesas')}\t\t\t\t\t\t\t\n{row}"
    for aim, row in zip(AIMS, (LAMPS, BANKS, WALLS), strict=False)
)
LINES = 690
KNOWN = {"parroquias rurales": 7}
PLACES = ("la Loma", "la Vega", "el Vado", "la Ribera", "el Molino")
THINGS = ("faroles", "bancas", "muros", "huertos", "veredas", "murales")
CLEAN = (
    GOALS
    + "".join(
        goal(at, f"Unidad de {what}", f"Número de {what} cuidados en {where}", f"{at + 3} {what}")
        for at, (what, where) in enumerate(product(THINGS, PLACES), start=1)
    ),
    "Plan para el período 2031 a 2033.\n\n"
    + PLAN_HEAD
    + "".join(
        action(
            f"Cuidar {what} en {where}", f"Número de {what}", f"Cuidar {at + 4} {what}", "X\tX\tX"
        )
        for at, (what, where) in enumerate(product(THINGS, PLACES), start=1)
    ),
    report(told="Se encendieron 30 faroles en 3 barrios."),
    MONEY
    + "".join(
        f"{code}.0{at}\tCosa {at}\t100,00\t-20,00\t80,00\t40,00\t30,00\t50%\n"
        for at, code in enumerate(("11", "13", "51", "53", "73", "84"), start=1)
    ),
    "Se trabajará en 3 de las 7 parroquias rurales.\nProyecto\tPeso %\nFaroles\t40\nBancas\t60\n",
)


def found_in(text: str) -> tuple[Finding, ...]:
    return readers.read(text.encode(), "x", territory=KNOWN).findings


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_each_fault_is_found_in_its_cells(code: str) -> None:
    found = [finding for finding in found_in(CASES[code]) if finding.code == code]
    assert found
    assert all(finding.cells and finding.severity for finding in found)
    assert all("{" not in finding.says and finding.says.endswith(".") for finding in found)


def test_a_grand_total_is_held_against_the_rows_without_their_subtotals() -> None:
    rows = (
        "73.01\tFaroles\t100,00\t0,00\t100,00\t50,00\t50,00\t50%\n"
        "73.02\tBancas\t200,00\t0,00\t200,00\t50,00\t50,00\t25%\n"
        "\tSubtotal programa 1\t300,00\t0,00\t300,00\t100,00\t100,00\t33,33%\n"
        "84.01\tMuros\t100,00\t0,00\t100,00\t50,00\t50,00\t50%\n"
        "84.02\tMesas\t100,00\t0,00\t100,00\t50,00\t50,00\t50%\n"
        "\tSubtotal programa 2\t200,00\t0,00\t200,00\t100,00\t100,00\t50%\n"
        "\tTOTAL GENERAL\t500,00\t0,00\t500,00\t200,00\t200,00\t40%\n"
    )
    wrong = [one for one in found_in(MONEY + rows) if one.code == "subtotal-wrong"]
    assert wrong == []
    for right, said in (("\t300,00", "\t310,00"), ("500,00", "700,00")):
        broken = rows.replace(right, said, 1)
        (finding,) = [one for one in found_in(MONEY + broken) if one.code == "subtotal-wrong"]
        assert said.strip() in finding.says


def test_clean_documents_are_left_alone() -> None:
    assert [(one.code, one.says) for text in CLEAN for one in found_in(text)] == []


def drawn(seed: int) -> list[str]:
    """Four documents without faults, of other sizes, words and amounts for each seed."""
    draw = Random(seed)
    places = draw.sample(("Norte", "Sur", "Centro", "Playas", "Colinas", "Puentes", "Molinos"), 5)
    pairs = draw.sample([(what, where) for what in THINGS for where in places], 24)
    goals = "".join(
        goal(at, f"Unidad {where}", f"Número de {what} cuidados en {where}", f"{at + 2} {what}")
        for at, (what, where) in enumerate(pairs, 1)
    )
    plan = "".join(
        action(
            f"Cuidar {what} en {where}",
            f"Número de {what} en {where}",
            f"Cuidar {draw.randint(2, 90)} {what} en {where}",
            draw.choice(("X\tX\tX", "X\tX\tX", "\tX\tX")),
        )
        for what, where in pairs
    )
    lines = []
    for at, code in enumerate(("11", "28", "51", "53", "73", "84"), 1):
        initial, amendments = draw.randint(100, 90_000), draw.randint(-90, 900)
        revised = initial + amendments
        accrued = revised // draw.randint(1, 5)
        share = f"{Decimal(100 * accrued) / revised:.2f}".replace(".", ",")
        told = (f"{code}.0{at}", f"Cosa {at}", initial, amendments, revised, accrued, accrued // 2)
        lines.append("\t".join(map(str, told)) + f"\t{share}%\n")
    planned = draw.randint(10, 80)
    done = draw.randint(1, planned)
    percent = f"{Decimal(100 * done) / planned:.2f}%".replace(".", ",")
    result = f"Se encendieron {done} faroles en el barrio {places[0]}."
    return [
        GOALS + goals,
        "Plan para el período 2031 a 2033.\n\n" + PLAN_HEAD + plan,
        MONEY + "".join(lines),
        report(str(planned), str(done), percent, told=result),
    ]


def test_forty_documents_drawn_without_faults_raise_no_finding() -> None:
    """Their lines are told on the page of codes, with what was judged by hand."""
    texts = [text for seed in range(10) for text in drawn(seed)]
    assert sum(text.count("\n") for text in texts) == LINES
    assert [(one.code, one.says) for text in texts for one in found_in(text)] == []
    page = (Path(__file__).parents[3] / "docs" / "findings.md").read_text(encoding="utf-8")
    assert f"{len(texts)} drawn documents ({LINES} lines)" in page


def test_what_is_personal_is_never_said_again() -> None:
    [finding] = [one for one in found_in(CASES["personal-data"]) if one.code == "personal-data"]
    assert "nadie" not in finding.says + "".join(finding.parts.values())


def test_the_page_of_codes_lists_them_all() -> None:
    page = (Path(__file__).parents[3] / "docs" / "findings.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| `([a-z0-9-]+)` \| (\w+) \|", page, re.MULTILINE))
    assert listed == {code: severity for code, (severity, _says) in SENTENCES.items()}


# How often each code is found, and in how many cells where the whole table shares one fault.
REAL: dict[str, dict[str, int]] = {
    MATRIX: {
        "indicator-measures-nothing": 1,
        "target-is-progress": 1,
        "excuse-for-target": 1,
        "no-baseline": 1,
        "no-verification": 1,
        "personal-data": 1,
    },
    PLAN: {
        "target-copied": 2,
        "indicator-copied": 1,
        "target-of-another": 2,
        "row-repeated": 1,
        "years-lost": 1,
        "columns-shifted": 1,
        "objective-missing": 2,
        "aligned-elsewhere": 3,
        "two-wordings": 3,
        "no-baseline": 1,
        "no-verification": 1,
        "personal-data": 1,
    },
    REPORT: {
        "list-not-its-total": 2,
        "unit-copied": 1,
        "indicator-measures-nothing": 2,
        "no-baseline": 1,
    },
    WORK: {"parts-not-as-announced": 1},
    NARRATIVE: {},
}
CELLS = {
    (MATRIX, "indicator-measures-nothing"): 122,
    (MATRIX, "excuse-for-target"): 32,
    (MATRIX, "target-is-progress"): 59,
    (PLAN, "columns-shifted"): 7,
    (PLAN, "personal-data"): 3,
    (MATRIX, "personal-data"): 2,
}


@pytest.mark.parametrize("mark", REAL)
def test_the_real_documents_show_what_their_readers_saw(mark: str) -> None:
    found = Counter(finding.code for finding in reading_of(mark).findings)
    assert found == REAL[mark]


@pytest.mark.parametrize(("mark", "code"), CELLS)
def test_a_fault_of_many_rows_names_them_all(mark: str, code: str) -> None:
    [finding] = [one for one in reading_of(mark).findings if one.code == code]
    assert len(finding.cells) == CELLS[mark, code]
