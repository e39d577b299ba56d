"""The acts of the past in the order of time, whoever writes them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Protocol

from sereno.logbook.actions import Draft, write_all


class Does(Protocol):
    def __call__(self, *, at: datetime) -> object: ...


@dataclass(frozen=True)
class Act:
    """Something a room does by itself, with its own lines, at its time among the others."""

    at: datetime
    does: Does


def play(drafts: Iterable[Draft], acts: Iterable[Act] = ()) -> None:
    """Write the lines in order, and do each act when its time comes among them."""
    told: list[Draft | Act] = [*acts, *drafts]
    told.sort(key=lambda item: item.at)
    for _, group in groupby(told, key=lambda item: isinstance(item, Draft)):
        together = list(group)
        write_all([item for item in together if isinstance(item, Draft)])
        for item in together:
            if isinstance(item, Act):
                item.does(at=item.at)
