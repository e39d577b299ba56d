"""The matrix of goals that transparency law asks of every unit: literal a4, now numeral 1.3."""

from sereno.documents.readers.kinds.shapes import Shape, one_of

SHAPE = Shape(
    "goals_matrix",
    "una matriz de metas de las unidades (LOTAIP)",
    (one_of("unit_name"), one_of("objective"), one_of("indicator"), one_of("target")),
    one_of("number", "link"),
    ("literal a4", "lotaip", "transparencia y acceso", "metas y objetivos"),
    one_of("suggestion", "year_*", "month_*", "activity"),
)
recognise, read = SHAPE.recognise, SHAPE.read
