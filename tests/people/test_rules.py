"""The table of who may do what: whole, without holes, and without a role that does everything."""

import pytest

from sereno.logbook.events import Audience
from sereno.people import rules
from sereno.people.rules import NEIGHBOURHOOD, Role


def test_every_act_is_allowed_to_somebody_and_every_role_may_something() -> None:
    assert all(rules.ACTS.values())
    for role in Role:
        assert any(role in allowed for allowed in rules.ACTS.values())


def test_an_act_is_a_thing_and_a_verb() -> None:
    assert all(len(act.split(".")) == 2 and act == act.lower() for act in rules.ACTS)


def test_no_role_does_everything() -> None:
    for role in Role:
        assert not all(role in allowed for allowed in rules.ACTS.values())


def test_who_measures_does_not_approve_and_who_approves_does_not_measure() -> None:
    assert rules.ACTS["measurement.take"].isdisjoint(rules.ACTS["measurement.approve"])
    assert rules.ACTS["device.install"].isdisjoint(rules.ACTS["device.accept"])


def test_an_auditor_reads_and_changes_nothing() -> None:
    reads = {act for act, allowed in rules.ACTS.items() if Role.AUDITOR in allowed}
    assert {act.split(".")[1] for act in reads} <= {"see", "read", "keep"}


def test_a_neighbour_hears_nothing_live_and_sees_no_desk() -> None:
    assert rules.audiences({Role.NEIGHBOUR}) == frozenset()
    assert {act for act, allowed in rules.ACTS.items() if Role.NEIGHBOUR in allowed} <= {
        "alert.cry",
        "home.see",
    }


def test_roles_add_up() -> None:
    assert rules.may({Role.PLANNER, Role.FINANCE}, "plan.write")
    assert not rules.may(set(), "plan.see")
    assert rules.audiences({Role.PLANNER, Role.TECHNICIAN}) == {
        Audience.ACCOUNTS,
        Audience.COMMUNITY,
        Audience.DEVICES,
        Audience.SIGNALS,
    }


@pytest.mark.parametrize("role", [*Role])
def test_one_who_works_for_the_council_signs_in_each_day(role: Role) -> None:
    expected = rules.NEIGHBOUR_SESSION if role in NEIGHBOURHOOD else rules.STAFF_SESSION
    assert rules.session_lasts(frozenset({role})) == expected


def test_the_shorter_session_wins_and_no_role_gets_the_short_one() -> None:
    assert rules.session_lasts(frozenset({Role.NEIGHBOUR, Role.OPERATOR})) == rules.STAFF_SESSION
    assert rules.session_lasts(frozenset()) == rules.STAFF_SESSION


def test_an_account_is_opened_anew_only_by_one_who_could_give_its_roles() -> None:
    director, supervisor = frozenset({Role.DIRECTOR}), frozenset({Role.SUPERVISOR})
    assert rules.may_restore(director, of=supervisor)
    assert rules.may_restore(supervisor, of=frozenset({Role.NEIGHBOUR}))
    assert not rules.may_restore(supervisor, of=frozenset({Role.NEIGHBOUR, Role.OPERATOR}))
    assert not rules.may_restore(frozenset({Role.OPERATOR}), of=frozenset())


def test_only_a_director_gives_an_office_and_a_supervisor_enrols_neighbours() -> None:
    assert rules.may_give(frozenset({Role.DIRECTOR})) == frozenset(Role)
    assert rules.may_give(frozenset({Role.SUPERVISOR})) == NEIGHBOURHOOD
    assert rules.may_give(frozenset({Role.OPERATOR})) == frozenset()


@pytest.mark.parametrize(
    ("staff", "enough"),
    [
        ([], False),
        ([{Role.PLANNER}, {Role.FINANCE}], False),
        ([{Role.PLANNER}, {Role.FINANCE}, {Role.DIRECTOR}], True),
        ([{Role.PLANNER, Role.DIRECTOR}, {Role.FINANCE}], False),
        ([{Role.PLANNER, Role.DIRECTOR}, {Role.FINANCE}, {Role.SUPERVISOR}], True),
        ([{Role.PLANNER}, {Role.OPERATOR}, {Role.DIRECTOR}], False),
        ([{Role.PLANNER, Role.FINANCE}, {Role.DIRECTOR}, {Role.AUDITOR}], False),
    ],
)
def test_a_number_is_answered_for_by_three_people(staff: list[set[Role]], enough: bool) -> None:
    assert rules.can_account([frozenset(roles) for roles in staff]) is enough
