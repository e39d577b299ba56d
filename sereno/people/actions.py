"""What can be done with people: enrol, appoint, dismiss, let them stand a shift."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from sereno.logbook.actions import Draft, hold_the_pen, subject_of, write, write_all
from sereno.logbook.events import Event
from sereno.people import events
from sereno.people.models import Appointment, Person, Shift
from sereno.people.rules import Role
from sereno.territory.models import Barrio


class NotFirst(Exception):
    """Somebody is enrolled already: whoever comes next is enrolled by them."""


class NameTaken(Exception):
    """Somebody already signs in with one of these names."""


class OwnRole(Exception):
    """Nobody gives a role to themselves or takes their own away."""


class AlreadyHeld(Exception):
    """The person already holds this role."""


class NotHeld(Exception):
    """The person does not hold this role."""


class AlreadyOnShift(Exception):
    """The person already stands at a post."""


class NoSecondFactor(Exception):
    """The person signs in with a password alone already."""


class ShiftOver(Exception):
    """The shift had already ended."""


@dataclass(frozen=True)
class Newcomer:
    """Someone about to be enrolled; ``password`` is as they will type it."""

    username: str
    full_name: str
    password: str
    roles: tuple[Role, ...] = ()
    telephone: str = ""
    barrio: Barrio | None = None


def username_of(typed: str) -> str:
    """A name to sign in with, the same however a telephone writes its first letter."""
    return Person.normalize_username(typed.strip()).lower()


def enrol(newcomer: Newcomer, *, by: Person | None, at: datetime) -> Person:
    """Let someone sign in, with the roles they begin with. Raises ``NameTaken``."""
    return enrol_all([newcomer], by=by, at=at)[0]


@transaction.atomic
def enrol_first(newcomer: Newcomer, *, at: datetime) -> Person:
    """Let the first person in, where nobody is, and one alone. Raises ``NotFirst``."""
    hold_the_pen()  # of two who come at once, the second sees the first
    if Person.objects.exists():
        raise NotFirst
    return enrol(newcomer, by=None, at=at)


@transaction.atomic
def enrol_all(newcomers: Iterable[Newcomer], *, by: Person | None, at: datetime) -> list[Person]:
    """Enrol many at once, all or none. Raises ``NameTaken``.

    Whoever is enrolled by another signs in with a password that the other knows too. Hashing is
    slow on purpose: a password that several share (as in a demonstration) is hashed once.
    """
    newcomers = list(newcomers)
    hashes = {word: make_password(word) for word in {one.password for one in newcomers}}
    people = [
        Person(
            username=username_of(one.username),
            full_name=one.full_name,
            password=hashes[one.password],
            telephone=one.telephone,
            barrio=one.barrio,
            date_joined=at,
            password_was_given=by is not None,
        )
        for one in newcomers
    ]
    try:
        with transaction.atomic():
            Person.objects.bulk_create(people)
    except IntegrityError as problem:
        names = [person.username for person in people]
        taken = Person.objects.filter(username__in=names).values_list("username", flat=True)
        raise NameTaken(", ".join(sorted(taken or names))) from problem
    held = [
        Appointment(person=person, role=role, starts_at=at)
        for person, one in zip(people, newcomers, strict=True)
        for role in dict.fromkeys(one.roles)
    ]
    Appointment.objects.bulk_create(held)
    author = subject_of(by) if by else ""
    write_all(
        [Draft(events.PersonEnrolled(), about=subject_of(one), by=author, at=at) for one in people]
        + [
            Draft(
                events.PersonAppointed(role=one.role),
                about=subject_of(one.person),
                by=author,
                at=at,
            )
            for one in held
        ]
    )
    return people


@transaction.atomic
def appoint(person: Person, role: Role, *, by: Person | None, at: datetime) -> Appointment:
    """Give a role, from now on. Raises ``AlreadyHeld`` and ``OwnRole``."""
    if by == person:
        raise OwnRole(role)
    try:
        with transaction.atomic():
            appointment = Appointment.objects.create(person=person, role=role, starts_at=at)
    except IntegrityError as problem:
        raise AlreadyHeld(role) from problem
    person.forget_roles()
    write(events.PersonAppointed(role=role), about=person, by=by, at=at)
    return appointment


@transaction.atomic
def dismiss(person: Person, role: Role, *, by: Person | None, at: datetime) -> None:
    """Take a role away, from now on. Raises ``NotHeld`` and ``OwnRole``."""
    if by == person:
        raise OwnRole(role)
    if not Appointment.objects.filter(person=person, role=role, ends_at=None).update(ends_at=at):
        raise NotHeld(role)
    person.forget_roles()
    write(events.PersonDismissed(role=role), about=person, by=by, at=at)


@transaction.atomic
def begin_shift(person: Person, *, post: str, by: Person, at: datetime) -> Shift:
    """Put someone at a post. Raises ``AlreadyOnShift``."""
    try:
        with transaction.atomic():
            shift = Shift.objects.create(person=person, post=post, starts_at=at)
    except IntegrityError as problem:
        raise AlreadyOnShift(person.pk) from problem
    write(events.ShiftBegun(), about=shift, by=by, at=at, after=person)
    return shift


@transaction.atomic
def end_shift(shift: Shift, *, handover: str, by: Person, at: datetime) -> None:
    """Leave the post; ``handover`` is what the next one must know. Raises ``ShiftOver``."""
    ended = Shift.objects.filter(pk=shift.pk, ends_at=None).update(ends_at=at, handover=handover)
    if not ended:
        raise ShiftOver(shift.pk)
    shift.refresh_from_db()
    write(events.ShiftEnded(), about=shift, by=by, at=at)


@transaction.atomic
def set_password(person: Person, password: str, *, by: Person | None, at: datetime) -> None:
    """Change what someone signs in with; every session but the present one ends."""
    person.set_password(password)
    person.password_was_given = by is not None and by != person
    person.save(update_fields=["password", "password_was_given"])
    write(events.PasswordSet(), about=person, by=by, at=at)


def tell(event: Event, *, about: Person, by: Person | None, at: datetime) -> None:
    """Write down what the sign-in pages did to a person's own account."""
    write(event, about=about, by=by, at=at)


@transaction.atomic
def withdraw_second_factor(person: Person, *, by: Person, at: datetime) -> None:
    """Open the door with the password alone, for someone who lost their telephone.

    Raises ``NoSecondFactor``. Where one is required, the next sign-in asks for a new one.
    """
    if not Authenticator.objects.filter(user=person).delete()[0]:
        raise NoSecondFactor(person.pk)
    write(events.SecondFactorWithdrawn(), about=person, by=by, at=at)
