"""Every refusal is said in a sentence."""

from datetime import UTC, date, datetime

import pytest

from sereno.assemblies import actions
from sereno.assemblies.rules.proof import Refusal
from sereno.assemblies.views.refusals import REFUSALS, said
from sereno.logbook.actions import Backdated


@pytest.mark.parametrize("fault", [None, *Refusal])
def test_each_fault_of_a_file_says_what_to_do(fault: Refusal | None) -> None:
    assert said(actions.NotAProof(fault)).endswith(".")


def test_no_refusal_is_without_words() -> None:
    assert "31/12/2026" in said(actions.NotYet(date(2026, 12, 31)))
    assert "«equipo»; «temas»" in said(actions.StepsMissing(("equipo", "temas")))
    assert "reloj" in said(Backdated(NOON, NOON))
    told = {said(kind("x")) for kind in REFUSALS if kind not in TOLD}  # type: ignore[arg-type,call-arg]
    assert len(told) == len(REFUSALS) - len(TOLD)


NOON = datetime(2026, 3, 2, 17, tzinfo=UTC)
TOLD = (Backdated, actions.NotYet, actions.StepsMissing, actions.NotAProof)
