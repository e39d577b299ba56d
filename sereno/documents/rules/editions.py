"""A corrected edition beside what was accepted of the one before: same, changed, new, gone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sereno.documents.rules.rows import differences, key_of, plain
from sereno.documents.rules.values import Fields


class Edition(StrEnum):
    """What became of a row between two editions."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True)
class Change:
    """One row of both editions: where it stands in each, and which of its words differ."""

    what: Edition
    before: int | None
    now: int | None
    differs: tuple[tuple[str, str, str], ...] = ()


def compare(before: Sequence[Fields], now: Sequence[Fields]) -> list[Change]:
    """In the order of the new edition; what it no longer says comes last."""
    places: dict[str, list[int]] = {}
    for place, fields in enumerate(before):
        places.setdefault(key_of(fields), []).append(place)
    found, taken = [], set()
    for place, fields in enumerate(now):
        waiting = places.get(key_of(fields), [])
        if not waiting:
            found.append(Change(Edition.NEW, None, place))
            continue
        earlier = waiting.pop(0)
        taken.add(earlier)
        differs = tuple(differences(before[earlier], fields))
        what = Edition.CHANGED if differs else Edition.SAME
        found.append(Change(what, earlier, place, differs))
    gone = [place for place in range(len(before)) if place not in taken]
    return [*found, *(Change(Edition.GONE, place, None) for place in gone)]


def is_edition_of(
    headings: Sequence[Mapping[str, Any]], others: Sequence[Mapping[str, Any]]
) -> bool:
    """Whether two documents have the same headings, whatever their words."""
    mine = {plain(one["signature"]) for one in headings}
    return bool(mine) and mine == {plain(one["signature"]) for one in others}
