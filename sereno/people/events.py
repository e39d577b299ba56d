"""What can happen to a person's place in the house."""

from dataclasses import dataclass

from sereno.logbook.events import Audience, Event


@dataclass(frozen=True)
class PersonEnrolled(Event):
    """Someone may now sign in."""

    name = "person.enrolled"
    audience = Audience.PEOPLE


@dataclass(frozen=True)
class PersonAppointed(Event):
    """Someone received a role."""

    name = "person.appointed"
    audience = Audience.PEOPLE
    role: str


@dataclass(frozen=True)
class PersonDismissed(Event):
    """Someone no longer holds a role."""

    name = "person.dismissed"
    audience = Audience.PEOPLE
    role: str


@dataclass(frozen=True)
class PasswordSet(Event):
    """Someone's password was changed, by themselves or by whoever enrols people."""

    name = "person.password_set"
    audience = Audience.PEOPLE


@dataclass(frozen=True)
class SignedIn(Event):
    """Someone passed the door, with every factor that was asked of them."""

    name = "person.signed_in"
    audience = Audience.PEOPLE


@dataclass(frozen=True)
class SecondFactorSet(Event):
    """Someone's telephone now gives a code that is asked for besides the password."""

    name = "person.second_factor_set"
    audience = Audience.PEOPLE


@dataclass(frozen=True)
class SecondFactorWithdrawn(Event):
    """The code is no longer asked for: the telephone was lost, or changed."""

    name = "person.second_factor_withdrawn"
    audience = Audience.PEOPLE


@dataclass(frozen=True)
class RecoveryCodesMade(Event):
    """New codes for the day the telephone is not there; the old ones no longer open."""

    name = "person.recovery_codes_made"
    audience = Audience.PEOPLE


@dataclass(frozen=True)
class ShiftBegun(Event):
    """Someone stands at a post; which one is kept on the shift, because people write it."""

    name = "shift.begun"
    audience = Audience.PEOPLE


@dataclass(frozen=True)
class ShiftEnded(Event):
    """Someone left a post, and what was pending was handed over."""

    name = "shift.ended"
    audience = Audience.PEOPLE
