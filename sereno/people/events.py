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
class ShiftBegun(Event):
    """Someone stands at a post."""

    name = "shift.begun"
    audience = Audience.PEOPLE
    post: str


@dataclass(frozen=True)
class ShiftEnded(Event):
    """Someone left a post, and what was pending was handed over."""

    name = "shift.ended"
    audience = Audience.PEOPLE
    post: str
