"""How the dice fall: hours of the day, days of the week, kinds and waiting times."""

import math
from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random
from typing import TypeVar

Choice = TypeVar("Choice")

# Share of the day's calls in each hour: quiet before dawn, busiest from seven to eleven at night.
HOURS = (
    28,
    22,
    18,
    14,
    10,
    10,
    14,
    22,
    28,
    30,
    32,
    36,
    40,
    38,
    34,
    34,
    38,
    46,
    58,
    70,
    76,
    72,
    60,
    42,
)
WEEKDAYS = (0.88, 0.86, 0.90, 0.96, 1.18, 1.28, 1.02)  # Monday first
MONTHS = (0.94, 1.06, 0.97, 0.96, 1.00, 0.98, 1.01, 1.10, 1.04, 0.98, 1.03, 1.12)
CALLS_A_DAY = 8.6


def pick(rng: Random, weights: Mapping[Choice, float]) -> Choice:
    return rng.choices(list(weights), list(weights.values()))[0]


def calls_on(rng: Random, day: datetime) -> int:
    """How many calls come in on a day: Poisson, by weekday and month."""
    mean = CALLS_A_DAY * WEEKDAYS[day.weekday()] * MONTHS[day.month - 1]
    limit, count, product = math.exp(-mean), 0, rng.random()
    while product > limit:
        count += 1
        product *= rng.random()
    return count


def moment(rng: Random, day: datetime) -> datetime:
    hour = rng.choices(range(24), HOURS)[0]
    return day + timedelta(hours=hour, seconds=rng.uniform(0, 3600))


def wait(rng: Random, median: float, spread: float, *, least: float = 1) -> timedelta:
    """A waiting time in seconds: most near the median, some much longer."""
    seconds = max(least, rng.lognormvariate(math.log(median), spread))
    return timedelta(seconds=round(seconds, 1))


def near(rng: Random, latitude: float, longitude: float, metres: float) -> tuple[float, float]:
    """A point some metres away, rounded to about eleven metres."""
    degrees = metres / 111_000
    return (
        round(latitude + rng.gauss(0, degrees), 4),
        round(longitude + rng.gauss(0, degrees), 4),
    )


def kilometres(from_: tuple[float, float], to: tuple[float, float]) -> float:
    """Straight distance; good enough within a canton near the equator."""
    return 111 * math.hypot(from_[0] - to[0], (from_[1] - to[1]) * math.cos(math.radians(4)))
