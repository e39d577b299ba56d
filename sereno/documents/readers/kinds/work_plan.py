"""The work plan that answers what citizens asked in the account, by component, in six columns."""

from sereno.documents.readers.kinds.shapes import Shape, one_of

SHAPE = Shape(
    "work_plan",
    "un plan de trabajo de la rendición de cuentas",
    (one_of("suggestion"), one_of("project", "activity"), one_of("objective"),
     one_of("indicator", "target"), one_of("years", "ends_on"), one_of("responsible")),
    frozenset(),
    ("rendicion de cuentas", "deliberacion", "plan de trabajo"),
)  # fmt: skip
recognise, read = SHAPE.recognise, SHAPE.read
