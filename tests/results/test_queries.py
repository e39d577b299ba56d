"""What is sealed does not depend on the language of the page it was made on."""

from django.utils import translation

from sereno.results import actions
from tests.results.conftest import NOON, Council, Promise


def test_a_worksheet_is_in_spanish_whoever_asks_for_it(council: Council, promise: Promise) -> None:
    with translation.override("en"):
        measurement = actions.measure(
            promise("community.joint_operations", "count"), by=council.carmen, at=NOON
        )
    assert "cada fila es: un operativo" in measurement.worksheet
