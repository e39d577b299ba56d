"""The year that the example council lived: drawn from a fixed seed, without a database."""

from datetime import datetime, timedelta
from random import Random

from sereno.example.story import cases, meetings, outages
from sereno.example.story.facts import Stage, Story
from sereno.example.story.stage import ZONE, stage

SEED = 110_120_060_725
DAYS = 365


def period(at: datetime) -> tuple[datetime, datetime]:
    """The midnights between which the story happens: a year that ends yesterday."""
    ends_at = at.astimezone(ZONE).replace(hour=0, minute=0, second=0, microsecond=0)
    return ends_at - timedelta(days=DAYS), ends_at


def tell(at: datetime) -> tuple[Stage, Story]:
    """The same story for the same day, on every machine."""
    starts_at, ends_at = period(at)
    scene = stage(Random(SEED), today=ends_at.date())
    failures = outages.draw(Random(SEED + 1), scene.things, starts_at=starts_at, ends_at=ends_at)
    return scene, Story(
        failures,
        cases.draw(Random(SEED + 2), scene, failures, starts_at=starts_at, ends_at=ends_at),
        meetings.draw(Random(SEED + 3), scene, starts_at=starts_at, ends_at=ends_at),
    )
