"""A calendar (iCalendar, RFC 5545) that a telephone can follow."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from icalendar import Calendar, Event


@dataclass(frozen=True)
class Meeting:
    """Something people may come to: on a day, or at an hour of it."""

    name: str  # the same for ever: a changed hour moves it and makes no second one
    title: str
    starts: date | datetime
    place: str
    about: str
    address: str
    told_at: datetime


def calendar(title: str, meetings: Sequence[Meeting]) -> bytes:
    made = Calendar()
    made.add("prodid", "-//Sereno//ES")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", title)
    for one in meetings:
        event = Event()
        event.add("uid", one.name)
        event.add("summary", one.title)
        event.add("dtstart", one.starts)
        event.add("dtstamp", one.told_at)
        if one.place:
            event.add("location", one.place)
        event.add("description", one.about)
        event.add("url", one.address)
        made.add_component(event)
    return bytes(made.to_ical())
