"""The street of the example: alarms, patrols and signs of life, sent as real devices send them.

Everything goes over HTTP to the server's own address with the key of each device, so that the
road a real alarm takes is the road that is seen.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from random import Random
from typing import Any

import httpx
from django.db.models import Q

from sereno.alerts.models import Alert
from sereno.devices.models import Device
from sereno.devices.rules import Cause, State
from sereno.example import files
from sereno.example.cast import device_key
from sereno.example.simulator.routes import Round
from sereno.logbook.off_loop import off_loop

log = logging.getLogger(__name__)

DOOR = "/intake/http/"
PRESSERS = ("community_alarm", "panic_button", "vehicle")
CODES = {
    "community_alarm": ("PA", "PA", "HA", "MA", "FA"),
    "panic_button": ("PA",),
    "vehicle": ("PA",),
}
METRES_A_SECOND = 7.0


@dataclass(frozen=True)
class Pace:
    """How the street moves, in seconds. A person alone at the console can keep up with it."""

    alarm_from: float = 40
    alarm_to: float = 120
    first_alarm: float = 12
    again_from: float = 2  # whoever presses again does so after so long
    again_to: float = 6
    patrol: float = 5
    heartbeat: float = 60
    most_waiting: int = 8  # with so many alerts unanswered the street is quiet and waits


@dataclass(frozen=True)
class Speaker:
    """A device as it speaks: what it is, and the account and key it gives."""

    code: str
    kind: str
    account: str

    @property
    def key(self) -> str:
        return device_key(self.code)


class Street:
    """The devices that are heard, and the door they speak to."""

    def __init__(self, client: httpx.AsyncClient, *, pace: Pace, rng: Random) -> None:
        self._client, self._pace, self._rng = client, pace, rng
        self._refused: set[str] = set()
        self._began = False

    async def live(self) -> None:
        """Until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._each(self._alarm, self._between_alarms, self._pace.first_alarm))
            group.create_task(self._each(self._signs_of_life, lambda: 0, 1))
            for route in files.document("routes.json")["routes"]:
                group.create_task(self._patrol(route["vehicle"], route["corners"]))

    async def _each(
        self, act: Callable[[], Awaitable[None]], between: Callable[[], float], first: float
    ) -> None:
        await asyncio.sleep(first)
        while True:
            await act()
            await asyncio.sleep(between())

    def _between_alarms(self) -> float:
        return self._rng.uniform(self._pace.alarm_from, self._pace.alarm_to)

    async def _alarm(self) -> None:
        """Someone presses; one in four presses again while they wait."""
        if await off_loop(waiting) >= self._pace.most_waiting:
            return
        pressers = [one for one in await off_loop(speakers) if one.kind in PRESSERS]
        if not pressers:
            return
        speaker = self._rng.choice(pressers)
        cry = {"code": self._rng.choice(CODES[speaker.kind])}
        await self._say(speaker, cry | {"token": self._press()})
        if self._rng.random() < 1 / 4:
            await asyncio.sleep(self._rng.uniform(self._pace.again_from, self._pace.again_to))
            await self._say(speaker, cry | {"token": self._press()})

    def _press(self) -> str:
        """The device's own number for one press."""
        return f"{self._rng.getrandbits(48):012x}"

    async def _signs_of_life(self) -> None:
        """Each device says that it is there: all at once at the start, then spread in time."""
        heard = await off_loop(speakers)
        pause = self._pace.heartbeat / max(1, len(heard)) if self._began else 0.02
        for speaker in heard:
            await self._say(speaker, {"sense": "heartbeat"})
            await asyncio.sleep(pause)
        if not heard:
            await asyncio.sleep(self._pace.heartbeat)
        self._began = True

    async def _patrol(self, code: str, corners: list[tuple[float, float]]) -> None:
        way = Round([(latitude, longitude) for latitude, longitude in corners])
        metres = self._rng.uniform(0, way.metres)
        await asyncio.sleep(self._rng.uniform(0, self._pace.patrol))
        while True:
            speaker = await off_loop(find, code)
            if speaker:
                latitude, longitude = way.place(metres)
                where = {"latitude": latitude, "longitude": longitude}
                await self._say(speaker, {"sense": "position"} | where)
            metres += METRES_A_SECOND * self._pace.patrol * self._rng.uniform(0.3, 1.3)
            await asyncio.sleep(self._pace.patrol)

    async def _say(self, speaker: Speaker, words: dict[str, Any]) -> None:
        """One request. A door that is shut for a moment is tried again with the next words."""
        try:
            answer = await self._client.post(
                DOOR,
                json={"account": speaker.account, **words},
                headers={"Authorization": f"Bearer {speaker.key}"},
            )
        except httpx.HTTPError:
            return
        if answer.is_error and speaker.code not in self._refused:
            self._refused.add(speaker.code)
            log.warning("%s was refused with %s", speaker.code, answer.status_code)


def waiting() -> int:
    return Alert.objects.waiting().count()


def speakers() -> list[Speaker]:
    """The devices of the example that can be heard now, or that were only silent."""
    ours = {row["code"] for row in files.table("devices")}
    rows = Device.objects.filter(
        Q(state__in=[State.OPERATING, State.INTERMITTENT])
        | Q(state=State.OUT, cause=Cause.SILENCE),
        code__in=ours,
        account__isnull=False,
    ).order_by("code")
    return [
        Speaker(code, kind, account or "")
        for code, kind, account in rows.values_list("code", "kind", "account")
    ]


def find(code: str) -> Speaker | None:
    return next((one for one in speakers() if one.code == code), None)


async def street(address: str, *, pace: Pace | None = None, rng: Random | None = None) -> None:
    """Keep the street of the example alive until cancelled; ``address`` is the server's own."""
    async with httpx.AsyncClient(base_url=address, timeout=10, trust_env=False) as client:
        await Street(client, pace=pace or Pace(), rng=rng or Random()).live()
