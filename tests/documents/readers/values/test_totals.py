"""What adds up other rows is told from what is called a total of something."""

import pytest

from sereno.documents.readers.values.totals import is_total


@pytest.mark.parametrize(
    "text",
    ["TOTAL", "Total:", "Totales", "TOTAL GENERAL", "Subtotal programa 1", "Sub-total", "SUMAN",
     "Total del programa 2: Obras", "Suma total", "TOTAL GASTOS"],
)  # fmt: skip
def test_a_row_that_adds_up_others(text: str) -> None:
    assert is_total(text)


@pytest.mark.parametrize(
    "text",
    ["Total de barrios atendidos", "Atención total", "Sumar esfuerzos", "Sumario", "",
     "Totalidad de canchas"],
)  # fmt: skip
def test_a_thing_that_is_counted(text: str) -> None:
    assert not is_total(text)
