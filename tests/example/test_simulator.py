"""The street of the simulator speaks as real devices do, and is quiet when told to end."""

import asyncio
import json
from collections.abc import Callable
from datetime import datetime
from random import Random
from typing import Any

import httpx
import pytest

from sereno.alerts.models import Alert, AlertKind
from sereno.devices.models import Device
from sereno.devices.rules import State
from sereno.example.cast import device_key
from sereno.example.simulator import DOOR, Pace, Street
from sereno.example.story.stage import ZONE
from tests.live import Installation, wait_until

AT = datetime(2026, 11, 21, 9, tzinfo=ZONE)
FAST = Pace(
    alarm_from=0.01,
    alarm_to=0.02,
    first_alarm=0,
    again_from=0.01,
    again_to=0.02,
    patrol=0.02,
    heartbeat=0.05,
)

pytestmark = pytest.mark.django_db(transaction=True)


def stand(code: str, kind: str, *, state: str = State.OPERATING) -> Device:
    return Device.objects.create(
        code=code,
        kind=kind,
        name=code,
        account=f"acc-{code}",
        state=state,
        state_since=AT,
        cause="theft" if state == State.OUT else "",
    )


def listen(
    enough: Callable[[list[dict[str, Any]]], bool],
    *,
    answer: Callable[[httpx.Request], httpx.Response] | None = None,
) -> list[httpx.Request]:
    """What the street says until it is enough; then it is told to end."""
    heard: list[httpx.Request] = []
    done = asyncio.Event()

    def door(request: httpx.Request) -> httpx.Response:
        heard.append(request)
        if enough(words(heard)):
            done.set()
        return answer(request) if answer else httpx.Response(201, json={"kept": len(heard)})

    async def moment() -> None:
        client = httpx.AsyncClient(base_url="http://street", transport=httpx.MockTransport(door))
        async with client:
            street = Street(client, pace=FAST, rng=Random(7))
            task = asyncio.create_task(street.live())
            await asyncio.wait_for(done.wait(), 30)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(moment())
    return heard


def words(requests: list[httpx.Request]) -> list[dict[str, Any]]:
    return [json.loads(request.content) for request in requests]


def count(said: list[dict[str, Any]], sense: str) -> int:
    return sum(one.get("sense") == sense for one in said)


def cries(said: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for one in said if "code" in one]


def test_each_device_speaks_with_its_own_account_and_key() -> None:
    stand("ALA-001", Device.Kind.COMMUNITY_ALARM)
    stand("VEH-001", Device.Kind.VEHICLE)
    heard = listen(lambda said: len(said) > 20)
    assert {request.url.path for request in heard} == {DOOR}
    for request, said in zip(heard, words(heard), strict=True):
        code = str(said["account"]).removeprefix("acc-")
        assert request.headers["Authorization"] == f"Bearer {device_key(code)}"


def test_alarms_positions_and_signs_of_life_are_all_heard() -> None:
    stand("ALA-001", Device.Kind.COMMUNITY_ALARM)
    stand("VEH-001", Device.Kind.VEHICLE)
    said = words(
        listen(
            lambda said: (
                len(cries(said)) > 5
                and count(said, "position") > 3
                and count(said, "heartbeat") > 3
            )
        )
    )
    assert {one["account"] for one in cries(said)} == {"acc-ALA-001", "acc-VEH-001"}
    positions = [one for one in said if one.get("sense") == "position"]
    assert {one["account"] for one in positions} == {"acc-VEH-001"}
    assert len({(one["latitude"], one["longitude"]) for one in positions}) > 1
    alive = {one["account"] for one in said if one.get("sense") == "heartbeat"}
    assert alive == {"acc-ALA-001", "acc-VEH-001"}


def test_every_press_has_a_number_of_its_own() -> None:
    stand("ALA-001", Device.Kind.COMMUNITY_ALARM)
    presses = [one["token"] for one in cries(words(listen(lambda said: len(cries(said)) > 5)))]
    assert len(presses) == len(set(presses))


def test_a_device_that_is_out_says_nothing() -> None:
    stand("ALA-001", Device.Kind.COMMUNITY_ALARM)
    stand("ALA-010", Device.Kind.COMMUNITY_ALARM, state=State.OUT)
    said = words(listen(lambda said: len(said) > 20))
    assert {one["account"] for one in said} == {"acc-ALA-001"}


def test_the_street_waits_while_too_many_alerts_wait() -> None:
    device = stand("ALA-001", Device.Kind.COMMUNITY_ALARM)
    kind = AlertKind.objects.create(code="panic", name="Auxilio", urgency="life", starts_on=AT)
    for _ in range(FAST.most_waiting):
        Alert.objects.create(kind=kind, urgency="life", channel="http", device=device, raised_at=AT)
    said = words(listen(lambda said: count(said, "heartbeat") > 10))
    assert not cries(said)


def test_a_shut_door_or_a_refusal_does_not_end_the_street() -> None:
    stand("ALA-001", Device.Kind.COMMUNITY_ALARM)
    turns = iter(range(1000))

    def moody(request: httpx.Request) -> httpx.Response:
        turn = next(turns)
        if turn % 3 == 0:
            raise httpx.ConnectError("shut", request=request)
        return httpx.Response(503 if turn % 3 == 1 else 201)

    assert len(listen(lambda said: len(said) > 12, answer=moody)) > 12


def test_an_alarm_of_the_street_walks_the_real_road(
    server: Callable[..., Installation],
) -> None:
    """One process serves and simulates: the alarm is kept, understood, and chained."""
    sereno = server(SERENO_EXAMPLE="loja", SERENO_SIMULATE="1")
    sereno.prepare()
    before = lines(sereno)
    sereno.start()
    wait_until(lambda: lines(sereno) > before + 1, what="an alarm of the simulator")
    assert sereno.end() == 0
    assert "refused" not in sereno.said()
    assert "Traceback" not in sereno.said()


def lines(sereno: Installation) -> int:
    """How long the logbook is, once its whole chain was found to hold."""
    verified = sereno.run("verify")
    assert verified.returncode == 0, verified.stderr
    return int(verified.stdout.split(": ")[1].split()[0])
