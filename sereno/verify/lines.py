"""The lines of the logbook by what they tell, for those who compare them with the tables."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sereno.logbook.models import Entry
from sereno.verify.fault import Fault

Told = dict[str, list[Entry]]


def told(*events: str) -> Told:
    """The lines of these events, oldest first, under the subject each is about."""
    found: Told = defaultdict(list)
    lines = Entry.objects.filter(event__in=events).select_related("after").order_by("number")
    for line in lines.iterator(chunk_size=2000):
        found[line.subject].append(line)
    return found


@dataclass(frozen=True)
class Signed:
    """That something was done, as its table says it: when, and by whom."""

    words: str
    at: datetime | None
    by: int | None


def unsigned(what: str, signed: Signed, line: Entry | None) -> Iterator[Fault]:
    """Where a table and the logbook do not agree on whether, when and by whom it was done."""
    if signed.at is None and line is None:
        return
    if line is None:
        yield Fault(what, f"dice que fue {signed.words} y ninguna línea de la bitácora lo cuenta")
    elif signed.at is None:
        yield Fault(what, f"la línea {line.number} cuenta que fue {signed.words} y ya no consta")
    elif signed.at != line.at or f"person:{signed.by}" != line.actor:
        yield Fault(
            what, f"quién y cuándo: no fue {signed.words} como cuenta la línea {line.number}"
        )


def gone(word: str, lines: Told, tells: str = "lo cuenta") -> Iterator[Fault]:
    """Lines that tell of something which no table holds any more; ``word`` names its kind."""
    for subject, about in lines.items():
        why = f"la línea {about[0].number} {tells} y ya no está"
        yield Fault(f"{word} {subject.partition(':')[2]}", why)


def last(lines: list[Entry], *events: str) -> Entry | None:
    """The newest of these lines that tells one of the events."""
    return next((line for line in reversed(lines) if line.event in events), None)


def answers(line: Entry) -> str:
    """What a line answers, as a subject; nothing where it begins by itself."""
    return line.after.subject if line.after else ""
