"""Open data: every table that goes out, whatever the door it goes out by."""

from sereno.reports.queries.opened.asked import (
    ADVANCES,
    ATTENDANCE,
    COMMITMENTS,
    DELIBERATIONS,
    MATTERS,
)
from sereno.reports.queries.opened.council import ARTICLES, ORDINANCES, UNITS
from sereno.reports.queries.opened.money import LINES, STATEMENTS, WEIGHTS
from sereno.reports.queries.opened.plans import (
    ALIGNMENTS,
    INDICATORS,
    PLANS,
    PROBLEMS,
    TARGETS,
)
from sereno.reports.queries.opened.results import EDITIONS, EVIDENCE, FIGURES
from sereno.reports.queries.opened.table import Cells, Filter, Table
from sereno.reports.queries.opened.tasks import ACTIVITIES, ACTIVITY_PROGRESS

__all__ = ["TABLES", "Cells", "Filter", "Table"]

# In the order of the road: what was promised, with what money, what came of it, what people asked.
TABLES = (
    PLANS,
    PROBLEMS,
    ALIGNMENTS,
    INDICATORS,
    TARGETS,
    ACTIVITIES,
    ACTIVITY_PROGRESS,
    LINES,
    WEIGHTS,
    STATEMENTS,
    FIGURES,
    EVIDENCE,
    EDITIONS,
    MATTERS,
    COMMITMENTS,
    ADVANCES,
    DELIBERATIONS,
    ATTENDANCE,
    UNITS,
    ORDINANCES,
    ARTICLES,
)
