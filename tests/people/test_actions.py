"""Enrolling, appointing, standing a shift: each act, its refusal and its line."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.hashers import get_hasher

from sereno.logbook.models import Entry
from sereno.people import actions
from sereno.people.models import Person, Shift
from sereno.people.rules import Role
from tests.people.cast import AT, enrol

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(hours=8)


def events() -> list[str]:
    return list(Entry.objects.order_by("number").values_list("event", flat=True))


def test_rosa_is_enrolled_as_an_operator_and_may_take_an_alert() -> None:
    rosa = enrol("rosa", Role.OPERATOR)
    assert rosa.check_password("la clave de rosa")
    assert rosa.may("alert.take")
    assert not rosa.may("plan.write")
    assert events() == ["person.enrolled", "person.appointed"]


def test_the_logbook_knows_the_number_of_rosa_and_not_her_name() -> None:
    rosa = enrol("rosa", Role.OPERATOR)
    lines = list(Entry.objects.all())
    assert {line.subject for line in lines} == {f"person:{rosa.pk}"}
    assert not any("rosa" in str(line.line()).lower() for line in lines)


def test_a_name_to_sign_in_with_is_the_same_in_capitals() -> None:
    enrol("Rosa", Role.OPERATOR)
    with pytest.raises(actions.NameTaken, match="rosa"):
        enrol("ROSA ", Role.PLANNER)
    assert Person.objects.get().username == "rosa"


def test_many_are_enrolled_all_or_none() -> None:
    enrol("rosa", Role.OPERATOR)
    newcomers = [
        actions.Newcomer("luis", "Luis Jaramillo", "una clave larga", (Role.TECHNICIAN,)),
        actions.Newcomer("rosa", "Otra Rosa", "una clave larga"),
    ]
    with pytest.raises(actions.NameTaken, match=r"^rosa$"):
        actions.enrol_all(newcomers, by=None, at=AT)
    assert [person.username for person in Person.objects.all()] == ["rosa"]


def test_a_password_that_many_share_is_hashed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[str] = []
    hasher = get_hasher()

    def count(password: str) -> str:
        hashed.append(password)
        return hasher.encode(password, hasher.salt())

    monkeypatch.setattr(actions, "make_password", count)
    people = actions.enrol_all(
        [actions.Newcomer(f"p{n}", f"Persona {n}", "la misma de todos") for n in range(40)],
        by=None,
        at=AT,
    )
    assert hashed == ["la misma de todos"]
    assert all(person.check_password("la misma de todos") for person in people[:3])


def test_carmen_receives_a_role_once_and_loses_it_once() -> None:
    elena, carmen = enrol("elena", Role.DIRECTOR), enrol("carmen", Role.PLANNER)
    assert not carmen.may("measurement.approve")
    actions.appoint(carmen, Role.DIRECTOR, by=elena, at=AT)
    assert carmen.may("measurement.approve")
    with pytest.raises(actions.AlreadyHeld):
        actions.appoint(carmen, Role.DIRECTOR, by=elena, at=AT)
    actions.dismiss(carmen, Role.DIRECTOR, by=elena, at=LATER)
    assert not carmen.may("measurement.approve")
    with pytest.raises(actions.NotHeld):
        actions.dismiss(carmen, Role.DIRECTOR, by=elena, at=LATER)
    last = Entry.objects.latest("number")
    assert (last.event, last.actor, last.data) == (
        "person.dismissed",
        f"person:{elena.pk}",
        {"role": "director"},
    )


def test_a_role_can_be_held_again_after_it_was_lost() -> None:
    carmen = enrol("carmen", Role.PLANNER)
    actions.dismiss(carmen, Role.PLANNER, by=None, at=AT)
    actions.appoint(carmen, Role.PLANNER, by=None, at=LATER)
    assert carmen.appointments.count() == 2
    assert carmen.roles() == {Role.PLANNER}


def test_rosa_stands_one_shift_at_a_time_and_hands_it_over() -> None:
    rosa = enrol("rosa", Role.OPERATOR)
    shift = actions.begin_shift(rosa, post="Consola 1", by=rosa, at=AT)
    with pytest.raises(actions.AlreadyOnShift):
        actions.begin_shift(rosa, post="Consola 2", by=rosa, at=AT)
    actions.end_shift(shift, handover="Queda abierta la alerta de Jipiro.", by=rosa, at=LATER)
    kept = Shift.objects.get()
    assert (kept.ends_at, kept.handover) == (LATER, "Queda abierta la alerta de Jipiro.")
    with pytest.raises(actions.ShiftOver):
        actions.end_shift(shift, handover="", by=rosa, at=LATER)
    assert events()[-2:] == ["shift.begun", "shift.ended"]


def test_the_handover_stays_on_the_shift_and_never_enters_the_logbook() -> None:
    rosa = enrol("rosa", Role.OPERATOR)
    shift = actions.begin_shift(rosa, post="Consola de Rosa", by=rosa, at=AT)
    actions.end_shift(shift, handover="Llamar a doña Mercedes", by=rosa, at=LATER)
    assert not any("Rosa" in str(e.data) or "Mercedes" in str(e.data) for e in Entry.objects.all())


def test_a_new_password_opens_and_the_old_one_does_not() -> None:
    luis = enrol("luis", Role.TECHNICIAN)
    actions.set_password(luis, "otra clave muy larga", by=luis, at=datetime(2026, 1, 2, tzinfo=UTC))
    luis.refresh_from_db()
    assert luis.check_password("otra clave muy larga")
    assert not luis.check_password("la clave de luis")
    assert events()[-1] == "person.password_set"
