"""The acts of the past in the order of time, whoever writes them."""

from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import groupby

from sereno.logbook.actions import Draft, write_all

Act = tuple[datetime, Callable[[], object]]


def play(drafts: Iterable[Draft], acts: Iterable[Act] = ()) -> None:
    """Write the lines in order, and do each act when its time comes among them."""
    told: list[tuple[datetime, Draft | Callable[[], object]]] = [
        *((draft.at, draft) for draft in drafts),
        *acts,
    ]
    told.sort(key=lambda item: item[0])
    for is_line, group in groupby(told, key=lambda item: isinstance(item[1], Draft)):
        things = [thing for _, thing in group]
        if is_line:
            write_all([thing for thing in things if isinstance(thing, Draft)])
            continue
        for thing in things:
            if callable(thing):
                thing()
