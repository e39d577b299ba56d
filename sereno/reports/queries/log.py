"""What is read of the logbook: the seal of each day, the newest publication, lines by filter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Max
from django.db.models.functions import TruncDate
from django.utils import timezone

from sereno.logbook.events import Audience, known
from sereno.logbook.models import Entry
from sereno.people.models import Person
from sereno.reports.queries import words
from sereno.reports.queries.trace import people

# What puts a number before the public. Much more than that changes a public page: every act of
# the accounts and of the barrios may, so a page is kept only as long as none happened.
PUBLICATIONS = ("figure.published", "figure.corrected", "plan.published")
CHANGING = frozenset({Audience.ACCOUNTS, Audience.COMMUNITY})
NEWEST = "SELECT MAX(number) AS number FROM logbook_entry WHERE event = %s"
PAGE = 100


@dataclass(frozen=True)
class Day:
    """The last line of a day: whoever kept its seal can prove that nothing before it changed."""

    on: date
    lines: int
    last: Entry


@dataclass(frozen=True)
class Line:
    """A line as whoever may read the logbook sees it."""

    entry: Entry
    words: words.Words
    author: Person | None


@dataclass(frozen=True)
class Filter:
    """Which lines are wanted; empty means all."""

    event: str = ""
    subject: str = ""
    actor: str = ""
    first: date | None = None
    last: date | None = None


def newest_publication() -> Entry | None:
    """The line that the public pages stand on."""
    return _newest_of(PUBLICATIONS)


def newest_change() -> Entry | None:
    """The last act that may have changed anything public; operations go on without it."""
    names = [kind.name for kind in known().values() if kind.audience in CHANGING]
    return _newest_of(names)


def _newest_of(events: Sequence[str]) -> Entry | None:
    """The last line of any of these events: one step down the index for each.

    Asked for in the order of their numbers, every line that operations wrote since would be read.
    """
    if not events:
        return None
    each = " UNION ALL ".join([NEWEST] * len(events))
    last = f"SELECT MAX(number) FROM ({each}) AS newest"  # noqa: S608 -- nothing but our own words
    found = Entry.objects.raw(
        f"SELECT * FROM logbook_entry WHERE number = ({last})",  # noqa: S608 -- the same
        list(events),
    )
    return next(iter(found), None)


def days(month: date) -> list[Day]:
    """The days of a month on which anything happened, newest first."""
    first = month.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    counted = (
        Entry.objects.filter(at__gte=midnight(first), at__lt=midnight(following))
        .annotate(on=TruncDate("at"))
        .values("on")
        .annotate(lines=Count("number"), last=Max("number"))
        .order_by("-on")
    )
    found = list(counted)
    entries = Entry.objects.in_bulk([day["last"] for day in found])
    return [Day(day["on"], day["lines"], entries[day["last"]]) for day in found]


def months_around(month: date) -> tuple[date | None, date | None]:
    """The months before and after this one in which there are lines."""
    first = month.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    before = Entry.objects.filter(at__lt=midnight(first)).order_by("at").last()
    later = Entry.objects.filter(at__gte=midnight(following)).order_by("at").first()
    return _month(before), _month(later)


def lines(wanted: Filter, *, before: int | None = None) -> tuple[list[Line], int | None]:
    """A page of lines, newest first, and the number to ask the next one with."""
    found = Entry.objects.order_by("-number")
    if wanted.event:
        found = found.filter(event=wanted.event)
    if wanted.subject:
        found = found.filter(subject=wanted.subject)
    if wanted.actor:
        found = found.filter(actor=wanted.actor)
    if wanted.first:
        found = found.filter(at__gte=midnight(wanted.first))
    if wanted.last:
        found = found.filter(at__lt=midnight(wanted.last + timedelta(days=1)))
    if before is not None:
        found = found.filter(number__lt=before)
    entries: Sequence[Entry] = list(found[: PAGE + 1])
    shown = entries[:PAGE]
    authors = people([entry.actor for entry in shown])
    told = [Line(entry, words.of_event(entry.event), authors.get(entry.actor)) for entry in shown]
    return told, shown[-1].number if len(entries) > PAGE else None


def midnight(day: date) -> datetime:
    """The first moment of a day of the council."""
    return datetime.combine(day, time.min, tzinfo=timezone.get_default_timezone())


def _month(entry: Entry | None) -> date | None:
    return timezone.localdate(entry.at).replace(day=1) if entry else None
