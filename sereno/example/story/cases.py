"""The calls of the year and how each was answered."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from random import Random

from sereno.example.story import chance, outages
from sereno.example.story.answers import Fleet
from sereno.example.story.facts import Case, Cry, Outage, Spot, Stage, Thing

KINDS = {
    "robbery": 0.20,
    "medical": 0.13,
    "fire": 0.03,
    "domestic_violence": 0.10,
    "suspicious": 0.15,
    "drugs": 0.10,
    "disorder": 0.13,
    "traffic": 0.08,
    "disaster": 0.004,
    "panic": 0.08,
}
# What a wall button or an alarm can say by itself, with the code it sends.
SAID_BY_DEVICE = {
    "panic": ("PA", 0.55),
    "robbery": ("HA", 0.22),
    "medical": ("MA", 0.15),
    "fire": ("FA", 0.08),
}
CLASSES = {"real": 0.70, "false": 0.17, "malicious": 0.05, "enquiry": 0.05, "system_error": 0.03}
DEVICE_CLASSES = {
    "real": 0.60,
    "false": 0.22,
    "malicious": 0.06,
    "test": 0.08,
    "system_error": 0.04,
}
ORIGINS = {
    "neighbour": 0.42,
    "device": 0.36,
    "technical": 0.04,
    "camera": 0.08,
    "ecu911": 0.05,
    "patrol": 0.04,
    "other": 0.01,
}
PULSE = {"community_alarm": 3.0, "panic_button": 2.2, "vehicle": 0.5}
TAKE_SECONDS = {"life": 19, "property": 24, "nuisance": 34, "technical": 95}


class Watch:
    """The council's room during the year: it hears each call and answers it."""

    def __init__(self, rng: Random, stage: Stage, failures: Sequence[Outage]) -> None:
        self._rng = rng
        self._stage = stage
        self._fleet = Fleet(rng, stage.teams)
        self._failures: dict[str, list[Outage]] = {}
        for outage in failures:
            self._failures.setdefault(outage.device, []).append(outage)

    def case(self, at: datetime) -> Case:
        origin = chance.pick(self._rng, ORIGINS)
        cries = {"device": self._from_device, "technical": self._from_fault}
        if origin in cries and (found := cries[origin](at)):
            return found
        if origin in {"camera", "ecu911", "patrol", "other"}:
            return self._without_cry(at, origin)
        return self._from_neighbour(at)

    def _from_device(self, at: datetime) -> Case | None:
        thing = self._speaking(at, PULSE)
        if thing is None:
            return None
        spot = thing.spot
        if thing.kind == "vehicle":
            latitude, longitude = chance.near(self._rng, spot.latitude, spot.longitude, 900)
            spot = Spot(spot.parish, "", spot.is_rural, latitude, longitude)
        kind = "panic"
        if thing.kind == "community_alarm":
            kind = chance.pick(
                self._rng, {kind: share for kind, (_, share) in SAID_BY_DEVICE.items()}
            )
        code = SAID_BY_DEVICE[kind][0]
        return self._answered(at, kind, spot, thing=thing, code=code, classes=DEVICE_CLASSES)

    def _from_fault(self, at: datetime) -> Case | None:
        thing = self._speaking(at, dict.fromkeys(PULSE, 1.0))
        if thing is None:
            return None
        code = self._rng.choice(("TA", "YT", "YT"))
        classes = {"real": 0.8, "system_error": 0.2}
        return self._answered(at, "technical", thing.spot, thing=thing, code=code, classes=classes)

    def _from_neighbour(self, at: datetime) -> Case:
        spot = self._home()
        kind = self._kind(at)
        approximate = self._rng.random() < 0.12
        spot = Spot(
            spot.parish, spot.barrio, spot.is_rural, spot.latitude, spot.longitude, approximate
        )
        caller = self._rng.choice(self._stage.neighbours)
        return self._answered(at, kind, spot, caller=caller, code=kind, classes=CLASSES)

    def _without_cry(self, at: datetime, origin: str) -> Case:
        spot, kind = self._home(), self._kind(at)
        if origin == "camera" and (thing := self._speaking(at, {"camera": 1.0})):
            spot = thing.spot
            kind = chance.pick(
                self._rng, {"disorder": 4, "suspicious": 4, "drugs": 3, "traffic": 2, "robbery": 2}
            )
        urgency = self._stage.urgencies[kind]
        answer = self._fleet.answer(
            kind, spot, opened_at=at, classified_at=at, known_by=origin, classification="real"
        )
        return Case(kind, urgency, spot, self._operator(at), None, answer)

    def _answered(
        self,
        at: datetime,
        kind: str,
        spot: Spot,
        *,
        code: str,
        classes: Mapping[str, float],
        thing: Thing | None = None,
        caller: str = "",
    ) -> Case:
        urgency = self._stage.urgencies[kind]
        slow = 1.35 if at.hour < 6 else 1.0
        taken_at = at + chance.wait(self._rng, TAKE_SECONDS[urgency] * slow, 0.62, least=3)
        classification = chance.pick(self._rng, classes)
        classified_at = taken_at + chance.wait(self._rng, 75, 0.6, least=12)
        answer = self._fleet.answer(
            kind,
            spot,
            opened_at=taken_at,
            classified_at=classified_at,
            known_by="",
            classification=classification,
        )
        cry = Cry(
            raised_at=at,
            channel=thing.channel if thing else "neighbour",
            device=thing.code if thing else "",
            caller=caller,
            code=code,
            repeated_at=self._repeats(at, thing),
            acknowledged_at=taken_at,
            classification=classification,
            classified_at=classified_at,
        )
        return Case(kind, urgency, spot, self._operator(at), cry, answer)

    def _repeats(self, at: datetime, thing: Thing | None) -> tuple[datetime, ...]:
        """Some press again while they wait."""
        often = 0.25 if thing else 0.08
        count = self._rng.choice((1, 1, 2, 3)) if self._rng.random() < often else 0
        times = sorted(self._rng.uniform(2, 14) for _ in range(count))
        return tuple(at + timedelta(seconds=round(seconds, 1)) for seconds in times)

    def _speaking(self, at: datetime, weights: Mapping[str, float]) -> Thing | None:
        able = {
            thing: weights[thing.kind]
            for thing in self._stage.things
            if thing.kind in weights
            and outages.works(thing, self._failures.get(thing.code, ()), at)
        }
        return chance.pick(self._rng, able) if able else None

    def _home(self) -> Spot:
        spot = chance.pick(self._rng, dict(self._stage.homes))
        latitude, longitude = chance.near(self._rng, spot.latitude, spot.longitude, 180)
        return Spot(spot.parish, spot.barrio, spot.is_rural, latitude, longitude)

    def _kind(self, at: datetime) -> str:
        weights = dict(KINDS)
        if at.hour >= 20 or at.hour < 5:
            weights["disorder"] *= 2.2
            weights["domestic_violence"] *= 1.6
        if 9 <= at.hour < 18:
            weights["medical"] *= 1.5
            weights["traffic"] *= 1.5
        return chance.pick(self._rng, weights)

    def _operator(self, at: datetime) -> str:
        """Two operators change shift at seven, and change places every week."""
        day = 7 <= at.hour < 19
        swapped = at.isocalendar().week % 2 == 0
        return self._stage.operators[int(day == swapped)]


def draw(
    rng: Random,
    stage: Stage,
    failures: Sequence[Outage],
    *,
    starts_at: datetime,
    ends_at: datetime,
) -> list[Case]:
    """Every case that began and ended between the two midnights, in order of time."""
    watch = Watch(rng, stage, failures)
    found = []
    day = starts_at
    while day < ends_at:
        times = sorted(chance.moment(rng, day) for _ in range(chance.calls_on(rng, day)))
        found += [case for case in map(watch.case, times) if case.answer.closed_at < ends_at]
        day += timedelta(days=1)
    return found
