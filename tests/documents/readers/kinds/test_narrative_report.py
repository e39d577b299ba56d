"""What a report in prose counts is proposed as facts, in words or in digits, with its clause."""

from decimal import Decimal

from sereno.documents import readers
from tests.documents.readers.real import NARRATIVE, reading_of

PROSE = """INFORME DE LA LUZ

Durante el año 2031 la unidad de luz recorrió la loma con las vecinas y los vecinos, y \
conforme a la ordenanza 14 del 25 de mayo se encendieron doce faroles solares, se pintaron 1.250 \
bancas de la ribera; en tres meses la vecindad cuidó lo que se hizo, sin que hubiera que lamentar \
nada de lo que en otro tiempo se temía por las noches en las calles menos transitadas.
""".encode()


def test_numbers_in_words_and_in_digits_are_proposed_with_their_clause() -> None:
    reading = readers.read(PROSE, "x")
    assert reading.kind == "narrative_report"
    assert [(fact.value, fact.counts) for fact in reading.facts] == [
        (Decimal(12), "faroles solares"),
        (Decimal(1250), "bancas de la ribera"),
    ]
    assert reading.facts[1].text == "se pintaron 1.250 bancas de la ribera"


def test_nothing_is_accepted_by_itself_and_no_word_is_lost() -> None:
    reading = readers.read(PROSE, "x")
    assert reading.tables == ()
    assert " ".join(left.text for left in reading.unplaced).split() == PROSE.decode().split()


def test_the_facts_of_the_real_report_are_those_its_reader_saw() -> None:
    reading = reading_of(NARRATIVE)
    assert reading.kind == "narrative_report"
    assert sorted((int(fact.value), fact.unit) for fact in reading.facts) == [
        (3, "centros"),
        (6, "parroquias"),
        (11, "fumigaciones"),
        (12, "sistemas"),
    ]
