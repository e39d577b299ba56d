"""Each kind is told by what its columns mean, and nothing of the paper is lost on the way."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sereno.documents.readers.kinds import understand
from sereno.documents.readers.kinds.columns import heading_of
from sereno.documents.readers.paper import Cell, Grid, Line, Paper, Place
from sereno.documents.readers.reading import Reading

GOALS = """
Nro|Descripción de las unidades|Objetivos de la unidad|INDICADORES|Metas cuantificables
NIVEL OPERATIVO||||
1|Patrullaje|Recorrer los barrios|Barrios recorridos|40 barrios
2|Alarmas|Mantener las alarmas|Alarmas activas|30% sólo tiene estudios por falta de recursos
2|Alarmas|Mantener las alarmas|Alarmas activas|30% sólo tiene estudios por falta de recursos
FECHA ACTUALIZACIÓN DE LA INFORMACIÓN:||||31/01/2024
"""
YEARS = """
Actividad|Indicadores|Meta|Articulación|Año||
||||2031|2032|2033
Componente social||||||
1. Calles seguras||||||
Abrir casas de barrio|Número de casas|Abrir 6 casas|Juntas, Policía Nacional|X||X
"""
ASKED = """
NOMBRE DEL PROYECTO|SUGERENCIAS|OBIJETIVOS|INDICADORES|FECHA DE REALIZACION|UNIDAD RESPONSABLE
Luz en la cancha|Más luz|Iluminar la cancha|100% de canchas|2031 - 2032|Obras
"""
MONEY = """
Código|Descripción|Asignado|Reformas|Codificado|Comprometido|Devengado|Pagado|% ejecución
73.02.01|Radios|1.000,00|-250,50|749,50|700,00|600,00|600,00|80,05%
"""
MONTHS = """
Proyecto|Meta|Presupuesto|Ene|Feb|Mar|Abr|Responsable
Talleres|Dictar 8 talleres|USD 900,00|2|2||4|Capacitación
"""
PROMISED = """
Sugerencia ciudadana|Compromiso asumido|Estado|Responsable
Más rondas de noche|Dos rondas por semana|Cumplido|Operaciones
"""
CAMPAIGN = """
Oferta de campaña|Programa|Resultados
Barrios con alarma|Alarmas|Se instalaron 12
"""


def paper(text: str, *lines: str) -> Paper:
    rows = tuple(
        tuple(
            Cell(words.strip(), Place(table=1, row=row, column=column))
            for column, words in enumerate(line.split("|"), start=1)
        )
        for row, line in enumerate(text.strip().splitlines(), start=1)
    )
    told = tuple(Line(words, Place(row=at)) for at, words in enumerate(lines, start=1))
    return Paper((*told, Grid(rows)))


def words_of(reading: Reading) -> Counter[str]:
    """Every word of a reading once for each place it stands at."""
    told: Counter[str] = Counter()
    seen: set[Place] = set()
    fields = [
        one
        for table in reading.tables
        for group in (table.headings, *(row.fields for row in table.rows))
        for one in group.values()
    ]
    for one in fields:
        if not set(one.source) <= seen:
            told.update(one.text.split())
            seen.update(one.source)
    for table in reading.tables:
        told.update(table.title.split() if table.source else ())
    for left in reading.unplaced:
        told.update(left.text.split())
    return told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (GOALS, "goals_matrix"),
        (YEARS, "plurianual_plan"),
        (ASKED, "work_plan"),
        (MONEY, "budget_statement"),
        (MONTHS, "operating_plan"),
        (PROMISED, "commitments"),
        (CAMPAIGN, "electoral_promises"),
    ],
)
def test_a_kind_is_told_by_its_columns_and_no_word_is_lost(text: str, kind: str) -> None:
    whole = paper(text, "Cuadro de la unidad")
    reading = understand(whole)
    assert reading.kind == kind
    assert reading.score > 0.7
    assert reading.because
    expected = Counter(word for piece in whole.pieces() for word in piece.text.split())
    assert words_of(reading) == expected


def test_a_matrix_keeps_its_section_its_excuse_its_repeat_and_its_foot() -> None:
    first, second, third = understand(paper(GOALS)).tables[0].rows
    assert first.fields["section"].text == "NIVEL OPERATIVO"
    assert second.fields["target"].value == {
        "kind": "share", "value": 30, "of": "", "status": "studies-only", "cause": "financing",
        "excuse": "sólo tiene estudios por falta de recursos", "unit": "%",
    }  # fmt: skip
    assert (second.repeats, third.repeats) == (None, 1)
    about = understand(paper(GOALS)).tables[1].rows[0].fields
    assert about["updated_on"].value == "2024-01-31"


def test_marks_under_years_over_two_heading_rows_become_years() -> None:
    (row,) = understand(paper(YEARS)).tables[0].rows
    assert row.fields["years"].value == [Decimal(2031), Decimal(2033)]
    assert row.fields["component"].text == "Componente social"
    assert row.fields["objective"].text == "1. Calles seguras"
    assert row.fields["partners"].value == ["Juntas", "Policía Nacional"]


def test_columns_in_another_order_with_noise_keep_their_meaning() -> None:
    (row,) = understand(paper(ASKED)).tables[0].rows
    assert row.fields["project"].text == "Luz en la cancha"
    assert row.fields["objective"].text == "Iluminar la cancha"
    assert row.fields["target"].source == row.fields["indicator"].source
    assert row.fields["years"].value == [Decimal(2031), Decimal(2032)]


def test_amounts_of_a_statement_are_exact() -> None:
    fields = understand(paper(MONEY)).tables[0].rows[0].fields
    assert fields["amendments"].value == Decimal("-250.50")
    assert (fields["execution"].value, fields["execution"].unit) == (Decimal("80.05"), "%")


def test_the_months_of_a_plan_become_its_programming() -> None:
    fields = understand(paper(MONTHS)).tables[0].rows[0].fields
    assert fields["programming"].value == [2, 2, None, 4, *[None] * 8]


def test_a_row_that_stands_one_column_aside_is_read_and_says_so() -> None:
    text = GOALS + "|3|Cámaras|Vigilar plazas|Cámaras activas|70%"
    row = understand(paper(text)).tables[0].rows[-1]
    assert (row.fields["number"].text, row.fields["target"].text) == ("3", "70%")
    assert row.notes == ("shifted",)
    assert row.fields["unit_name"].confidence < 0.7


def test_a_table_goes_on_in_the_next_without_or_with_its_heading_again() -> None:
    one, two = paper(GOALS).grids[0], paper(GOALS.replace("Patrullaje", "Rondas")).grids[0]
    bare = Grid(two.rows[2:3], is_continued=True)
    rows = understand(Paper((one, bare, two))).tables[0].rows
    assert [row.repeats for row in rows] == [None, None, 1, None, 3, 1, 1]


def test_a_cell_that_spans_rows_speaks_for_each() -> None:
    rows = [list(row) for row in paper(GOALS).grids[0].rows]
    spanning = Cell("Alarmas", Place(table=1, row=4, column=2), also=(rows[4][1].place,))
    rows[3][1], rows[4][1] = spanning, Cell("", rows[4][1].place)
    read = understand(Paper((Grid(tuple(map(tuple, rows))),))).tables[0].rows
    assert [row.fields["unit_name"].text for row in read] == ["Patrullaje", "Alarmas", "Alarmas"]


@given(st.lists(st.lists(st.text("ab1% Mneta|x", max_size=12), min_size=5, max_size=7), max_size=8))
def test_whatever_the_cells_hold_every_word_is_placed_or_kept(rows: list[list[str]]) -> None:
    body = "\n".join("|".join(text.replace("|", " ") for text in row) for row in rows)
    whole = paper(GOALS + body, "Componente uno", "Una línea")
    expected = Counter(word for piece in whole.pieces() for word in piece.text.split())
    assert words_of(understand(whole, "goals_matrix")) == expected


def test_a_thousand_rows_take_less_than_ten_seconds() -> None:
    body = "\n".join(
        f"{at}|Unidad {at % 7}|Objetivo {at}|Indicador {at}|{at % 100}% de {at} barrios"
        for at in range(1000)
    )
    start = process_time()
    reading = understand(paper(GOALS.splitlines()[1] + "\n" + body))
    assert len(reading.tables[0].rows) == 1000
    assert process_time() - start < 10


@pytest.mark.parametrize(
    ("indicator", "kind", "code"),
    [
        ("Un reglamento", "milestone", None),
        ("Reglamento aprobado", "milestone", None),
        ("cada 15 días", "frequency", None),
        ("Porcentaje de canchas con luz", "refused", "no-target"),
        ("Reglamento de turnos", "refused", "no-target"),
        ("3 canchas y 5 parques", "refused", "several-quantities"),
        ("", "refused", "no-target"),
    ],
)
def test_a_promise_among_indicators_is_the_target_and_none_is_said_by_name(
    indicator: str, kind: str, code: str | None
) -> None:
    (row,) = understand(paper(ASKED.replace("100% de canchas", indicator))).tables[0].rows
    value = row.fields["target"].value
    assert isinstance(value, dict)
    assert (value["kind"], value.get("code")) == (kind, code)
    assert row.fields["target"].text == ("" if code else indicator)


LETTERS = """
PROGRAMA|ACTIVIDAD|META|PRESUPUESTO|MESES|||||||||||
||||E|F|M|A|M|J|J|A|S|O|N|D
Convivencia|Ferias|4|100,00|||1|||1|||1|||1
|Teatro|2|50,00||||||2||||||
|Subtotal||150,00||||||||||||
|Huertos|1|25,00||||||||||||1
"""
BY_YEAR = """
Objetivo estratégico|Indicador|Línea base|Meta 2031|Meta al 2032
Calles seguras|Incendios|30|20|10
"""
DICTIONARY = """
Nombre del campo|Descripción del campo
Meta|Lo que se promete
Indicador|Con qué se mide
"""


def test_months_by_their_initials_and_a_programme_written_once_for_the_rows_below() -> None:
    ferias, teatro, subtotal, huertos = understand(paper(LETTERS)).tables[0].rows
    assert ferias.fields["programming"].value == [None, None, 1, None, None, 1] * 2
    assert teatro.fields["programming"].value == [*[None] * 5, 2, *[None] * 6]
    assert (teatro.fields["programme"].text, teatro.notes) == ("Convivencia", ("carried",))
    assert teatro.fields["programme"].confidence < 0.85
    assert teatro.fields["programme"].source == ferias.fields["programme"].source
    assert (subtotal.notes, set(subtotal.fields)) == (("total",), {"activity", "budget"})
    assert "programme" not in huertos.fields


def test_a_heading_is_as_deep_as_its_cells_span() -> None:
    plain = paper("Proyecto|Meta|Avance\n||Lo hecho\nLuz|40 faroles|Casi\n").grids[0]
    deep = [replace(cell, also=(replace(cell.place, row=2),)) for cell in plain.rows[0][:2]]
    grid = replace(plain, rows=((*deep, plain.rows[0][2]), *plain.rows[1:]))
    heading = heading_of(grid)
    assert heading is not None
    assert (heading.after, heading.columns[2].text) == (2, "Avance Lo hecho")


@pytest.mark.parametrize(
    "numbers",
    ["I|II|III|IV", "1|2|3|4", "1er|2do|3er|4to", "1ro|2do|3ro|4to", "T1|T2|T3|T4", "Q1|Q2|Q3|Q4",
     "Primero|Segundo|Tercero|Cuarto", "Primer|Segundo|Tercer|Cuarto",
     "I Trim.|II Trim.|III Trim.|IV Trim."],
)  # fmt: skip
def test_quarters_may_go_by_number_under_a_heading_that_names_them(numbers: str) -> None:
    heads = f"Proyecto|Meta|Programación trimestral||||Costo\n||{numbers}|\n"
    reading = understand(paper(f"{heads}Luz|40 faroles|10|10|10|10|5000\n"))
    (row,) = reading.tables[0].rows
    assert reading.kind == "operating_plan"
    assert row.fields["programming_by_quarter"].value == [10, 10, 10, 10]


def test_groups_of_a_statement_are_totals_and_a_commitment_among_amounts_is_one() -> None:
    rows = ["5|GASTO CORRIENTE|9|0|9|8|7", "530104|Energía|4|0|4|4|3", "530105|Teléfono|5|0|5|4|4"]
    heads = "Cuenta|Denominación|Inicial|Reformas|Codificado|Compromiso|Devengado"
    reading = understand(paper("\n".join([heads, *rows]) + "\n"))
    group, *lines = reading.tables[0].rows
    assert (reading.kind, group.notes) == ("budget_statement", ("total",))
    assert [line.fields["committed"].value for line in lines] == [4, 4]


def test_a_column_that_says_how_it_is_worked_out_has_its_field() -> None:
    heads = "Unidad|Objetivo|Indicador|Fórmula de Cálculo|Meta"
    row = "Luz|Alumbrar|% de faroles|Faroles que prenden / faroles * 100|90 %"
    (table,) = understand(paper(f"{heads}\n{row}\n")).tables
    assert table.rows[0].fields["definition"].text == "Faroles que prenden / faroles * 100"
    assert table.rows[0].fields["target"].text == "90 %"


def test_a_goal_under_its_own_year_is_the_target_of_that_year() -> None:
    reading = understand(paper(BY_YEAR))
    assert (reading.kind, reading.unplaced) == ("plurianual_plan", ())
    fields = reading.tables[0].rows[0].fields
    assert [fields[f"target_{year}"].text for year in (2031, 2032)] == ["20", "10"]
    assert "target" not in fields


def test_a_data_sets_dictionary_is_read_as_fields_with_their_meaning() -> None:
    reading = understand(paper(DICTIONARY))
    assert (reading.kind, reading.unplaced) == ("metadata", ())
    rows = reading.tables[0].rows
    assert [row.fields["name"].text for row in rows] == ["Meta", "Indicador"]


def test_a_column_of_dates_may_say_how_often_and_a_dash_in_an_account_is_blank() -> None:
    text = ASKED.replace("2031 - 2032", "permanente")
    (row,) = understand(paper(text)).tables[0].rows
    assert row.fields["years"].value == {
        "kind": "frequency", "times": 1, "every": 0, "period": "always",
    }  # fmt: skip
    (account,) = understand(paper(MONEY.replace("700,00|600", "-|600"))).tables[0].rows
    assert (account.fields["committed"].text, account.fields["committed"].value) == ("-", None)
