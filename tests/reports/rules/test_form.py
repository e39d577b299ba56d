"""The form is data: sections of a year, and pasted rows that fit or are named."""

from sereno.reports.rules import form

MEDIA = next(section for section in form.sections() if section.code == "difusion")


def test_sections_hold_for_their_years() -> None:
    assert len(form.in_year(2026)) == 20
    assert form.in_year(2019) == ()


def test_a_pasted_heading_is_left_out() -> None:
    heading = "\t".join(column.name for column in MEDIA.columns)
    rows, misfits = form.pasted(MEDIA, f"{heading}\nRadio\t2\t10\t0\tRadio del barrio")
    assert (len(rows), misfits) == (1, [])


def test_a_declared_absence_fills_every_cell() -> None:
    rows, misfits = form.pasted(MEDIA, "no aplica")
    assert ({cell.text for cell in rows[0]}, misfits) == ({"NO APLICA"}, [])


def test_a_row_of_another_length_is_named() -> None:
    _rows, misfits = form.pasted(MEDIA, "Radio\t2\t10\t0\tx\nPrensa")
    assert misfits == [form.Misfit(2, 1)]


def test_a_section_with_nothing_declares_it() -> None:
    table = form.table(MEDIA, ())
    assert [cell.text for cell in table.rows[0]] == ["NO APLICA"] * 5
