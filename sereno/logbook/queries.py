"""The questions asked of the logbook as a whole."""

from collections.abc import Iterator

from sereno.logbook import rules
from sereno.logbook.models import Entry


def first_break() -> rules.Break | None:
    """Recompute every seal from the first line on; the first that does not hold."""
    return rules.first_break(_sealed_lines())


def _sealed_lines() -> Iterator[tuple[rules.Line, str]]:
    for entry in Entry.objects.order_by("number").iterator(chunk_size=2000):
        yield entry.line(), entry.seal


def chain(subject: str) -> list[Entry]:
    """Every line about a subject and every line those answer, oldest first."""
    found: dict[int, Entry] = {}
    todo = list(Entry.objects.about(subject))
    while todo:
        found.update({entry.number: entry for entry in todo})
        missing = {e.after_id for e in todo if e.after_id and e.after_id not in found}
        subjects = Entry.objects.filter(number__in=missing).values("subject")
        todo = [
            entry
            for entry in Entry.objects.filter(subject__in=subjects, number__lt=max(found))
            if entry.number not in found
        ]
    return [found[number] for number in sorted(found)]
