"""The flattened texts of the council's own kind of documents read as they stand."""

from decimal import Decimal

from tests.documents.readers.real import MATRIX, PLAN, REPORT, digest, reading_of, score, truth


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


def test_every_labelled_field_of_the_report_is_read() -> None:
    reading = reading_of(REPORT)
    assert reading.kind == "management_report"
    read = {
        digest(field.text)
        for table in reading.tables
        for row in table.rows
        for field in row.fields.values()
    }
    _fields, pairs = truth("management_report")
    values = [value for _label, value in pairs if value != "-"]
    assert [value for value in values if value not in read] == []
    labels = {
        digest(line)
        for table in reading.tables
        for heading in table.headings.values()
        for line in heading.text.split("\n")
    }
    assert sum(label in labels for label, _value in pairs) / len(pairs) >= 0.96
    [project], goals, *closing = (table.rows for table in reading.tables)
    assert project.fields["codified"].value == Decimal(5500)
    assert project.fields["accrued"].value == Decimal("4884.15")
    assert [goal.fields["executed"].value for goal in goals] == [21, 44]
    assert [len(rows) for rows in closing] == [3, 2, 3, 3]
