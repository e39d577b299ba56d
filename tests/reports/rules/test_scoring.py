"""The marks of a month are those that the Defensoría would give, and each fault says where."""

from datetime import date
from decimal import Decimal

import pytest

from sereno.reports.rules import lotaip, registers, scoring
from sereno.reports.rules.document import Cell, Table
from sereno.reports.rules.lotaip import Numeral
from sereno.reports.rules.scoring import Fault

ON = date(2026, 10, 31)


def numeral(code: str) -> Numeral:
    found = lotaip.find(code, ON)
    assert found is not None
    return found


def table(code: str, *rows: list[str]) -> Table:
    asked = numeral(code)
    read = tuple(registers.cells(row, asked.columns) for row in rows)
    return Table(code, asked.title, asked.columns, read)


GOOD = ["Convenio", "03/10/2026", "Cámaras", "Policía", "un año", "https://loja.example/a.pdf"]


def faults(code: str, *rows: list[str]) -> list[Fault]:
    return [flaw.fault for flaw in scoring.flaws(numeral(code), table(code, *rows))]


def test_a_whole_numeral_in_time_has_all_three_marks() -> None:
    pages = [(numeral("18"), table("18", GOOD))]
    found = scoring.score(pages, published_on=date(2026, 11, 15), due_on=date(2026, 11, 16))
    assert found.marks[0].total == 3
    assert found.total == 100


def test_a_day_late_costs_one_mark_and_nothing_else() -> None:
    pages = [(numeral("18"), table("18", GOOD))]
    found = scoring.score(pages, published_on=date(2026, 11, 17), due_on=date(2026, 11, 16))
    assert (found.marks[0].lost, found.marks[0].complete) == (Decimal(1), Decimal(1))
    assert [flaw.fault for flaw in found.marks[0].flaws] == [Fault.LATE]


def test_a_numeral_nobody_filled_has_no_mark() -> None:
    found = scoring.score([(numeral("18"), None)], published_on=ON, due_on=ON)
    assert found.marks[0].total == 0


def test_a_fault_costs_half_of_the_first_mark() -> None:
    row = [*GOOD[:-1], "ver archivo"]
    found = scoring.score([(numeral("18"), table("18", row))], published_on=ON, due_on=ON)
    assert found.marks[0].complete == Decimal("0.5")


@pytest.mark.parametrize("word", ["NO APLICA", "INFORMACIÓN NO DISPONIBLE"])
def test_the_two_words_of_the_law_declare_an_absence(word: str) -> None:
    assert faults("18", [word] * 6) == []


@pytest.mark.parametrize("word", ["N/A", "S/N", "", "-"])
def test_no_other_word_does(word: str) -> None:
    assert set(faults("18", [word] * 6)) == {Fault.BLANK}


def test_a_budget_without_income_is_told() -> None:
    sums = ["100,00"] * 10
    spent = ["73.06.01", "Bienes", "Cámaras", *sums, "50,00 %"]
    earned = ["13.01.99", "Tasas", "Tasa de seguridad", *sums, "50,00 %"]
    assert faults("6", spent) == [Fault.NO_INCOME]
    assert faults("6", earned, spent) == []


def test_columns_shifted_by_one_are_told_as_such_first() -> None:
    assert faults("18", ["1", *GOOD[:-1]])[0] == Fault.SHIFTED


def test_photographs_are_no_register_of_attendance() -> None:
    row = ["Dirección", "Comité de El Valle", "Alarmas", "05/10/2026", "1 h", "presencial", "Loja"]
    assert faults("17", [*row, "https://loja.example/asistencia.JPG"]) == [Fault.PICTURE]
    assert faults("17", [*row, "https://loja.example/asistencia.pdf"]) == []


def test_personal_data_and_ragged_rows_bar_a_publication() -> None:
    row = ["Convenio", "03/10/2026", "Cámaras", "Vecina con cédula 1710034065", "un año", GOOD[-1]]
    pages = [(numeral("18"), table("18", row, GOOD[:-1]))]
    found = scoring.score(pages, published_on=ON, due_on=ON)
    assert [(flaw.fault, flaw.row) for _, flaw in found.bars] == [
        (Fault.PERSONAL, 1),
        (Fault.RAGGED, 2),
    ]


@pytest.mark.parametrize(
    ("month", "due"), [(10, date(2026, 11, 16)), (9, date(2026, 10, 15)), (7, date(2026, 8, 17))]
)
def test_the_due_day_is_the_fifteenth_or_the_working_day_after(month: int, due: date) -> None:
    assert lotaip.due_on(2026, month) == due


def test_the_law_of_a_day_is_the_one_in_force() -> None:
    assert {each.code for each in lotaip.in_force(date(2019, 8, 31))} == {"a4"}
    assert lotaip.find("a4", ON) is None
    assert len(lotaip.in_force(ON)) == 27


def test_a_row_of_texts_gets_the_values_behind_them() -> None:
    read = registers.cells(["Tasa", "4.884,15", "88,80 %"], numeral("6").columns[2:5])
    assert [cell.value for cell in read] == ["", "4884.15", "88.80"]
    day = registers.cells(["3/10/2026"], [numeral("18").columns[1]])
    assert day == (Cell("3/10/2026", "2026-10-03"),)
    assert registers.cells(["31/02/2026"], [numeral("18").columns[1]])[0].value == ""
