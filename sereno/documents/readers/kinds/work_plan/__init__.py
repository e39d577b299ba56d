"""The work plan that answers what citizens asked in the account, by component, in six columns.

Where a scan has lost the columns, the commitments are still told apart by their dates.
"""

from sereno.documents.readers.kinds.likeness import Likeness
from sereno.documents.readers.kinds.shapes import Shape, one_of
from sereno.documents.readers.kinds.work_plan import flattened
from sereno.documents.readers.paper import Paper
from sereno.documents.readers.reading import Reading

SHAPE = Shape(
    "work_plan",
    "un plan de trabajo de la rendición de cuentas",
    (one_of("suggestion"), one_of("project", "activity"), one_of("objective"),
     one_of("indicator", "target"), one_of("years", "ends_on"), one_of("responsible")),
    frozenset(),
    ("rendicion de cuentas", "deliberacion", "plan de trabajo"),
)  # fmt: skip


def recognise(paper: Paper) -> Likeness:
    told = SHAPE.recognise(paper)
    flat = flattened.recognise(paper)
    return flat if flat.score > told.score else told


def read(paper: Paper) -> Reading:
    told = SHAPE.recognise(paper)
    flat = flattened.recognise(paper)
    return flattened.read(paper, flat) if flat.score > told.score else SHAPE.read(paper)
