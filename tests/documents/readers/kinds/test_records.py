"""The flattened texts of the council's own kind of documents read as they stand."""

from tests.documents.readers.real import MATRIX, PLAN, reading_of, score


def test_the_matrix_of_goals_reads_whole() -> None:
    reading = reading_of(MATRIX)
    assert reading.kind == "goals_matrix"
    assert len(reading.tables[0].rows) == 137
    rows, cells = score(reading, "goals_matrix")
    assert rows >= 0.99
    assert cells >= 0.99


def test_the_plan_of_four_years_reads_whole_and_flags_its_repeated_page() -> None:
    reading = reading_of(PLAN)
    assert reading.kind == "plurianual_plan"
    rows, cells = score(reading, "plurianual_plan")
    assert rows >= 0.99
    assert cells >= 0.98
    repeats = [(at, row.repeats) for at, row in enumerate(reading.tables[0].rows)]
    again = [(at, before) for at, before in repeats if before is not None]
    assert again == [(at, at - 18) for at in range(37, 48)]
    assert len(repeats) - len(again) == 44
