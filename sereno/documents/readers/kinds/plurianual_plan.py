"""A plan over several years: activities with indicator and target, and a column for each year."""

from sereno.documents.readers.kinds.shapes import Shape, one_of

SHAPE = Shape(
    "plurianual_plan",
    "un plan plurianual",
    (one_of("activity", "project", "programme", "objective", "strategic_objective"),
     one_of("indicator"), one_of("target", "year_*"), one_of("year_*")),
    one_of("partners", "responsible", "objective"),
    ("plurianual", "plan de trabajo", "plan de desarrollo"),
    one_of("suggestion", "month_*"),
)  # fmt: skip
recognise, read = SHAPE.recognise, SHAPE.read
