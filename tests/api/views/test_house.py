"""The interface keeps to its own OpenAPI document, whatever is sent to it."""

from collections.abc import Callable
from typing import Any

import hypothesis
import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, Phase, given
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    response_schema_conformance,
    status_code_conformance,
)

from sereno.reports.queries.opened import TABLES
from tests.api.conftest import Council, token_of

CHECKS: list[Any] = [not_a_server_error, status_code_conformance, response_schema_conformance]
QUICK = hypothesis.settings(
    max_examples=5,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.django_db(transaction=True)
def test_every_answer_is_one_that_is_documented(council: Council, settings: Any) -> None:
    """Each operation with sound and unsound input: what anyone reads without a token, what staff
    does with none, with a planner's and with a director's.
    """
    settings.API_RATES = {"address": "100000/s", "token": "100000/s"}
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    tokens = ["", token_of(council.carmen), token_of(council.marta)]
    tried = 0
    for found in schema.get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()
        for token in tokens if "staff" in (operation.tags or ()) else tokens[:1]:
            headers = {"Authorization": f"Bearer {token}"} if token else {}
            tried += 1
            _hold(operation, headers)
    assert tried >= 3 * 10 + 2 * len(TABLES)


def _hold(operation: Any, headers: dict[str, str]) -> None:
    @QUICK
    @schemathesis_given(operation)
    def holds(case: Any) -> None:
        case.call_and_validate(headers=headers, checks=CHECKS)

    holds()


def schemathesis_given(operation: Any) -> Callable[[Callable[[Any], None]], Callable[[], None]]:
    """Cases of one operation, as Hypothesis draws them."""
    return given(case=operation.as_strategy())
