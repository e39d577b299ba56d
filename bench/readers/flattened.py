"""The real documents as flattened texts, where at hand: rows, cells and repeats against truths."""

from typing import Final

from bench.readers.scoring import silently_lost, tidy
from bench.readers.tools import Told, sereno
from bench.readers.truths import DOCUMENTS
from tests.documents.readers import real

# What each holds: whether its rows repeat a page, and its truth table by digests.
TRUTHS: Final = {"goals_matrix": real.MATRIX, "plurianual_plan": real.PLAN}
NAMES: Final = {
    real.MATRIX: "goals matrix",
    real.PLAN: "plan of four years",
    real.REPORT: "management report",
    real.WORK: "work plan, noisy",
    real.NARRATIVE: "narrative report",
}


def table() -> str:
    if not sorted(DOCUMENTS.glob("*.txt")):
        return "The flattened texts are not on this machine: not measured.\n"
    found = (
        "| flattened text | kind | rows | repeats flagged | rows % | cells % "
        "| words lost silently |\n|---|---|---|---|---|---|---|\n"
    )
    for mark, name in NAMES.items():
        told = sereno(real.path_of(mark))
        truth = next((truth for truth, other in TRUTHS.items() if other == mark), "")
        exact = "- | -"
        if truth:
            rows, cells = real.score(real.reading_of(mark), truth)
            exact = f"{100 * rows:.1f} | {100 * cells:.1f}"
        elif mark == real.REPORT:
            exact = f"- | {labels():.1f}"
        found += f"| {name} | {_counted(told)} | {exact} | {silently_lost(told)} |\n"
    return found


def _counted(told: Told) -> str:
    reading = told.understood
    rows = [row for table in reading["tables"] for row in table["rows"]]
    again = sum(row["repeats"] is not None for row in rows)
    return f"{reading['kind']} | {len(rows)} | {again}"


def labels() -> float:
    """Of the labelled fields of the management report, how many came out with their own words."""
    _, wanted = real.truth("management_report")
    reading = real.reading_of(real.REPORT)
    said = {
        real.digest(tidy(field.text))
        for table in reading.tables
        for row in table.rows
        for field in row.fields.values()
    }
    values = [value for _label, value in wanted if value != "-"]
    return 100 * sum(value in said for value in values) / len(values)
