"""Tables set in every way an office may set them, drawn by lot from a seed, to be found again."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import typst

from bench.readers import truths
from bench.readers.truths import Truth

FONTS: Final = (
    "DejaVu Sans",
    "DejaVu Serif",
    "DejaVu Sans Mono",
    "Libertinus Serif",
    "New Computer Modern",
)
LINES: Final = ("all", "none", "rows", "head", "outer", "zebra", "dotted", "columns", "double")
SOURCE: Final = """
#let data = json(bytes(sys.inputs.data))
#set page(paper: data.paper, flipped: data.wide, margin: data.margin * 1mm,
  numbering: if data.numbered { "1 / 1" } else { none },
  header: if data.headed { text(size: 7pt)[Consejo de Seguridad Ciudadana] } else { none })
#set text(font: data.font, size: data.size * 1pt, lang: "es", hyphenate: data.hyphens)
#set par(justify: data.justified, leading: data.leading * 1em)
#let thin = 0.5pt + luma(60)
#let dots = (paint: black, thickness: 0.6pt, dash: "dotted")
#let rules(x, y) = {
  if data.lines == "all" { thin }
  else if data.lines == "double" { 1.5pt }
  else if data.lines == "dotted" { dots }
  else if data.lines == "rows" { (top: thin, bottom: thin) }
  else if data.lines == "columns" { (left: thin, right: thin, top: if y == 0 { thin }) }
  else if data.lines == "head" { if y < data.tall { (top: thin, bottom: thin) } }
  else if data.lines == "outer" { none }
}
#let side(name) = if name == "right" { right } else if name == "center" { center } else { left }
#let height = (top: top, middle: horizon, bottom: bottom).at(data.upright)
#let drawn(table-data) = {
  let made = table(
    columns: table-data.widths.map(width => width * 1fr),
    inset: (x: data.across * 1pt, y: data.down * 1pt),
    stroke: rules,
    fill: (x, y) => if data.lines == "zebra" and y > 0 and calc.odd(y) { luma(235) },
    align: (x, y) => if y < data.tall { center + horizon } else {
      side(table-data.sides.at(x)) + height
    },
    table.header(repeat: data.repeats, ..table-data.over.map(cell =>
      table.cell(colspan: cell.at("columns"), rowspan: cell.at("rows"), strong(cell.text)))),
    ..table-data.rows.flatten()
  )
  if data.lines == "outer" { block(stroke: thin, made) } else { made }
}
= #data.title
#if data.intro { [El cuadro que sigue fue preparado por la unidad de planificación con la
  información de cada dirección y revisado en la sesión ordinaria del consejo, como se manda.] }
