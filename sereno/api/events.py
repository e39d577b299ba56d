"""What can happen to a token."""

from dataclasses import dataclass

from sereno.logbook.events import Audience, Event


@dataclass(frozen=True)
class TokenMade(Event):
    """A program may act for a person, within the scopes."""

    name = "token.made"
    audience = Audience.PEOPLE
    scopes: str


@dataclass(frozen=True)
class TokenRevoked(Event):
    """A token stopped opening anything."""

    name = "token.revoked"
    audience = Audience.PEOPLE
