"""Events and things that only these tests know."""

from dataclasses import dataclass

from sereno.logbook.events import Audience, Event


@dataclass(frozen=True)
class LampLit(Event):
    """A lamp was lit, for all operators to hear."""

    name = "test_lamp.lit"
    audience = Audience.OPERATIONS
    colour: str = "amber"


@dataclass(frozen=True)
class PurseCounted(Event):
    """A purse was counted, which is no operator's business."""

    name = "test_purse.counted"
    audience = Audience.ACCOUNTS
