"""What can happen to a plan."""

from dataclasses import dataclass

from sereno.logbook.events import Audience, Event


@dataclass(frozen=True)
class PlanDrafted(Event):
    """A plan was entered, with so many goals."""

    name = "plan.drafted"
    audience = Audience.ACCOUNTS
    kind: str


@dataclass(frozen=True)
class PlanPublished(Event):
    """A plan may be read by anyone."""

    name = "plan.published"
    audience = Audience.ACCOUNTS


@dataclass(frozen=True)
class TargetSet(Event):
    """A target was promised for a period."""

    name = "target.set"
    audience = Audience.ACCOUNTS
    kind: str
    value: str
