"""Which unit goes, how long it takes, and how the matter ends."""

from collections.abc import Sequence
from datetime import datetime
from random import Random

from sereno.example.story import chance
from sereno.example.story.facts import Answer, Leg, Spot, Team

# Who goes first and who may go as well, for each kind of alert.
SENT = {
    "robbery": (("police",), ("own",)),
    "medical": (("ecu911",), ("own", "fire")),
    "fire": (("fire",), ("ecu911", "police")),
    "domestic_violence": (("police",), ("ecu911",)),
    "suspicious": (("own", "police"), ()),
    "drugs": (("agents", "own", "police"), ()),
    "disorder": (("agents", "own", "police"), ("police",)),
    "traffic": (("own", "agents"), ("ecu911",)),
    "disaster": (("fire",), ("own", "ecu911")),
    "panic": (("own", "police"), ()),
}
KM_AN_HOUR = {"urban": 25.0, "rural": 38.0}
STREETS_OVER_STRAIGHT_LINE = 1.4
ON_SCENE_MINUTES = 22


class Fleet:
    """The units of the story; one that is busy is not sent elsewhere."""

    def __init__(self, rng: Random, teams: Sequence[Team]) -> None:
        self._rng = rng
        self._teams = teams
        self._free_at: dict[str, datetime] = {}
        self._referrals = 0

    def answer(
        self,
        kind: str,
        spot: Spot,
        *,
        opened_at: datetime,
        classified_at: datetime,
        known_by: str,
        classification: str,
    ) -> Answer:
        """What was done: a unit goes as a rule before anyone knows what the call really is."""
        if not self._sends(kind, classification):
            closed_at = classified_at + chance.wait(self._rng, 240, 0.7, least=20)
            outcome = "false" if classification in {"false", "malicious"} else "not_sent"
            return Answer(known_by, opened_at, (), closed_at, outcome)
        first, second = SENT[kind]
        legs = [self._leg(first, spot, opened_at + chance.wait(self._rng, 62, 0.6, least=8))]
        for agency in second:
            if self._rng.random() < 0.35:
                later = legs[0].sent_at + chance.wait(self._rng, 60, 0.7, least=10)
                legs.append(self._leg((agency,), spot, later))
        ended_at = max([classified_at, *(leg.cleared_at for leg in legs)])
        closed_at = ended_at + chance.wait(self._rng, 90, 0.6)
        return Answer(
            known_by, opened_at, tuple(legs), closed_at, self._outcome(classification, legs)
        )

    def _sends(self, kind: str, classification: str) -> bool:
        chances = {"real": 0.94, "false": 0.45, "malicious": 0.35}
        return kind in SENT and self._rng.random() < chances.get(classification, 0)

    def _outcome(self, classification: str, legs: Sequence[Leg]) -> str:
        if classification != "real":
            return "false" if self._rng.random() < 0.7 else "nothing_found"
        if any(leg.agency_code for leg in legs) and self._rng.random() < 0.55:
            return "handed_over"
        weights = {"attended": 0.66, "nothing_found": 0.2, "handed_over": 0.14}
        return chance.pick(self._rng, weights)

    def _leg(self, agencies: Sequence[str], spot: Spot, sent_at: datetime) -> Leg:
        team = self._nearest(agencies, spot, sent_at)
        if team.agency != "ecu911":
            sent_at = max(sent_at, self._free_at.get(team.callsign, sent_at))
        here = (spot.latitude, spot.longitude)
        distance = chance.kilometres((team.latitude, team.longitude), here)
        speed = KM_AN_HOUR["rural" if spot.is_rural else "urban"]
        minutes = 1.6 + distance * STREETS_OVER_STRAIGHT_LINE / speed * 60
        arrived_at: datetime | None = sent_at + chance.wait(self._rng, minutes * 60, 0.38, least=45)
        stay = chance.wait(self._rng, ON_SCENE_MINUTES * 60, 0.55, least=180)
        cleared_at = (arrived_at or sent_at) + stay
        code = ""
        if team.agency == "ecu911":
            self._referrals += 1
            code = f"EJ-{self._referrals:05d}"
        unknown = 0.4 if team.agency == "ecu911" else 0.03
        if self._rng.random() < unknown:
            arrived_at = None
        self._free_at[team.callsign] = cleared_at
        return Leg(team.callsign, code, sent_at, arrived_at, cleared_at)

    def _distance_now(self, team: Team, here: tuple[float, float]) -> float:
        """Patrols move about their post, so that the nearest is not always the same."""
        about = chance.near(self._rng, team.latitude, team.longitude, 600)
        return chance.kilometres(about, here)

    def _nearest(self, agencies: Sequence[str], spot: Spot, at: datetime) -> Team:
        """The nearest free unit of the agencies; where all are busy, the one free soonest."""
        able = [team for team in self._teams if team.agency in agencies]
        free = [
            team
            for team in able
            if team.agency == "ecu911" or self._free_at.get(team.callsign, at) <= at
        ]
        here = (spot.latitude, spot.longitude)
        if free:
            return min(free, key=lambda team: self._distance_now(team, here))
        return min(able, key=lambda team: self._free_at[team.callsign])
