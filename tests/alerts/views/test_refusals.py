"""Every refusal about a kind or a time has its sentence."""

from sereno.alerts import actions
from sereno.alerts.views.refusals import REFUSALS, said

TAKEN = actions.DeviceCodeTaken("agua", "Inundación")
EVERY = (
    TAKEN,
    actions.KindNeeded(),
    actions.KindTaken(),
    actions.NoSuchKind(),
    actions.NotInForce(),
    actions.NothingChanged(),
    actions.TimesBackwards(),
    actions.TimesInDisorder(),
)


def test_every_refusal_is_told() -> None:
    assert {type(one) for one in EVERY} == set(REFUSALS)
    assert len({said(one) for one in EVERY}) == len(REFUSALS)
    assert "Inundación" in said(TAKEN)
