"""How the devices of the story fail and are repaired."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from random import Random

from sereno.example.story.chance import pick
from sereno.example.story.facts import Outage, Thing

A_YEAR = {
    "camera": 1.9,
    "community_alarm": 1.2,
    "panic_button": 0.9,
    "megaphone": 0.8,
    "vehicle": 1.4,
    "siren": 0.7,
}
CAUSES = {
    "power": 0.3,
    "link": 0.34,
    "works": 0.08,
    "wear": 0.12,
    "supplier": 0.06,
    "water": 0.06,
    "theft": 0.04,
}
MEDIAN_DAYS = {
    "power": 2,
    "link": 3,
    "works": 12,
    "wear": 7,
    "supplier": 15,
    "water": 6,
    "theft": 25,
}


def draw(
    rng: Random, things: Iterable[Thing], *, starts_at: datetime, ends_at: datetime
) -> list[Outage]:
    """The outages of a year. The last state of each device is the one its row tells."""
    found = [one for thing in things for one in _of(rng, thing, starts_at, ends_at)]
    return sorted(found, key=lambda outage: outage.starts_at)


def _of(rng: Random, thing: Thing, starts_at: datetime, ends_at: datetime) -> list[Outage]:
    if thing.works_from is None or thing.state == "retired":
        return []
    fails = thing.state in {"out", "intermittent", "relocated"}
    free_at = max(starts_at, thing.works_from)
    until = (thing.state_since if fails else ends_at) - timedelta(hours=6)
    found = []
    free_at += timedelta(days=rng.expovariate(A_YEAR[thing.kind] / 365))
    while free_at < until:
        cause = pick(rng, CAUSES)
        back_at = free_at + timedelta(days=MEDIAN_DAYS[cause] * rng.lognormvariate(0, 0.6))
        if back_at >= until:
            break
        state = "intermittent" if cause in {"link", "power"} and rng.random() < 0.3 else "out"
        found.append(Outage(thing.code, state, cause if state == "out" else "", free_at, back_at))
        free_at = back_at + timedelta(days=1 + rng.expovariate(A_YEAR[thing.kind] / 365))
    if fails:
        found.append(Outage(thing.code, thing.state, thing.cause, thing.state_since, None))
    return found


def works(thing: Thing, outages: Iterable[Outage], at: datetime) -> bool:
    """Whether the device can be heard at that time; an intermittent one still can."""
    if thing.works_from is None or at < thing.works_from or thing.state == "retired":
        return False
    return not any(
        outage.state != "intermittent"
        and outage.starts_at <= at
        and (outage.ends_at is None or at < outage.ends_at)
        for outage in outages
    )