#if data.beside { grid(columns: (1fr, 1fr), column-gutter: 8mm, ..data.tables.map(drawn)) } else {
  for one in data.tables { drawn(one); [#data.after] }
}
"""
WORDS: Final = (
    "Elaborado por la unidad de planificación.",
    "Nota: las cifras de este cuadro fueron entregadas por cada dirección hasta el cierre del mes "
    "y pueden cambiar cuando se liquide el presupuesto del año. El consejo las revisará en su "
    "próxima sesión ordinaria, con las observaciones que presenten los barrios y las parroquias.",
)


@dataclass(frozen=True)
class Layout:
    """What was drawn: the parameters of the print, and the tables that stand in it."""

    seed: int
    tables: tuple[Truth, ...]
    data: dict[str, Any] = field(repr=False)

    @property
    def says(self) -> str:
        names = ("font", "size", "lines", "across", "down", "upright", "wide", "repeats", "beside",
                 "leading", "tall")  # fmt: skip
        shape = " + ".join(table.size for table in self.tables)
        return f"{self.seed}: {shape}; " + ", ".join(f"{n} {self.data[n]}" for n in names)


def layout(seed: int) -> Layout:
    dice = random.Random(seed)  # noqa: S311 -- the same print every time
    beside = dice.random() < 0.06
    count = 2 if beside or dice.random() < 0.15 else 1
    wide = beside or dice.random() < 0.4
    two_rows = dice.random() < 0.2
    made = [_table(dice, number, is_small=beside, wide=wide) for number in range(count)]
    lines = dice.choice(LINES)
    data = {
        "font": dice.choice(FONTS),
        "size": dice.choice((6, 7, 8, 8, 9, 10, 11)) if not beside else 7,
        "paper": dice.choice(("a4", "a4", "us-letter", "a3")),
        "wide": wide,
        "margin": dice.choice((10, 15, 20)),
        "numbered": dice.random() < 0.7,
        "headed": dice.random() < 0.6,
        "hyphens": dice.random() < 0.25,
        "justified": dice.random() < 0.2,
        "leading": dice.choice((0.5, 0.65, 0.65, 0.8)),
        "lines": lines,
        "across": dice.choice((2, 2.5, 3, 4, 5, 6)),
        "down": dice.choice((1.5, 2.5, 3, 4, 5, 7)) if lines in ("all", "rows", "zebra", "double",
            "dotted") else dice.choice((3, 4, 5, 7)),
        "upright": dice.choice(("top", "top", "middle", "bottom")),
        "repeats": dice.random() < 0.6,
        "beside": beside,
        "title": "Metas y objetivos del año",
        "intro": dice.random() < 0.7,
        "after": dice.choice(WORDS),
        "tall": 2 if two_rows else 1,
        "tables": [_drawn(table, sides, two_rows=two_rows) for table, sides in made],
    }  # fmt: skip
    return Layout(seed, tuple(table for table, _ in made), data)


def printed(one: Layout) -> bytes:
    made: bytes = typst.compile(SOURCE.encode(), sys_inputs={"data": json.dumps(one.data)})
    return made


PLACES: Final = ("El Valle", "San Sebastián", "Sucre", "La Vega Alta", "Loma Verde")
OTHERS: Final = ("unit", "long", "indicator", "goal", "money", "date", "place")
NAMES: Final = {
    "number": ("No.", "Nro.", "Orden"),
    "unit": ("Unidad responsable", "Dependencia"),
    "long": ("Objetivo", "Actividad", "Descripción de la actividad"),
    "indicator": ("Indicador", "Indicador de gestión"),
    "goal": ("Meta", "Meta cuantificable"),
    "money": ("Presupuesto", "Monto asignado"),
    "date": ("Fecha de cumplimiento", "Plazo"),
    "place": ("Parroquia", "Barrio"),
}
WIDTHS: Final = {"number": 1, "unit": 3, "long": 6, "indicator": 4, "goal": 3, "money": 2,
                 "mark": 1, "date": 2, "place": 2}  # fmt: skip


def _table(
    dice: random.Random, number: int, *, is_small: bool, wide: bool
) -> tuple[Truth, list[str]]:
    kinds = ["number"] if dice.random() < 0.7 else []
    most = 2 if is_small else 6 if wide else 4
    kinds += dice.sample(OTHERS, dice.randint(1 if is_small else 2, most))
    if wide and not is_small and dice.random() < 0.3:
        kinds += ["mark"] * 4
    if len(kinds) < 2:
        kinds.append("goal")
    heading = [f"{2023 + n}" if kind == "mark" else dice.choice(NAMES[kind])
               for n, kind in enumerate(kinds, start=4 - len(kinds))]  # fmt: skip
    sides = [
        dice.choice(("right", "left")) if kind in ("number", "money")
        else "center" if kind in ("mark", "date") and dice.random() < 0.5 else "left"
        for kind in kinds
    ]  # fmt: skip
    many = dice.randint(4, 12) if is_small else dice.randint(3, 45)
    blank = dice.choice((0.0, 0.0, 0.05, 0.2))
    rows = tuple(
        tuple("" if blank and kind not in ("number", "mark") and dice.random() < blank
              else _cell(dice, kind, n) for kind in kinds)
        for n in range(1, many + 1)
    )  # fmt: skip
    rows = tuple(row if any(row) else (*row[:-1], "sí") for row in rows)
    widths = tuple(WIDTHS[kind] for kind in kinds)
    return Truth(str(number), "Metas y objetivos", tuple(heading), rows, widths), sides


def _money(dice: random.Random) -> str:
    whole = f"{dice.randint(100, 99999):,}".replace(",", ".")
    return f"{whole},{dice.randint(0, 99):02d}"


def _cell(dice: random.Random, kind: str, number: int) -> str:
    made: dict[str, Callable[[], str]] = {
        "number": lambda: str(number),
        "unit": lambda: dice.choice(truths.UNITS),
        "long": lambda: truths.sentence(dice),
        "indicator": lambda: f"Porcentaje de {dice.choice(truths.THINGS)}",
        "goal": lambda: truths.goal(dice),
        "money": lambda: _money(dice),
        "mark": lambda: dice.choice(("X", "X", "")),
        "date": lambda: f"{dice.randint(1, 28):02d}/{dice.randint(1, 12):02d}/2031",
        "place": lambda: dice.choice(PLACES),
    }
    return made[kind]()


def _drawn(truth: Truth, sides: list[str], *, two_rows: bool) -> dict[str, Any]:
    over = [{"text": text, "columns": 1, "rows": 1} for text in truth.heading]
    if two_rows and len(over) > 3:
        # The last two columns stand under a heading of their own; all others are two rows high.
        first = [{**cell, "rows": 2} for cell in over[:-2]]
        over = [*first, {"text": "Programación", "columns": 2, "rows": 1}, *over[-2:]]
    elif two_rows:
        over = [{**cell, "rows": 2} for cell in over]
    return {"widths": truth.widths, "sides": sides, "over": over, "rows": truth.rows}
