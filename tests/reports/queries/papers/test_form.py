"""The accountability form has every section; pasted rows that do not fit bar it."""

from sereno.reports.queries import papers
from sereno.reports.queries.papers.paper import Ask
from sereno.reports.rules import form
from tests.reports.queries.papers.conftest import SITE, TODAY, Scene

NEEDED = {"ruc": "1160000000001", "representante": "Dirección Ejecutiva"}


def test_every_section_is_there_and_an_empty_one_declares_it(scene: Scene) -> None:
    document = scene.draft("form", "2026").document
    assert [table.code for table in document.tables] == [s.code for s in form.in_year(2026)]
    tables = {table.code: table for table in document.tables}
    assert {cell.text for cell in tables["oferta"].rows[0]} == {"NO APLICA"}
    assert all(table.rows for table in tables.values())


def test_rows_that_were_pasted_are_in_their_section(scene: Scene) -> None:
    texts = NEEDED | {"difusion": "Radio\t2\t10,00\t0,00\tRadio del barrio"}
    draft = scene.draft("form", "2026", texts)
    tables = {table.code: table for table in draft.document.tables}
    (row,) = tables["difusion"].rows
    assert (row[0].text, row[1].value, row[4].text) == ("Radio", "2.00", "Radio del barrio")
    assert not [lack for lack in draft.lacks if lack.bars]


def test_a_pasted_row_of_another_length_is_named_and_bars(scene: Scene) -> None:
    draft = scene.draft("form", "2026", NEEDED | {"difusion": "Radio\t2"})
    barring = [str(lack.words) for lack in draft.lacks if lack.bars]
    assert barring == ["Difusión y comunicación, fila 1: tiene 2 celdas y no 5"]


def test_a_year_that_nobody_knows_of_has_no_form(scene: Scene) -> None:
    assert papers.PAPERS["form"].compose(Ask("1999", TODAY, SITE, {})) is None
