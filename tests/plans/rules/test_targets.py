"""What a goal's own words say, and which targets cannot stand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sereno.plans.rules import Amount, Fault, Kind, TargetDraft, amount, fault_of
from sereno.plans.rules.printing import number as printed_number
from sereno.plans.rules.printing import share
from sereno.plans.rules.targets import number

WORDS = [
    ("100% de barrios", Amount(Kind.SHARE, Decimal(100), "barrios")),
    (
        "30% de los colegios y escuelas",
        Amount(Kind.SHARE, Decimal(30), "los colegios y escuelas"),
    ),
    ("80% del centro de monitoreo", Amount(Kind.SHARE, Decimal(80), "centro de monitoreo")),
    ("el 90 % de las alertas (1.200)", Amount(Kind.SHARE, Decimal(90), "las alertas", 1200)),
    ("30 % de colegios (.)", Amount(Kind.SHARE, Decimal(30), "colegios (.)")),
    ("30 % de colegios (1.2)", Amount(Kind.SHARE, Decimal(30), "colegios (1.2)")),
    ("12,5 por ciento", Amount(Kind.SHARE, Decimal("12.5"))),
    ("100%", Amount(Kind.SHARE, Decimal(100))),
    ("cada 15 días", Amount(Kind.FREQUENCY, every_days=15)),
    ("1 vez cada 15 dias.", Amount(Kind.FREQUENCY, every_days=15)),
    ("2 veces cada 15 días", Amount(Kind.QUANTITY, Decimal(2), "veces cada 15 días")),
    ("cada semana", Amount(Kind.FREQUENCY, every_days=7)),
    ("cada 2 meses", Amount(Kind.FREQUENCY, every_days=60)),
    ("Mensual", Amount(Kind.FREQUENCY, every_days=30)),
    (
        "10 motocicletas, segunda fase",
        Amount(Kind.QUANTITY, Decimal(10), "motocicletas, segunda fase"),
    ),
    ("1.500 estudiantes", Amount(Kind.QUANTITY, Decimal(1500), "estudiantes")),
    ("0.5 minutos", Amount(Kind.QUANTITY, Decimal("0.5"), "minutos")),
    ("500", Amount(Kind.QUANTITY, Decimal(500))),
    ("informe publicado y entregado", Amount(Kind.MILESTONE, of="informe publicado y entregado")),
    ("mediana de 8 minutos", Amount(Kind.MILESTONE, of="mediana de 8 minutos")),
    ("", Amount(Kind.MILESTONE)),
]


@pytest.mark.parametrize(("words", "expected"), WORDS)
def test_the_words_of_a_document_say_how_much(words: str, expected: Amount) -> None:
    assert amount(words) == expected


@given(st.decimals(0, 10**9, places=2))
def test_a_number_written_as_here_is_read_as_it_was(value: Decimal) -> None:
    assert number(printed_number(value)) == value


@given(value=st.decimals(0, 100, places=2), of=st.sampled_from(["parques", "los barrios"]))
def test_a_printed_share_is_read_back(value: Decimal, of: str) -> None:
    assert amount(f"{share(value)} de {of}") == Amount(Kind.SHARE, value, of)


@given(st.text(max_size=80))
def test_any_words_are_understood_as_something(words: str) -> None:
    assert amount(words).kind in Kind


@given(st.from_regex(r"\A(el )?[\d.,]{1,6} ?(%|días)? ?(de )?[a-z]{0,3} ?\(?[\d.]{0,4}\)?\Z"))
def test_words_that_are_nearly_a_number_are_understood_as_something(words: str) -> None:
    assert amount(words).kind in Kind


GOOD = TargetDraft("quantity", date(2026, 1, 1), date(2026, 12, 31), Decimal(10))


def fault(draft: TargetDraft, direction: str = "rise", baseline: str | None = None) -> Fault | None:
    return fault_of(
        draft,
        direction=direction,
        baseline=None if baseline is None else Decimal(baseline),
        plan_starts_on=date(2026, 1, 1),
        plan_ends_on=date(2026, 12, 31),
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, None),
        ({"value": None}, Fault.NO_VALUE),
        ({"value": Decimal(-1)}, Fault.NEGATIVE),
        ({"value": Decimal(10) ** 12}, Fault.TOO_LARGE),
        ({"value": Decimal("0.12345")}, Fault.TOO_LARGE),
        ({"universe_size": 3_000_000_000}, Fault.TOO_LARGE),
        ({"kind": "frequency", "every_days": -5}, Fault.NO_INTERVAL),
        ({"kind": "frequency", "every_days": 10**22}, Fault.NO_INTERVAL),
        ({"kind": "share", "value": Decimal(101)}, Fault.OVER_A_HUNDRED),
        ({"kind": "frequency"}, Fault.NO_INTERVAL),
        ({"kind": "frequency", "every_days": 15}, None),
        ({"kind": "milestone"}, Fault.NO_WORDS),
        ({"kind": "milestone", "source_words": "informe"}, None),
        ({"starts_on": date(2026, 12, 31), "ends_on": date(2026, 1, 1)}, Fault.PERIOD_BACKWARDS),
        ({"ends_on": date(2027, 1, 1)}, Fault.OUTSIDE_THE_PLAN),
        ({"value": Decimal(0)}, None),
    ],
)
def test_a_target_that_could_never_be_measured_is_refused(
    changes: dict[str, object], expected: Fault | None
) -> None:
    assert fault(replace(GOOD, **changes)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("direction", "baseline", "expected"),
    [
        ("rise", "20", Fault.WRONG_WAY),
        ("rise", "10", None),
        ("fall", "5", Fault.WRONG_WAY),
        ("fall", "20", None),
        ("keep", "50", None),
    ],
)
def test_a_goal_against_its_own_direction_is_refused(
    direction: str, baseline: str, expected: Fault | None
) -> None:
    assert fault(GOOD, direction, baseline) == expected


YEARLONG = TargetDraft("quantity", date(2026, 1, 1), date(2026, 12, 31), Decimal(5))


@pytest.mark.parametrize(
    ("changes", "direction", "expected"),
    [
        ({"high": Decimal(10)}, "within", None),
        ({"high": Decimal(5)}, "within", None),
        ({}, "within", Fault.NO_BOUNDS),
        ({"high": Decimal(4)}, "within", Fault.NO_BOUNDS),
        ({"high": Decimal(10)}, "rise", Fault.NO_BOUNDS),
        ({"kind": "share", "high": Decimal(101)}, "within", Fault.OVER_A_HUNDRED),
        ({"kind": "scale", "scale": "malo\nbueno", "value": Decimal(2)}, "rise", None),
        ({"kind": "scale", "scale": "malo\nbueno"}, "rise", Fault.NO_SUCH_STEP),
        ({"kind": "scale", "scale": "bueno", "value": Decimal(1)}, "rise", Fault.NO_SUCH_STEP),
        ({"kind": "scale", "scale": "malo\nbueno", "value": None}, "rise", Fault.NO_SUCH_STEP),
    ],
)
def test_bounds_and_scales_are_whole_or_refused(
    changes: dict[str, object], direction: str, expected: Fault | None
) -> None:
    assert fault(replace(YEARLONG, **changes), direction) == expected  # type: ignore[arg-type]
