"""What a goal promises is typed by its meaning, and what cannot be typed is refused by name."""

from decimal import Decimal

import pytest

from sereno.documents.readers.values.targets import target


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un reglamento", {"kind": "milestone", "value": 1, "unit": "reglamento"}),
        ("Una agenda acordada en el año", {"kind": "milestone", "value": 1, "unit": "agenda"}),
        ("un informe mensual", {"kind": "quantity", "value": 1, "unit": "informe"}),
        ("dos mil vecinas", {"kind": "quantity", "value": 2000, "unit": "vecinas"}),
        ("tres (3) ferias", {"kind": "quantity", "value": 3, "of": "ferias"}),
        ("cuarenta por ciento de los mercados", {"kind": "share", "value": 40, "of": "mercados"}),
        ("Todos los mercados", {"kind": "share", "value": 100, "of": "mercados"}),
        ("Cero incendios", {"kind": "quantity", "value": 0, "unit": "incendios"}),
        ("Permanente", {"kind": "frequency", "period": "always", "every": 0}),
        ("Rondas permanentes", {"kind": "frequency", "period": "always", "of": "Rondas"}),
        ("Guardia 24/7", {"kind": "frequency", "period": "always", "of": "Guardia"}),
        ("Mensual", {"kind": "frequency", "times": 1, "period": "month"}),
        ("2 veces por semana", {"kind": "frequency", "times": 2, "period": "week", "of": ""}),
        ("Plan operativo anual aprobado", {"kind": "milestone"}),
        ("Reducir los incendios de 30 a 20",
         {"kind": "quantity", "value": 20, "baseline": 30, "of": "incendios", "direction": "fall"}),
        ("Pasar del 40% al 60%", {"value": 60, "baseline": 40, "direction": "rise"}),
        ("entre 10 y 20 rondas", {"from": 10, "to": 20, "unit": "rondas", "direction": "within"}),
        ("5 a 8 ferias", {"from": 5, "to": 8, "unit": "ferias", "direction": "within"}),
        ("Mínimo 80 %", {"value": 80, "direction": "rise", "of": ""}),
        ("Máximo 6 minutos", {"value": 6, "unit": "minutos", "direction": "fall"}),
        ("+10%", {"value": 10, "direction": "rise", "by": True}),
        ("No. de ferias: 12", {"value": 12, "unit": "ferias"}),
        ("100% con base en estudios del suelo",
         {"value": 100, "of": "", "condition": "con base en estudios del suelo", "status": None}),
        ("Llegar al 100% instalando postes", {"of": "", "condition": "instalando postes"}),
        ("3 ferias en la plaza 9 de Octubre", {"value": 3, "unit": "ferias"}),
        ("2 murales de la fase 3", {"value": 2, "unit": "murales"}),
    ],
)  # fmt: skip
def test_a_goal_is_typed_by_what_it_means(text: str, expected: dict[str, object]) -> None:
    value = target(text).value
    assert isinstance(value, dict)
    told = {name: value.get(name) for name in expected}
    assert told == {
        name: Decimal(wanted) if type(wanted) is int else wanted
        for name, wanted in expected.items()
    }


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("12 rondas y 4 ferias", "several-quantities"),
        ("20 guardias, 3 patrulleros", "several-quantities"),
        ("1/3 de los mercados", "several-quantities"),
        ("Hasta diciembre de 2031", "only-a-date"),
        ("1er semestre", "only-a-date"),
        ("Número de ferias", "no-quantity"),
        ("Varias ferias", "no-quantity"),
    ],
)
def test_what_promises_no_one_figure_is_refused_by_name(text: str, code: str) -> None:
    assert target(text).code == code
