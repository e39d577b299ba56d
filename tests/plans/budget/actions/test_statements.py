"""A month is taken by one, closed, and then changed only by two; the old rows stay."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from sereno.logbook.actions import Backdated
from sereno.logbook.models import Entry
from sereno.plans.budget import actions
from sereno.plans.budget.actions.seal import seal_of
from sereno.plans.budget.models import Correction, Line, Month, Snapshot
from sereno.plans.budget.rules import Why
from tests.plans.budget.conftest import AT, Money
from tests.plans.budget.paper import HEADER, PAPER, row

LATER = AT + timedelta(days=1)
BEFORE = AT - timedelta(minutes=1)
CHANGED = PAPER.replace("4.884,15", "4.990,00")


def test_a_statement_enters_its_lines_and_its_sums(taken: Money) -> None:
    assert Line.objects.count() == 2
    snapshot = Snapshot.objects.get(line=taken.line())
    assert (snapshot.accrued, snapshot.certified) == (Decimal("4884.15"), Decimal("5200.00"))
    entry = Entry.objects.get(event="budget.statement_taken")
    counted = {"month": "2026-09", "kept": 2, "same": 0, "rejected": 0}
    assert entry.data == counted | {"seal": seal_of(Snapshot.objects.select_related("line"))}
    assert Snapshot.objects.get(line=taken.line("130101")).committed is None


def test_a_bad_row_comes_back_and_the_others_are_kept(money: Money) -> None:
    text = "\n".join((PAPER, row("510105", accrued="4,884.15"), row("730402")))
    actions.add_lines(
        2026,
        [actions.LineDraft(code, "x") for code in ("840104.01", "130101", "510105")],
        by=money.jorge,
        at=AT,
    )
    taken = actions.take_statement(2026, 9, text, by=money.jorge, at=AT)
    assert taken.kept == 2
    assert [(one.number, one.why) for one in taken.rejects] == [
        (4, Why.POINT_FOR_DECIMALS),
        (5, Why.UNKNOWN_LINE),
    ]


def test_the_same_statement_again_changes_nothing(taken: Money) -> None:
    with pytest.raises(actions.NothingToKeep):
        actions.take_statement(2026, 9, PAPER, by=taken.jorge, at=LATER)
    assert Snapshot.objects.count() == 2


def test_a_changed_row_replaces_the_old_which_stays(taken: Money) -> None:
    found = actions.take_statement(2026, 9, CHANGED, by=taken.jorge, at=LATER)
    assert (found.kept, found.same) == (1, 1)
    old, new = Snapshot.objects.filter(line=taken.line()).order_by("pk")
    assert (old.replaced_at, new.replaced_at) == (LATER, None)
    assert new.accrued == Decimal("4990.00")


def test_a_breach_is_kept_as_the_paper_says_it(money: Money) -> None:
    bent = PAPER.replace("4.800,00", "4.900,00")
    actions.take_statement(2026, 9, bent, by=money.jorge, at=AT, creates=True)
    assert Snapshot.objects.get(line=money.line()).paid == Decimal("4900.00")


def test_a_month_that_has_not_begun_says_nothing(money: Money) -> None:
    with pytest.raises(actions.MonthNotBegun):
        actions.take_statement(2026, 11, PAPER, by=money.jorge, at=AT, creates=True)
    assert Month.objects.count() == 0


def test_a_closed_month_is_not_changed_by_one(taken: Money) -> None:
    actions.close_month(taken.month(), by=taken.jorge, at=AT)
    with pytest.raises(actions.MonthIsClosed):
        actions.take_statement(2026, 9, CHANGED, by=taken.jorge, at=LATER)
    with pytest.raises(actions.MonthIsClosed):
        actions.close_month(taken.month(), by=taken.jorge, at=LATER)
    assert Snapshot.objects.get(line=taken.line()).accrued == Decimal("4884.15")


def test_a_month_without_a_statement_is_not_closed(money: Money) -> None:
    month = Month.objects.create(year=2026, number=8)
    with pytest.raises(actions.NothingTaken):
        actions.close_month(month, by=money.jorge, at=AT)


def test_a_month_is_not_closed_before_what_it_says_was_taken(taken: Money) -> None:
    with pytest.raises(Backdated):
        actions.close_month(taken.month(), by=taken.jorge, at=BEFORE)
    assert taken.month().closed_at is None
    actions.withdraw(Snapshot.objects.get(line=taken.line()), by=taken.jorge, at=LATER)
    with pytest.raises(Backdated):
        actions.close_month(taken.month(), by=taken.jorge, at=AT)
    actions.close_month(taken.month(), by=taken.jorge, at=LATER)
    assert taken.month().closed_at == LATER


def proposed(money: Money, reason: str = "Faltó una planilla") -> Correction:
    actions.close_month(money.month(), by=money.jorge, at=AT)
    return actions.propose_correction(
        money.month(), CHANGED, reason=reason, by=money.jorge, at=LATER
    )


def test_two_people_change_a_closed_month(taken: Money) -> None:
    correction = proposed(taken)
    with pytest.raises(actions.SamePerson):
        actions.agree(correction, by=taken.jorge, at=LATER)
    assert Snapshot.objects.filter(line=taken.line()).count() == 1
    assert actions.agree(correction, by=taken.ana, at=LATER) == 1
    new = Snapshot.objects.standing().get(line=taken.line())
    assert (new.accrued, new.taken_by, new.agreed_by) == (
        Decimal("4990.00"),
        taken.jorge,
        taken.ana,
    )
    with pytest.raises(actions.AlreadyDecided):
        actions.agree(correction, by=taken.marta, at=LATER)


def test_a_correction_is_neither_asked_nor_answered_before_its_time(taken: Money) -> None:
    correction = proposed(taken)
    with pytest.raises(Backdated):
        actions.propose_correction(
            taken.month(), CHANGED, reason="Antes de cerrar", by=taken.jorge, at=BEFORE
        )
    with pytest.raises(Backdated):
        actions.agree(correction, by=taken.ana, at=AT)
    with pytest.raises(Backdated):
        actions.refuse(correction, because="Así cerró", by=taken.ana, at=AT)
    assert Snapshot.objects.get(line=taken.line()).accrued == Decimal("4884.15")
    assert Correction.objects.get().is_waiting


def test_a_refused_correction_changes_nothing(taken: Money) -> None:
    correction = proposed(taken)
    actions.refuse(correction, because="Así cerró", by=taken.marta, at=LATER)
    with pytest.raises(actions.AlreadyDecided):
        actions.agree(correction, by=taken.ana, at=LATER)
    assert Snapshot.objects.count() == 2


def test_a_correction_says_why_and_changes_something_of_a_closed_month(taken: Money) -> None:
    with pytest.raises(actions.MonthNotClosed):
        actions.propose_correction(
            taken.month(), CHANGED, reason="Por gusto", by=taken.jorge, at=AT
        )
    with pytest.raises(actions.NoReason):
        proposed(taken, reason="  ")
    with pytest.raises(actions.NothingToKeep):
        actions.propose_correction(taken.month(), PAPER, reason="Nada", by=taken.jorge, at=AT)


def test_the_database_itself_refuses_one_person_agreeing_alone(taken: Money) -> None:
    correction = proposed(taken)
    with pytest.raises(IntegrityError), transaction.atomic():
        Correction.objects.filter(pk=correction.pk).update(agreed_at=AT, decided_by=taken.jorge)
    with pytest.raises(IntegrityError), transaction.atomic():
        Snapshot.objects.update(agreed_by=taken.jorge)


def test_three_hundred_lines_are_taken_in_few_questions(
    money: Money, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    text = "\n".join((HEADER, *(row(f"84{number:04}") for number in range(300))))
    with django_assert_max_num_queries(40):
        actions.take_statement(2026, 9, text, by=money.jorge, at=AT, creates=True)
    assert Snapshot.objects.count() == 300
