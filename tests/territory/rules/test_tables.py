"""The reader of tables: whatever bytes come, it tells rows and reasons, or refuses by name."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sereno.territory.rules.files import Known, Level, Unreadable, Why, fold
from sereno.territory.rules.tables import read_table

KNOWN = Known(parishes={"el valle": 1, "taquil": 2}, barrios={(1, "jipiro"): 7})
cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


@given(st.binary(max_size=300), st.sampled_from([Level.PARISH, Level.BARRIO, Level.PLACE]))
def test_no_bytes_break_it(data: bytes, level: Level) -> None:
    try:
        table = read_table(data, level=level, known=KNOWN)
    except Unreadable:
        return
    assert table.rows or table.rejects


@given(st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=12))
def test_every_row_with_something_in_it_is_kept_or_told(rows: list[tuple[str, str, str]]) -> None:
    kept = io.StringIO()
    written = csv.writer(kept)
    written.writerow(["nombre", "parroquia", "latitud"])
    written.writerows(rows)
    full = [row for row in rows if any(cell.strip() for cell in row)]
    try:
        table = read_table(kept.getvalue().encode(), level=Level.BARRIO, known=KNOWN)
    except Unreadable:
        assert not full
        return
    assert len(table.rows) + len(table.rejects) == len(full)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_accents_survive_however_the_office_saved_it(encoding: str, sign: str) -> None:
    text = sign.join(["parroquia", "barrio"]) + "\n" + sign.join(["Taquil", "Cañicapac"]) + "\n"
    table = read_table(text.encode(encoding), level=Level.BARRIO, known=KNOWN)
    assert [(row.name, row.parish) for row in table.rows] == [("Cañicapac", 2)]


def test_the_same_barrio_twice_is_told_whatever_its_accents() -> None:
    data = "parroquia,barrio\nTaquil,Cañi\nTAQUIL,CANI\nEl Valle,Cañi\n".encode()
    table = read_table(data, level=Level.BARRIO, known=KNOWN)
    assert [row.row for row in table.rows] == [2, 4]
    assert [(left.row, left.why) for left in table.rejects] == [(3, Why.REPEATED)]


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_more(name: str) -> None:
    assert fold(fold(name)) == fold(name)
