"""What was promised in the campaign beside what became of it."""

from sereno.documents.readers.kinds.shapes import Shape, one_of

SHAPE = Shape(
    "electoral_promises",
    "un cuadro de ofertas de campaña",
    (one_of("promise"), one_of("programme", "project", "activity", "result", "progress",
                               "percent", "target")),
    one_of("programme", "project", "result", "progress", "percent"),
    ("campana", "electoral", "oferta"),
    one_of("suggestion", "indicator"),
)  # fmt: skip
recognise, read = SHAPE.recognise, SHAPE.read
