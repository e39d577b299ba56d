"""A statement of the budget's execution: numeral 6, or the cédula of income or spending."""

from sereno.documents.readers.kinds.shapes import Shape, one_of

SHAPE = Shape(
    "budget_statement",
    "una cédula o ejecución presupuestaria",
    (one_of("code", "description"), one_of("codified"), one_of("accrued"),
     one_of("initial", "amendments", "paid", "committed")),
    one_of("initial", "amendments", "certified", "committed", "paid", "unpaid", "execution"),
    ("presupuest", "cedula"),
)  # fmt: skip
recognise, read = SHAPE.recognise, SHAPE.read
