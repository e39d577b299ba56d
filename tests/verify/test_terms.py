"""What everything is judged by is compared with the line that tells who said it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection

from sereno import verify
from sereno.alerts.actions.catalogues import load_catalogues
from sereno.alerts.actions.kinds import KindDraft, add_kind
from sereno.alerts.actions.times import TimesDraft, set_times
from sereno.alerts.actions.understanding import kind_of
from sereno.alerts.models import AlertKind, TimeTarget
from sereno.alerts.rules import Urgency
from sereno.assemblies import actions as assemblies
from sereno.people.rules import Role
from sereno.plans.budget import actions as money
from sereno.plans.budget.rules import Terms
from sereno.results import actions as results
from sereno.verify import terms
from tests.people.cast import enrol

AT = datetime(2026, 6, 15, 17, tzinfo=UTC)
DAY = date(2026, 6, 15)


@pytest.fixture
def said(db: None) -> None:
    """Everything that a council may say of how it is judged, over what came proposed."""
    elena, marta = enrol("elena", Role.DIRECTOR), enrol("marta", Role.SUPERVISOR)
    load_catalogues(at=AT)
    assemblies.load_defaults(at=AT)
    lines = "85 Cumplida\n70 Parcial\n0 Incumplida"
    results.set_bands(results.BandDraft("Bandas", "Resolución 4", DAY, lines), by=elena, at=AT)
    assemblies.add_answer_time(15, starts_on=DAY, source="Resolución 5", by=elena, at=AT)
    money.set_terms(Terms(Decimal(20)), starts_on=DAY, by=elena, at=AT)
    add_kind(KindDraft("Ruido en la noche", Urgency.NUISANCE, ["RN"]), by=marta, at=AT)
    for days, seconds in ((1, 60), (2, 90)):
        draft = TimesDraft(
            urgency=Urgency.LIFE,
            zone="urban",
            starts_on=DAY + timedelta(days=days),
            source="Acta 3",
            acknowledge=20,
            dispatch=seconds,
            arrive=600,
        )
        set_times(draft, by=elena, at=AT)


def told() -> list[str]:
    return [str(one) for one in terms.faults()]


def test_what_nobody_touched_holds(said: None) -> None:
    assert told() == []
    assert terms.faults in verify.CHECKS


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE results_bandscheme SET lines = '50 Cumplida\n0 Incumplida'", "bandas"),
        ("UPDATE results_bandscheme SET starts_on = '2025-01-01'", "bandas"),
        ("DELETE FROM results_bandscheme", "bandas"),
        ("UPDATE assemblies_answertime SET days = 300 WHERE days = 15", "plazo"),
        ("UPDATE assemblies_answertime SET days = 300 WHERE days <> 15", "plazo"),
        ("UPDATE budget_termsinforce SET behind_time = 99", "umbrales"),
        ("UPDATE alerts_alertkind SET urgency = 'life' WHERE code = 'ruido-en-la-noche'", "clase"),
        ("UPDATE alerts_alertkind SET urgency = 'nuisance' WHERE code = 'robbery'", "clases"),
        ("UPDATE alerts_timetarget SET seconds = 9000 WHERE seconds = 90", "tiempos"),
        ("UPDATE alerts_timetarget SET seconds = 9000 WHERE seconds = 60", "tiempos"),
        ("UPDATE alerts_timetarget SET seconds = 9000 WHERE kind = 'fire'", "tiempos"),
        ("UPDATE alerts_timetarget SET seconds = 9000 WHERE zone = 'rural'", "tiempos"),
        ("DELETE FROM alerts_timetarget WHERE seconds = 90", "tiempos"),
    ],
)
def test_what_was_changed_behind_its_back_is_named(said: None, statement: str, named: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
    assert told()
    assert all(named in one.casefold() for one in told())


@pytest.mark.parametrize(
    "add",
    [
        lambda: AlertKind.objects.create(code="x", name="X", urgency="life", starts_on=DAY),
        lambda: TimeTarget.objects.create(
            urgency="life", zone="rural", kind="x", step="arrive", seconds=1, starts_on=DAY
        ),
    ],
)
def test_what_no_line_tells_of_is_named(said: None, add: Callable[[], object]) -> None:
    add()
    assert len(told()) == 1


def test_the_kind_that_an_unknown_cry_brings_into_a_council_without_any_has_its_line(
    db: None,
) -> None:
    kind = kind_of("nobody-knows-this", at=AT)
    assert AlertKind.objects.get() == kind
    assert told() == []
