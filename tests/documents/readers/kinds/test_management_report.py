"""A management report reads label by label, and its goals keep their project and their values."""

from decimal import Decimal

from sereno.documents import readers
from tests.documents.readers.real import REPORT as REAL
from tests.documents.readers.real import digest, reading_of, truth

REPORT = """INFORME DE GESTIÓN 2031

1.1 PROGRAMA 1: NOCHES CLARAS

PROYECTO 1: FAROLES EN LA LOMA\t
Presupuesto codificado 2031:\tUSD 2.000,00
Presupuesto devengado 2031:\t1500,00
% Ejecución presupuestaria 2031:\t75,00%

Meta 1:\tColocar 40 faroles
Unidad de medida de la meta:\tFaroles colocados
Indicador de la meta:\tNúmero de faroles
Valor programado 2031:\t40 faroles
Valor ejecutado 2031:\t30
% de avance:\t75%
Entidad(es) ejecutora(s):\tUnidad de Luz
Descripción de los resultados por meta:\t<ul>Se colocaron 30 faroles.

\tFaltaron 10 por lluvia.
Meta 2:\tPintar 3 canchas
Valor programado 2031:\t3
Valor ejecutado 2031:\t3

1.3. Conclusiones

- La loma quedó más clara.

1.5. Principales retos 2032

- Llegar a la vega

Acción\tNombre\tCargo
Elaborado por:\tNadie Nunca\tTécnica
""".encode()


def test_each_goal_has_its_values_and_its_project() -> None:
    reading = readers.read(REPORT, "x")
    assert reading.kind == "management_report"
    tables = {table.title: table.rows for table in reading.tables}
    [project] = tables["Proyectos"]
    assert project.fields["programme"].text == "NOCHES CLARAS"
    assert project.fields["codified"].value == Decimal(2000)
    assert project.fields["execution"].value == Decimal(75)
    first, second = tables["Metas"]
    assert first.fields["planned"].value == Decimal(40)
    assert first.fields["planned"].unit == "faroles"
    assert first.fields["executed"].value == Decimal(30)
    assert first.fields["result"].text.endswith("\nFaltaron 10 por lluvia.")
    assert second.fields["project"].text == "FAROLES EN LA LOMA"
    assert "percent" not in second.fields


def test_its_closing_lists_and_signatures_are_rows_too() -> None:
    tables = {table.title: table.rows for table in readers.read(REPORT, "x").tables}
    assert [row.fields["conclusion"].text for row in tables["Conclusiones"]] == [
        "- La loma quedó más clara."
    ]
    assert [row.fields["challenge"].text for row in tables["Retos"]] == ["- Llegar a la vega"]
    assert tables["Firmas"][0].fields["position"].text == "Técnica"


def test_what_no_label_took_is_listed() -> None:
    left = {one.text for one in readers.read(REPORT, "x").unplaced}
    assert left == {"INFORME DE GESTIÓN 2031", "Acción", "Nombre", "Cargo"}


def test_every_labelled_field_of_the_report_is_read() -> None:
    reading = reading_of(REAL)
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
