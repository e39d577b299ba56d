"""A tool run on a file in processes of its own, round after round, with what each round cost."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from bench.readers.tools import Told

ROUNDS: Final = int(os.environ.get("ROUNDS", "3"))
SECONDS: Final = 900
HOUSE: Final = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Cost:
    """The rounds of one process: processor and clock in seconds, memory in MB."""

    cpu: list[float]
    wall: list[float]
    memory: list[float]

    def cells(self) -> str:
        return f"{spread(self.cpu)} | {spread(self.wall)} | {max(self.memory):.0f}"


def spread(values: list[float]) -> str:
    return f"{median(values):.1f} ({min(values):.1f}-{max(values):.1f})"


def once(tool: str, path: Path, rounds: int = ROUNDS) -> tuple[Cost, Told]:
    costs: list[dict[str, float]] = []
    told = ""
    for _ in range(rounds):
        done = subprocess.run(
            [sys.executable, "-m", "bench.readers.once", tool, str(path)],
            capture_output=True,
            text=True,
            check=True,
            timeout=SECONDS,
            cwd=HOUSE,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
        # Some libraries print warnings first: the last two lines are ours.
        cost, told = done.stdout.rstrip("\n").split("\n")[-2:]
        costs.append(json.loads(cost))
    parts = [[cost[name] for cost in costs] for name in ("cpu", "wall", "memory")]
    return Cost(*parts), Told(**json.loads(told))
