"""The yearly operating plan: projects or activities with their programming month by month."""

from sereno.documents.readers.kinds.shapes import Shape, one_of

SHAPE = Shape(
    "operating_plan",
    "un plan operativo anual (POA)",
    (one_of("activity", "project", "programme", "objective"), one_of("month_*", "quarter_*"),
     one_of("indicator", "target", "budget", "responsible")),
    one_of("indicator", "target", "budget", "responsible", "measure_unit"),
    ("plan operativo anual", "poa"),
)  # fmt: skip
recognise, read = SHAPE.recognise, SHAPE.read
