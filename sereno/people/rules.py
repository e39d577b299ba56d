"""Which role may do what, and hear what. One table, so that it can be read and audited whole."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from enum import StrEnum
from itertools import combinations

from sereno.logbook.events import Audience


class Role(StrEnum):
    OPERATOR = "operator"
    SUPERVISOR = "supervisor"
    TECHNICIAN = "technician"
    PLANNER = "planner"
    FINANCE = "finance"
    DIRECTOR = "director"
    AUDITOR = "auditor"
    PROMOTER = "promoter"
    NEIGHBOUR = "neighbour"


OPERATOR, SUPERVISOR, TECHNICIAN, PLANNER, FINANCE, DIRECTOR, AUDITOR, PROMOTER, NEIGHBOUR = Role

NEIGHBOURHOOD = frozenset({PROMOTER, NEIGHBOUR})
STAFF = frozenset(Role) - NEIGHBOURHOOD
ROOM = frozenset({OPERATOR, SUPERVISOR})

# A neighbour's telephone must answer at once when it is needed; a desk is shared.
NEIGHBOUR_SESSION = timedelta(days=90)
STAFF_SESSION = timedelta(hours=12)

# Each step of a number is another person's, and the account of a council needs these roles.
OF_A_NUMBER = ("measurement.take", "measurement.review", "measurement.approve")
ACCOUNTABLE = (PLANNER, FINANCE, DIRECTOR)

# An act no line of this table names is allowed to nobody.
ACTS: dict[str, frozenset[Role]] = {
    "console.see": ROOM,
    "alert.take": ROOM,
    "alert.classify": ROOM,
    "incident.open": ROOM,
    "incident.dispatch": ROOM,
    "incident.arrive": ROOM,
    "incident.note": ROOM,
    "incident.close": ROOM,
    "unit.keep": frozenset({SUPERVISOR}),
    "incident.see": ROOM | {AUDITOR, DIRECTOR},
    "alert.cry": NEIGHBOURHOOD,
    "signal.see": frozenset({TECHNICIAN, SUPERVISOR, AUDITOR}),
    "kind.see": ROOM | {TECHNICIAN, AUDITOR, DIRECTOR},
    "kind.keep": frozenset({SUPERVISOR}),
    "times.set": frozenset({DIRECTOR}),
    "device.see": frozenset({TECHNICIAN, AUDITOR, DIRECTOR, PLANNER}) | ROOM,
    "device.request": frozenset({TECHNICIAN, PLANNER, PROMOTER}),
    "device.judge": frozenset({TECHNICIAN}),
    "device.install": frozenset({TECHNICIAN}),
    "device.accept": frozenset({SUPERVISOR}),
    "device.report": frozenset({TECHNICIAN, OPERATOR, SUPERVISOR}),
    "device.repair": frozenset({TECHNICIAN}),
    "device.relocate": frozenset({TECHNICIAN}),
    "device.retire": frozenset({TECHNICIAN}),
    "device.key": frozenset({TECHNICIAN}),
    "community.see": STAFF | {PROMOTER},
    "community.plan": frozenset({PLANNER, SUPERVISOR, PROMOTER}),
    "community.hold": frozenset({PLANNER, SUPERVISOR, PROMOTER}),
    "territory.see": STAFF,
    "territory.import": frozenset({PLANNER, TECHNICIAN}),
    "council.describe": frozenset({DIRECTOR}),
    "plan.see": STAFF,
    "plan.write": frozenset({PLANNER}),
    "plan.publish": frozenset({DIRECTOR}),
    "budget.see": STAFF,
    "budget.write": frozenset({FINANCE}),
    "budget.close": frozenset({FINANCE}),
    "budget.approve": frozenset({DIRECTOR, FINANCE}),
    "assembly.see": STAFF | {PROMOTER},
    "assembly.keep": frozenset({PLANNER, PROMOTER}),
    "suggestion.take": frozenset({PLANNER, PROMOTER}),
    "suggestion.see": STAFF,
    "suggestion.group": frozenset({PLANNER}),
    "suggestion.contact": frozenset({PLANNER, DIRECTOR}),
    "suggestion.answer": frozenset({PLANNER}),
    "suggestion.confirm": frozenset({DIRECTOR}),
    "process.see": STAFF,
    "process.keep": frozenset({PLANNER}),
    "process.verify": frozenset({PLANNER, FINANCE, SUPERVISOR, DIRECTOR}),
    "target.change": frozenset({PLANNER}),
    "target.confirm": frozenset({DIRECTOR}),
    "task.tell": frozenset({PLANNER, FINANCE, SUPERVISOR}),
    "task.confirm": frozenset({PLANNER, FINANCE, SUPERVISOR, DIRECTOR}),
    "measurement.see": STAFF,
    "measurement.take": frozenset({PLANNER, FINANCE}),
    "measurement.review": frozenset({PLANNER, FINANCE, SUPERVISOR}),
    "measurement.approve": frozenset({DIRECTOR}),
    "measurement.return": frozenset({PLANNER, FINANCE, SUPERVISOR, DIRECTOR}),
    "bands.set": frozenset({DIRECTOR}),
    "document.see": STAFF,
    "document.read": frozenset({PLANNER, FINANCE}),
    "document.accept": frozenset({PLANNER, FINANCE}),
    "figure.publish": frozenset({DIRECTOR}),
    "edition.see": STAFF,
    "edition.prepare": frozenset({PLANNER, FINANCE}),
    "edition.sign": frozenset({PLANNER, FINANCE, DIRECTOR}),
    "edition.publish": frozenset({DIRECTOR}),
    "register.keep": frozenset({PLANNER, FINANCE}),
    "template.keep": frozenset({PLANNER, DIRECTOR}),
    "home.see": frozenset(Role),
    "person.see": frozenset({DIRECTOR, SUPERVISOR, AUDITOR}),
    "person.enrol": frozenset({DIRECTOR, SUPERVISOR}),
    "person.appoint": frozenset({DIRECTOR}),
    "shift.keep": STAFF,
    "beginning.see": STAFF,
    "token.keep": STAFF,
    "logbook.read": frozenset({AUDITOR, SUPERVISOR, DIRECTOR}),
}

HEARS: dict[Role, frozenset[Audience]] = {
    OPERATOR: frozenset({Audience.OPERATIONS, Audience.DEVICES}),
    SUPERVISOR: frozenset(Audience),
    TECHNICIAN: frozenset({Audience.DEVICES, Audience.SIGNALS}),
    PLANNER: frozenset({Audience.ACCOUNTS, Audience.COMMUNITY}),
    FINANCE: frozenset({Audience.ACCOUNTS}),
    DIRECTOR: frozenset({Audience.ACCOUNTS, Audience.COMMUNITY, Audience.PEOPLE}),
    AUDITOR: frozenset(Audience),
    PROMOTER: frozenset({Audience.COMMUNITY}),
    NEIGHBOUR: frozenset(),
}


def may(roles: Iterable[Role], act: str) -> bool:
    return not ACTS.get(act, frozenset()).isdisjoint(roles)


def can_account(staff: Sequence[frozenset[Role]]) -> bool:
    """Whether a different person can be found for each step of a number.

    By Hall: any few of the steps have at least as many people who may take one of them.
    """
    able = [{who for who, roles in enumerate(staff) if may(roles, act)} for act in OF_A_NUMBER]
    return all(
        len(set().union(*few)) >= size
        for size in range(1, len(able) + 1)
        for few in combinations(able, size)
    )


def audiences(roles: Iterable[Role]) -> frozenset[str]:
    return frozenset(audience for role in roles for audience in HEARS[role])


def session_lasts(roles: frozenset[Role]) -> timedelta:
    """How long someone stays signed in."""
    return NEIGHBOUR_SESSION if roles and roles <= NEIGHBOURHOOD else STAFF_SESSION


def may_restore(roles: frozenset[Role], *, of: frozenset[Role]) -> bool:
    """Whether someone may open anew the account of a person who holds these roles.

    Whoever sets a password could use it: so only the accounts of roles one could give.
    """
    return may(roles, "person.enrol") and of <= may_give(roles)


def may_give(roles: frozenset[Role]) -> frozenset[Role]:
    """The roles that someone may give while enrolling: nobody makes an officer of themselves."""
    if may(roles, "person.appoint"):
        return frozenset(Role)
    return NEIGHBOURHOOD if may(roles, "person.enrol") else frozenset()
