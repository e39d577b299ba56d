"""Where a scan ran the columns together, each commitment is still told by its date and unit."""

from collections import Counter
from decimal import Decimal

from sereno.documents import readers
from sereno.documents.readers.reading import Reading
from tests.documents.readers.real import WORK, path_of, reading_of

SCAN = b"""PLAN DE TRABAJO DE LA VEGA

Componente de Luz.

SUGERENCIAS Y NOMBRE DEL OBIJETIVOS INDICADORES FECHA DE UNIDAD
RECOMENDACIONES PROYECTO REALIZACION RESPONSABLE
Encender los faroles | Noches claras de Tener luz 60% de calles 2031-2032 Proyectos
de la loma con luz la vega Vecinales
en la noche
Componente de Agua.
SUGERENCIAS Y
RECOMENDACIONES

Limpiar la
quebrada

2032 - 2033

Unidad de
Aseo

Cuidar pozos | Pozos limpios cada 15 dias 2031 Direccion de Aguas
"""


def told(reading: Reading) -> list[tuple[str, list[int]]]:
    """The component of each commitment and its years."""
    found = []
    for row in reading.tables[0].rows:
        years = row.fields["years"].value
        assert isinstance(years, list)
        component = row.fields["component"].text.removeprefix("Componente de ").strip(".")
        found.append((component, [int(str(year)) for year in years]))
    return found


def words_of(reading: Reading) -> Counter[str]:
    whole: Counter[str] = Counter()
    for left in reading.unplaced:
        whole.update(left.text.split())
    whole.update(reading.tables[0].headings["repeated"].text.split())
    components = {row.fields["component"].text for row in reading.tables[0].rows}
    for text in (*components, *(row.fields["commitment"].text for row in reading.tables[0].rows)):
        whole.update(text.split())
    return whole


def test_each_commitment_has_its_component_years_unit_and_promise() -> None:
    reading = readers.read(SCAN, "x")
    assert reading.kind == "work_plan"
    assert told(reading) == [("Luz", [2031, 2032]), ("Agua", [2032, 2033]), ("Agua", [2031])]
    first, second, third = reading.tables[0].rows
    assert first.fields["responsible"].text == "Proyectos Vecinales"
    assert second.fields["responsible"].text == "Unidad de Aseo"
    assert "Limpiar la\nquebrada" in second.fields["commitment"].text
    assert isinstance(first.fields["target"].value, dict)
    assert first.fields["target"].value["value"] == Decimal(60)
    assert isinstance(third.fields["target"].value, dict)
    assert third.fields["target"].value["kind"] == "frequency"
    assert all(row.notes == ("columns-lost",) for row in reading.tables[0].rows)


def test_no_word_of_the_scan_is_lost() -> None:
    assert words_of(readers.read(SCAN, "x")) == Counter(SCAN.decode().split())


def test_the_nine_commitments_of_the_real_scan_are_read() -> None:
    reading = reading_of(WORK)
    assert reading.kind == "work_plan"
    assert [years for _component, years in told(reading)] == [
        [2024, 2025], [2025, 2026], [2025, 2026], [2025, 2026], [2025, 2026],
        [2025, 2026, 2027], [2025, 2026, 2027], [2024, 2025], [2024],
    ]  # fmt: skip
    assert list(Counter(component for component, _years in told(reading)).values()) == [3, 2, 3, 1]
    targets = [row.fields["target"].value for row in reading.tables[0].rows]
    shares = [one.get("value") for one in targets if isinstance(one, dict)]
    assert shares == [100, 100, 30, 100, 50, None, 100, 100, 100]
    units = [row.fields["responsible"].text.split()[0] for row in reading.tables[0].rows]
    assert [unit[:5] for unit in units] == [*["Proye"] * 5, *["Direc"] * 3, "Unida"]
    assert words_of(reading) == Counter(path_of(WORK).read_text(encoding="utf-8").split())
