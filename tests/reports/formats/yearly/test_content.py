"""The content of a year is frozen: the same data, the same seal; other data, another one."""

import json
from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace
from hashlib import sha256

import pytest

from sereno.reports import actions
from sereno.reports.formats.yearly.content import Content, build
from sereno.reports.models import Figure
from sereno.reports.queries.yearly import year_of
from sereno.results.models import Measurement
from tests.reports.conftest import MORNING, Council

Measured = Callable[..., Measurement]


def of_2026() -> Content:
    year = year_of(2026)
    assert year is not None
    return build(year, is_example=False)


@pytest.fixture
def figure(council: Council, measured: Measured) -> Figure:
    return actions.publish(measured(), by=council.marta, at=MORNING)


def test_the_seal_is_that_of_the_data(figure: Figure) -> None:
    content = of_2026()
    assert sha256(content.data()).hexdigest() == content.seal
    assert json.loads(content.data())["council"] == "Consejo de Seguridad Ciudadana de Loja"


def test_the_same_year_has_the_same_seal(figure: Figure) -> None:
    assert of_2026().seal == of_2026().seal


def test_nothing_in_it_can_be_changed(figure: Figure) -> None:
    with pytest.raises(FrozenInstanceError):
        of_2026().total = 99  # type: ignore[misc]


@pytest.mark.parametrize(("field", "value"), [("total", 99), ("on", "01/01/2020"), ("counts", ())])
def test_any_change_shows_in_the_seal(figure: Figure, field: str, value: object) -> None:
    content = of_2026()
    changed = replace(content, **{field: value})  # type: ignore[arg-type]
    assert sha256(changed.data()).hexdigest() != content.seal


def test_it_says_the_printed_value_and_the_promise(figure: Figure) -> None:
    (chapter,) = of_2026().chapters
    (promise,) = chapter.sections[0].promises
    assert f"{promise.number}\u00a0{promise.unit}" == figure.printed_value
    assert promise.standing == "Se cumple hasta hoy"
    assert promise.seal == figure.measurement.seal
    assert promise.said == (
        "Línea base: 12,0\u00a0min. Al 31/10/2026: 7,0\u00a0min. Meta: 8,0\u00a0min."
    )


def test_a_correction_of_the_year_is_told(
    council: Council, measured: Measured, figure: Figure
) -> None:
    before = of_2026()
    late = measured({"incident:1": "9"})
    actions.correct(figure, late, "Llegó un parte", by=council.marta, at=MORNING)
    after = of_2026()
    (told,) = after.corrections
    assert (told.before, told.now) == ("7,0\u00a0min", "9,0\u00a0min")
    assert told.because == "Llegó un parte"
    assert before.seal != after.seal
    assert before.line < after.line


def test_a_promise_without_a_number_says_which_kind_of_nothing(
    council: Council, measured: Measured, figure: Figure
) -> None:
    Figure.objects.update(corrects=None)
    council.indicator.targets.exclude(pk=council.target.pk).delete()
    other = council.indicator
    other.pk, other.slug = None, "otro"
    other.save()
    target = council.target
    target.pk, target.indicator = None, other
    target.save()
    promises = of_2026().chapters[0].sections[0].promises
    assert [promise.number for promise in promises] == ["7,0", "aún no vence"]
