"""What happened, line by line of the logbook, with the names of those who may be named to staff."""

from collections.abc import Iterable
from dataclasses import dataclass

from sereno.incidents.models import Incident, Note
from sereno.logbook.actions import subject_of
from sereno.logbook.models import Entry
from sereno.logbook.queries import chain
from sereno.people.models import Person

PERSON = "person:"


@dataclass(frozen=True)
class Told:
    """One line of the logbook, the person who acted, and what that person wrote."""

    entry: Entry
    actor: Person | None
    text: str


def told(subjects: list[str], *, notes: Iterable[Note], last: int) -> list[Told]:
    """The newest lines about these subjects, oldest first."""
    newest = Entry.objects.filter(subject__in=subjects).order_by("-number")[:last]
    return _whole_lines(reversed(newest), notes)


def story(incident: Incident, *, notes: Iterable[Note]) -> list[Told]:
    """Every line that led to the incident or is about it, back to the first signal."""
    return _whole_lines(chain(subject_of(incident)), notes)


def _whole_lines(entries: Iterable[Entry], notes: Iterable[Note]) -> list[Told]:
    lines = list(entries)
    people = Person.objects.in_bulk({number for line in lines if (number := _person(line))})
    written = {(note.at, note.by_id): note.text for note in notes}
    return [
        Told(
            line,
            people.get(number := _person(line)),
            written.get((line.at, number), "") if line.event == "incident.noted" else "",
        )
        for line in lines
    ]


def _person(entry: Entry) -> int:
    """The number of the person who acted; none is 0."""
    return int(entry.actor.removeprefix(PERSON)) if entry.actor.startswith(PERSON) else 0
