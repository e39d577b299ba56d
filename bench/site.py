"""What anyone reads, from the real server, with a million records and a million lines behind it.

The floor is a plain file through the same server. Every time is taken at the other end of a
connection on this machine, so that it is a little more than what the server spent.
"""

import re
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from bench import plan_data, records_data
from bench.served import Answer, Connection, serving
from bench.spread import Round, row, summarise

ROUNDS, READINGS = 3, 40
LINES = 1_000_000
PAGES = {
    "the council at a glance": "/",
    "a goal": "/metas/w1-0/",
    "a plan of 100 goals": "/lo-prometido/w1/",
    "a barrio": "/barrios/1/",
}
ENTRY = "number, at, event, subject, actor, after_id, data, seal"
FETCHED = re.compile(
    r'<(?:link[^>]* rel="(?:stylesheet|icon|modulepreload)"[^>]*|script|img)[^>]*>'
)
ADDRESS = re.compile(r'(?:href|src)="([^"]+)"')
INSIDE = re.compile(r'url\("?([^")]+)"?\)|(?:from|import)\s*"([^"]+)"')


def table() -> str:
    """The measured rows as Markdown."""
    import django

    django.setup()
    from django.conf import settings

    _fill()
    with serving(Path(settings.DATA)) as server:
        text = "| milliseconds | p50 | p95 | p99 |\n|---|---|---|---|\n"
        for name, path in PAGES.items():
            drawn = [_round(partial(_anew, server, path)) for _ in range(ROUNDS)]
            again = [_round(partial(server.ask, path)) for _ in range(ROUNDS)]
            text += row(f"{name}, drawn anew (limit 50 at p95)", drawn)
            text += row(f"{name}, again", again)
        style = _files(server, "/")[0]
        floor = [_round(partial(server.ask, style)) for _ in range(ROUNDS)]
        text += row("floor: a plain file through the same server", floor)
        weighed = ", ".join(f"{name} {_weight(server, p):,}" for name, p in PAGES.items())
    return f"{text}\nBytes sent on a first visit, all files (limit 100,000): {weighed}.\n"


def _round(ask: Callable[[], Answer]) -> Round:
    _checked(ask())
    return summarise([_checked(ask()).took for _ in range(READINGS)])


def _anew(server: Connection, path: str) -> Answer:
    """An address that nobody asked for before is kept by nobody."""
    return server.ask(f"{path}?n={next(NUMBERS)}")


NUMBERS = count(1)


def _checked(answer: Answer) -> Answer:
    if answer.status != 200:
        raise RuntimeError(f"{answer.status} {answer.body[:200]!r}")
    return answer


def _weight(server: Connection, path: str) -> int:
    """What a browser takes in that was never here: the page and every file it names, as sent."""
    paths = [path, *_files(server, path)]
    sent = (server.ask(one, Accept_Encoding="gzip, deflate, br") for one in paths)
    return sum(len(_checked(one).body) for one in sent)


def _files(server: Connection, path: str) -> list[str]:
    """Styles, scripts and pictures of a page, and what these name in their turn."""
    page = _checked(server.ask(path)).body.decode()
    todo = [named[1] for tag in FETCHED.findall(page) if (named := ADDRESS.search(tag))]
    found: list[str] = []
    while todo:
        one = todo.pop(0)
        if one in found or one.startswith("data:"):
            continue
        found.append(one)
        if one.endswith((".css", ".js")):
            body = _checked(server.ask(one)).body.decode()
            inside = ("".join(names) for names in INSIDE.findall(body))
            todo += [urljoin(one, name) for name in inside if not name.startswith(("data:", "#"))]
    return found


def _fill() -> None:
    from sereno import prepare

    prepare.everything()
    records_data.build()
    planner, *_ = plan_data.build(100, 4, 12, slug="w1", at=records_data.YEAR)
    _publish(planner)
    _write_lines()


def _publish(by: Any) -> None:
    """The one line of the accounts, with all that operations wrote after it."""
    from sereno.logbook.actions import Draft, subject_of, write_all
    from sereno.reports.events import FigurePublished
    from sereno.reports.models import Figure

    figure = Figure.objects.select_related("measurement").earliest("pk")
    event = FigurePublished(value=figure.printed_value, seal=figure.measurement.seal)
    write_all([Draft(event, about=subject_of(figure), at=records_data.YEAR, by=subject_of(by))])


def _write_lines() -> None:
    """A chain of what operations write: every second another alarm."""
    from django.db import transaction

    from sereno.logbook.models import Entry
    from sereno.logbook.rules import Line, seal

    last = Entry.objects.latest("number")

    def lines() -> Iterator[records_data.Row]:
        chained = last.seal
        for number in range(last.number + 1, last.number + 1 + LINES):
            at = records_data.YEAR + timedelta(seconds=number)
            line = Line(number, at, "alert.raised", f"alert:{number}", "", None, {})
            chained = seal(chained, line)
            yield (number, at, line.event, line.subject, "", None, "{}", chained)

    with transaction.atomic():
        records_data.pour("logbook_entry", ENTRY, lines())


if __name__ == "__main__":
    sys.stdout.write(table())
