"""Tables printed as PDF for the tests, as an office would print them."""

import json
from collections.abc import Sequence

import typst

SOURCE = """
#let data = json(bytes(sys.inputs.data))
#set page(paper: "a5", flipped: true, margin: 12mm, numbering: "1 / 1",
  header: text(size: 7pt)[Consejo de prueba])
#set text(font: "DejaVu Sans", size: 8pt, lang: "es", hyphenate: data.hyphens)
= #data.title
Texto que presenta el cuadro.
#table(
  columns: data.widths.map(width => width * 1fr),
  inset: data.inset * 1pt,
  stroke: if data.ruled { 0.5pt } else { none },
  table.header(..data.heading.map(text => strong(text))),
  ..data.rows.flatten()
)
Elaborado por Carmen.
"""


def pdf(
    heading: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    ruled: bool,
    inset: float = 4,
    hyphens: bool = False,
) -> bytes:
    data = {
        "title": "Metas del año",
        "heading": heading,
        "rows": rows,
        "widths": [1, *[3] * (len(heading) - 1)],
        "ruled": ruled,
        "inset": inset,
        "hyphens": hyphens,
    }
    made: bytes = typst.compile(SOURCE.encode(), sys_inputs={"data": json.dumps(data)})
    return made
