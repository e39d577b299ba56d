"""What citizens asked beside what was promised them, and how far that has come."""

from sereno.documents.readers.kinds.shapes import Shape, one_of

SHAPE = Shape(
    "commitments",
    "un cuadro de sugerencias y compromisos",
    (one_of("suggestion"), one_of("commitment", "result", "progress", "activity")),
    one_of("commitment", "result", "progress", "responsible", "percent", "verification"),
    ("sugerencia", "compromiso"),
    one_of("objective", "indicator"),
)
recognise, read = SHAPE.recognise, SHAPE.read
