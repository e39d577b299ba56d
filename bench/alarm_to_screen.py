"""From the button to every open screen: 50 alarms a second, 20 listeners.

An open loop posts alarms over HTTP on keep-alive connections. Two times are
taken for each: until the answer (the alarm is on the disk) and until each of
the listeners has received its ``alert.raised`` line. Sereno and the floor
(``bench/floor.py``) take turns, A B A B, so that a drifting machine harms both.
"""

import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import httpx

from bench.spread import Round, cell, row, summarise

RATE, SECONDS, LISTENERS, ROUNDS = 50, 10, 20, 3
LIMIT_MS = 100.0
HOUSE = Path(__file__).parent.parent
PORT = 8791


@dataclass
class Heard:
    """What one round saw: when each alarm was posted, answered, and seen by each listener."""

    posted: dict[int, float] = field(default_factory=dict)
    answered: dict[int, float] = field(default_factory=dict)
    seen: list[dict[str, float]] = field(default_factory=list)

    def to_answer(self) -> list[float]:
        return [(self.answered[kept] - at) * 1000 for kept, at in self.posted.items()]

    def to_screen(self) -> list[float]:
        """Alerts are raised in the order their signals were kept, so both are paired in order."""
        order = sorted(self.posted)
        return [
            (at - self.posted[kept]) * 1000
            for screen in self.seen
            for kept, (_, at) in zip(order, sorted(screen.items(), key=number), strict=True)
        ]


def number(item: tuple[str, float]) -> int:
    return int(item[0].partition(":")[2])


@dataclass(frozen=True)
class Server:
    """A running server: its process, the keys of its devices, the cookies of its listeners."""

    pid: int
    keys: dict[str, str]
    cookies: dict[str, str] = field(default_factory=dict)

    def cpu_seconds(self) -> float:
        words = (
            Path(f"/proc/{self.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        )
        return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


async def table() -> str:
    rounds: dict[str, list[tuple[Round, Round]]] = {"Sereno": [], "floor": []}
    cpu: dict[str, list[float]] = {"Sereno": [], "floor": []}
    for _ in range(ROUNDS):
        for name, running in (("Sereno", sereno), ("floor", floor)):
            async with running() as server:
                before = server.cpu_seconds()
                heard = await one_round(server)
                spent = server.cpu_seconds() - before
            rounds[name].append((summarise(heard.to_answer()), summarise(heard.to_screen())))
            cpu[name].append(spent * 1000 / len(heard.posted))
    text = (
        f"Alarm over HTTP: {RATE}/s for {SECONDS} s, {LISTENERS} listeners, {ROUNDS} rounds each "
        "in turn. Milliseconds, median (least-most) of the rounds.\n\n"
        "| | p50 | p95 | p99 |\n|---|---|---|---|\n"
    )
    for name, pairs in rounds.items():
        text += row(f"{name}: posted → answered (on the disk)", [answer for answer, _ in pairs])
        text += row(f"{name}: posted → seen by a listener", [screen for _, screen in pairs])
    p95, least = (median(screen.p95 for _, screen in rounds[n]) for n in ("Sereno", "floor"))
    kept = "kept" if p95 <= LIMIT_MS else "MISSED"
    used = ", ".join(f"{name} {cell(spent)} ms" for name, spent in cpu.items())
    return (
        f"{text}\nCPU of the server for each alarm, all its listeners told: {used}.\n"
        f"Limit: p95 to the screen ≤ {LIMIT_MS:.0f} ms: {kept} at {p95:.1f} ms, "
        f"{p95 / least:.1f} times the floor.\n"
    )


async def one_round(server: Server) -> Heard:
    heard = Heard()
    async with AsyncExitStack() as stack:
        limits = httpx.Limits(max_connections=None)
        client = await stack.enter_async_context(
            httpx.AsyncClient(base_url=f"http://127.0.0.1:{PORT}", limits=limits, timeout=30)
        )
        await stack.enter_async_context(asyncio.timeout(SECONDS + 60))
        group = await stack.enter_async_context(asyncio.TaskGroup())
        for _ in range(LISTENERS):
            group.create_task(listen(server.cookies, heard, total=RATE * SECONDS))
        await asyncio.sleep(1)
        begins_at = time.perf_counter()
        for turn, (account, key) in enumerate(server.keys.items()):
            await asyncio.sleep(max(0.0, begins_at + turn / RATE - time.perf_counter()))
            group.create_task(press(client, account, key, heard))
    return heard


async def press(client: httpx.AsyncClient, account: str, key: str, heard: Heard) -> None:
    posted = time.perf_counter()
    response = await client.post(
        "/intake/http/",
        json={"account": account, "code": "panic"},
        headers={"Authorization": f"Bearer {key}"},
    )
    answered = time.perf_counter()
    kept = response.raise_for_status().json()["kept"]
    heard.posted[kept], heard.answered[kept] = posted, answered


async def listen(cookies: dict[str, str], heard: Heard, *, total: int) -> None:
    seen: dict[str, float] = {}
    heard.seen.append(seen)
    async with (
        httpx.AsyncClient(cookies=cookies, timeout=60) as client,
        client.stream("GET", f"http://127.0.0.1:{PORT}/logbook/live/") as response,
    ):
        async for line in response.raise_for_status().aiter_lines():
            if line.startswith("data: "):
                said = json.loads(line[6:])
                if said["event"] == "alert.raised":
                    seen[said["subject"]] = time.perf_counter()
            if len(seen) == total:
                return


@asynccontextmanager
async def sereno() -> AsyncIterator[Server]:
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "SERENO_DATA": folder,
            "SERENO_PORT": str(PORT),
            "SERENO_EXAMPLE": "none",
            "SERENO_SIMULATE": "0",
            "SERENO_SECOND_FACTOR": "offered",
        }
        await output(environment, "sereno", "prepare")
        street = json.loads(await output(environment, "bench.street", str(RATE * SECONDS)))
        async with process([sys.executable, "-m", "sereno", "serve"], environment) as pid:
            yield Server(pid, street["keys"], {"sessionid": street["session"]})


async def output(environment: dict[str, str], module: str, *words: str) -> bytes:
    """What a command of ours prints; its failure ends the measurement."""
    running = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", module, *words),
        cwd=HOUSE,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
    )
    printed, _ = await running.communicate()
    if running.returncode:
        raise SystemExit(f"bench: {module} {' '.join(words)} failed")
    return printed


@asynccontextmanager
async def floor() -> AsyncIterator[Server]:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "bench.floor", str(PORT), folder]
        async with process(command, dict(os.environ)) as pid:
            yield Server(pid, {str(number): "-" for number in range(RATE * SECONDS)})


@asynccontextmanager
async def process(command: list[str], environment: dict[str, str]) -> AsyncIterator[int]:
    """A server of its own, from the moment its port answers until it is ended by its id."""
    running = await asyncio.create_subprocess_exec(
        *command, cwd=HOUSE, env=environment, stdout=asyncio.subprocess.DEVNULL
    )
    try:
        async with asyncio.timeout(60):
            while True:
                try:
                    _, writer = await asyncio.open_connection("127.0.0.1", PORT)
                except OSError:
                    await asyncio.sleep(0.1)
                else:
                    writer.close()
                    break
        yield running.pid
    finally:
        running.terminate()
        await running.wait()
