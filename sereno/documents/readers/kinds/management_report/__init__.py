"""A management report by sector: projects with money, goals with values, all label by label."""

from sereno.documents.readers.kinds.likeness import Likeness
from sereno.documents.readers.kinds.management_report.labels import label
from sereno.documents.readers.kinds.management_report.report import Report
from sereno.documents.readers.paper import Paper
from sereno.documents.readers.reading import Reading

NAME = "management_report"
OWN = frozenset({"planned", "executed", "percent", "codified", "accrued", "measure_unit", "result"})


def recognise(paper: Paper) -> Likeness:
    """At least four of its own labels stand in front of a value, and values for a goal."""
    found = {
        name
        for grid in paper.grids
        for row in grid.rows
        if len(row) >= 2 and len([cell for cell in row if cell.text.strip()]) <= 2
        if (name := label(row[0].text)) in OWN
    }
    if len(found) < 3 or not found & {"planned", "executed", "codified"}:
        return Likeness(0.0, "no hay etiquetas de un informe de gestión")
    return Likeness(
        min(0.95, 0.6 + 0.06 * len(found)),
        f"parece un informe de gestión: {len(found)} de {len(OWN)} etiquetas propias con su valor",
    )


def read(paper: Paper) -> Reading:
    report = Report(paper)
    likeness = recognise(paper)
    return Reading(
        NAME,
        likeness.score,
        likeness.because,
        report.tables(),
        unplaced=tuple(report.unplaced),
    )
