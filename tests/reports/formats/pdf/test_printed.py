"""Tables of many columns stay readable on paper."""

import io
from dataclasses import replace
from datetime import date

import pdfplumber

from sereno.reports.formats.pdf.printed import pdf
from sereno.reports.rules import lotaip
from sereno.reports.rules.document import Cell, Kind, Part, Table
from tests.reports.formats.stage import document


def test_the_fourteen_columns_of_the_budget_break_no_word() -> None:
    numeral = next(each for each in lotaip.in_force(date(2026, 10, 31)) if each.code == "6")
    row = tuple(
        Cell("100.000,00", "100000.00")
        if column.kind == Kind.MONEY
        else Cell("510000" if place == 0 else "Bienes y servicios de consumo")
        for place, column in enumerate(numeral.columns)
    )
    table = Table("6", numeral.title, numeral.columns, (row,) * 3)
    whole = replace(document(), parts=(Part("Presupuesto", table=table),))
    with pdfplumber.open(io.BytesIO(pdf(whole, address="http://127.0.0.1/"))) as opened:
        words = {word["text"] for page in opened.pages for word in page.extract_words()}
    assert {"510000", "100.000,00", "servicios", "consumo"} <= words
