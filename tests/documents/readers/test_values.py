"""The words of a cell become a value or a named refusal, and no words make them fall over."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sereno.documents.readers.values.absences import absence
from sereno.documents.readers.values.dates import date
from sereno.documents.readers.values.frequencies import frequency
from sereno.documents.readers.values.numbers import money, number, spanish
from sereno.documents.readers.values.parties import parties
from sereno.documents.readers.values.targets import target
from sereno.documents.readers.values.words import tidy
from sereno.documents.readers.values.years import years


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_no_text_makes_a_parser_fall_over(text: str) -> None:
    for parse in (number, money, years, frequency, date, parties, target):
        parsed = parse(text)
        assert parsed.value is not None or parsed.code or not tidy(text).strip("- \u2013\u2014")


@given(st.from_regex(r"[\d.,%$ USDcadaño\-]{1,40}", fullmatch=True))
def test_no_row_of_figures_makes_a_parser_fall_over(text: str) -> None:
    for parse in (number, money, years, frequency, date, target):
        parse(text)


@given(st.decimals(-(10**9), 10**9, places=2), st.booleans())
def test_a_printed_amount_is_read_back(value: Decimal, grouped: bool) -> None:
    assert money("USD " + spanish(value, 2, grouped=grouped)).value == value


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("4.884,15", "4884.15", ""),
        ("4884,15", "4884.15", ""),
        ("1,234.50", "1234.50", ""),
        ("88,80%", "88.80", "%"),
        ("88.8 %", "88.8", "%"),
        ("USD 5.500,00", "5500", "USD"),
        ("$ 1.250.000", "1250000", "USD"),
        ("21 acciones", "21", "acciones"),
        ("(35,5)", "-35.5", ""),
    ],
)
def test_a_number_has_its_unit(text: str, value: str, unit: str) -> None:
    assert (number(text).value, number(text).unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1,234", "ambiguous-number"),
        ("3 de 5", "several-numbers"),
        ("muchos", "not-a-number"),
        ("1.2.3.4", "not-a-number"),
    ],
)
def test_a_number_that_is_not_sure_is_refused_by_name(text: str, code: str) -> None:
    assert (number(text).value, number(text).code) == (None, code)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("2025 - 2027", [2025, 2026, 2027]),
        ("2024-2025", [2024, 2025]),
        ("2023, 2025 y 2026", [2023, 2025, 2026]),
        ("del 2021 al 2023", [2021, 2022, 2023]),
    ],
)
def test_a_span_names_every_year(text: str, named: list[int]) -> None:
    assert years(text).value == named


@pytest.mark.parametrize(
    ("text", "times", "every", "period"),
    [
        ("cada 15 días", 1, 15, "day"),
        ("Mensuales", 1, 1, "month"),
        ("trimestral", 1, 3, "month"),
        ("dos veces por semana", 2, 1, "week"),
        ("cada mes", 1, 1, "month"),
    ],
)
def test_a_frequency_is_so_many_every_so_much(
    text: str, times: int, every: int, period: str
) -> None:
    assert frequency(text).value == {"times": times, "every": every, "period": period}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Patrullar 40 barrios", {"kind": "quantity", "value": 40, "unit": "barrios"}),
        ("Alcanzar el 45% de paradas con luz",
         {"kind": "share", "value": 45, "of": "paradas con luz", "direction": "rise"}),
        ("100% de forma coordinada", {"kind": "share", "value": 100, "direction": None}),
        ("Reducir en un 12% los robos", {"kind": "share", "direction": "fall", "by": True}),
        ("Mantener 3 turnos", {"kind": "quantity", "value": 3, "direction": "keep"}),
        ("70% de mercados que tengan cámara", {"of": "mercados", "condition": "que tengan cámara"}),
        ("Reunión de mesa, cada 8 días", {"kind": "frequency", "every": 8, "period": "day"}),
        ("Elaborar un reglamento de turnos", {"kind": "milestone"}),
        ("35% solo tiene estudios, no se hizo por falta de recursos",
         {"value": 35, "status": "studies-only", "cause": "financing"}),
        ("NO APLICA, lo lleva otra unidad",
         {"absence": "not-applicable", "because": "lo lleva otra unidad"}),
        ("Información no disponible", {"absence": "not-available"}),
    ],
)  # fmt: skip
def test_a_target_says_its_kind_and_parts(text: str, expected: dict[str, object]) -> None:
    value = target(text).value
    assert isinstance(value, dict)
    assert {name: value.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("S/N", "undeclared-absence"),
        ("N/A", "undeclared-absence"),
        ("Mejor convivencia en general", "no-quantity"),
        ("30% de calles y 40% de plazas", "several-quantities"),
    ],
)
def test_a_target_that_cannot_be_typed_is_refused_by_name(text: str, code: str) -> None:
    assert target(text).code == code


def test_the_two_declared_absences_are_kept_and_no_others() -> None:
    assert absence("no aplica") != absence("n/a")
    assert absence("120 lámparas") is None


def test_entities_written_one_after_another_are_told_apart() -> None:
    text = "Ministerio de Cultura Policía Nacional Juntas del barrio"
    assert parties(text).value == ["Ministerio de Cultura", "Policía Nacional Juntas del barrio"]


@pytest.mark.parametrize(
    ("text", "iso"), [("5/3/2024", "2024-03-05"), ("7 de mayo de 2023", "2023-05-07")]
)
def test_a_day_comes_before_its_month(text: str, iso: str) -> None:
    assert date(text).value == iso
    assert date("31/02/2024").code == "no-such-day"
