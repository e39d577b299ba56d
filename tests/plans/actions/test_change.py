"""A published promise changes between two people, in the open, and never backwards."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from sereno.logbook.models import Entry
from sereno.plans import actions
from sereno.plans.actions import NewAmount
from sereno.plans.models import Target, TargetChange
from sereno.plans.rules import Fault, PlanDraft
from tests.plans.conftest import NOON, WHOLE, Council

JULY = datetime(2026, 7, 1, 15, tzinfo=UTC)
WHY = "El presupuesto se redujo a la mitad"


@pytest.fixture
def target(council: Council) -> Target:
    """Half of the parks, in a plan that anyone can read."""
    draft: PlanDraft = replace(
        WHOLE,
        components=tuple(
            replace(
                part,
                objectives=tuple(replace(one, alignments=()) for one in part.objectives),
            )
            for part in WHOLE.components
        ),
    )
    plan = actions.draft_plan(draft, by=council.carmen, at=NOON)
    actions.publish_plan(plan, by=council.marta, at=NOON)
    return Target.objects.select_related("indicator").get(indicator__slug="parks_covered")


def proposed(council: Council, target: Target, value: int = 30) -> TargetChange:
    return actions.propose_change(
        target, NewAmount(Decimal(value)), because=WHY, by=council.carmen, at=JULY
    )


def test_a_proposal_changes_nothing_yet(council: Council, target: Target) -> None:
    change = proposed(council, target)
    target.refresh_from_db()
    assert target.value == 50
    assert target.earlier == []
    assert (change.old_said, change.new_said) == (
        "50\u00a0% de parques registrados",
        "30\u00a0% de parques registrados",
    )


def test_another_person_confirms_and_the_old_amount_stays_with_its_last_day(
    council: Council, target: Target
) -> None:
    change = proposed(council, target)
    actions.confirm_change(change, by=council.marta, at=JULY)
    target.refresh_from_db()
    assert target.value == 30
    assert [kept["until"] for kept in target.earlier] == ["2026-06-30"]
    assert [Decimal(kept["value"]) for kept in target.earlier] == [50]
    names = [*Entry.objects.order_by("-number").values_list("event", flat=True)[:2]]
    assert names == ["target.changed", "target.change_proposed"]


def test_nobody_confirms_their_own_change(council: Council, target: Target) -> None:
    change = proposed(council, target)
    with pytest.raises(actions.SamePerson):
        actions.confirm_change(change, by=council.carmen, at=JULY)
    target.refresh_from_db()
    assert target.value == 50
    with pytest.raises(IntegrityError), transaction.atomic():
        TargetChange.objects.update(confirmed_at=JULY, confirmed_by=council.carmen)


def test_a_refused_change_leaves_the_promise_and_cannot_be_confirmed(
    council: Council, target: Target
) -> None:
    change = proposed(council, target)
    actions.refuse_change(change, because=WHY, by=council.marta, at=JULY)
    with pytest.raises(actions.AlreadyDecided):
        actions.confirm_change(change, by=council.marta, at=JULY)
    with pytest.raises(actions.AlreadyDecided):
        actions.refuse_change(change, because=WHY, by=council.marta, at=JULY)
    target.refresh_from_db()
    assert target.value == 50
    assert target.earlier == []


def test_one_change_waits_at_a_time_and_a_stale_copy_is_not_enough(
    council: Council, target: Target
) -> None:
    change = proposed(council, target)
    with pytest.raises(actions.ChangeWaiting):
        proposed(council, target, 20)
    actions.confirm_change(change, by=council.marta, at=JULY)
    with pytest.raises(actions.AlreadyDecided):
        actions.confirm_change(change, by=council.marta, at=JULY)


@pytest.mark.parametrize("because", ["", "   "])
def test_a_change_says_why(council: Council, target: Target, because: str) -> None:
    with pytest.raises(actions.NoReason):
        actions.propose_change(
            target, NewAmount(Decimal(30)), because=because, by=council.carmen, at=JULY
        )


def test_the_same_amount_is_no_change(council: Council, target: Target) -> None:
    with pytest.raises(actions.NothingChanged):
        proposed(council, target, 50)


def test_an_amount_that_could_not_be_promised_is_refused(council: Council, target: Target) -> None:
    with pytest.raises(actions.BadTarget) as refusal:
        proposed(council, target, 101)
    assert refusal.value.fault == Fault.OVER_A_HUNDRED


def test_a_draft_is_corrected_where_it_stands(council: Council, target: Target) -> None:
    plan = actions.plan_of(target)
    type(plan).objects.update(published_at=None, published_by=None)
    target = Target.objects.select_related("indicator").get(pk=target.pk)
    with pytest.raises(actions.PlanIsDraft):
        proposed(council, target)


def test_a_rhythm_changes_how_often(council: Council, target: Target) -> None:
    rhythm = Target.objects.select_related("indicator").get(kind="frequency")
    change = actions.propose_change(
        rhythm, NewAmount(every_days=30), because=WHY, by=council.carmen, at=JULY
    )
    actions.confirm_change(change, by=council.marta, at=JULY)
    rhythm.refresh_from_db()
    assert (rhythm.every_days, rhythm.earlier[0]["every_days"]) == (30, 15)
    assert target.value == 50


def test_two_changes_keep_both_amounts_in_order(council: Council, target: Target) -> None:
    for month, value in ((7, 30), (9, 20)):
        at = JULY.replace(month=month)
        change = actions.propose_change(
            Target.objects.select_related("indicator").get(pk=target.pk),
            NewAmount(Decimal(value)),
            because=WHY,
            by=council.carmen,
            at=at,
        )
        actions.confirm_change(change, by=council.marta, at=at)
    target.refresh_from_db()
    kept = [(row["until"], Decimal(row["value"])) for row in target.earlier]
    assert kept == [("2026-06-30", Decimal(50)), ("2026-08-31", Decimal(30))]
    assert target.value == 20
    assert date.fromisoformat(kept[0][0]) < date.fromisoformat(kept[1][0])


def test_the_pages_take_a_change_through_two_people(
    client: Client, council: Council, target: Target
) -> None:
    client.force_login(council.carmen)
    address = f"/planes/meta/{target.pk}/cambiar/"
    assert "Por qué cambia" in client.get(address).content.decode()
    assert client.post(address, {"value": "30", "because": ""}).status_code == 422
    assert client.post(address, {"value": "30", "because": WHY}).status_code == 302
    change = TargetChange.objects.get()
    assert client.post(f"/planes/cambio/{change.pk}/confirmar/").status_code == 403
    again = client.post(address, {"value": "20", "because": WHY})
    assert "Ya hay un cambio en espera" in again.content.decode()
    client.force_login(council.marta)
    page = client.get(f"/resultados/meta/{target.pk}/").content.decode()
    assert WHY in page
    assert "Confirmar el cambio" in page
    client.post(f"/planes/cambio/{change.pk}/confirmar/")
    target.refresh_from_db()
    assert target.value == 30
    public = client.get("/metas/parks_covered/").content.decode()
    assert WHY in public
    assert "Carmen" not in public


def test_a_change_is_not_refused_without_a_reason(council: Council, target: Target) -> None:
    change = proposed(council, target)
    with pytest.raises(actions.NoReason):
        actions.refuse_change(change, because="  ", by=council.marta, at=JULY)
    assert TargetChange.objects.waiting().get() == change
