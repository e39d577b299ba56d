"""Visits the links of the registers of this month and the last, where the council lets it."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from django.utils import timezone

from sereno.reports import actions
from sereno.reports.models import LinkVisit, RegisterPage
from sereno.reports.rules import lotaip
from sereno.reports.rules.document import Kind
from sereno.results.watch import OLD, visit

LONGEST = LinkVisit._meta.get_field("link").max_length or 0


def probe_registers(*, clock: Callable[[], datetime], allowed: frozenset[str] = frozenset()) -> int:
    """Visit every link that nobody visited this month, one after another; how many."""
    at = clock()
    lately = set(LinkVisit.objects.filter(at__gt=at - OLD).values_list("link", flat=True))
    due = [link for link in dict.fromkeys(_links(timezone.localdate(at))) if link not in lately]
    found = {link: visit(link, allowed=allowed) for link in due}
    return actions.keep_link_visits(found, at=clock())


def _links(today: date) -> Iterator[str]:
    """The links in registers of this month and of the last, in the order of the law."""
    before = today.replace(day=1) - timedelta(days=1)
    for month in (before, today):
        pages = RegisterPage.objects.standing().filter(
            year=month.year, month=month.month, state=RegisterPage.State.ROWS
        )
        for page in pages:
            numeral = lotaip.find(page.numeral, lotaip.month_end(month.year, month.month))
            places = [
                place
                for place, column in enumerate(numeral.columns if numeral else ())
                if column.kind == Kind.LINK
            ]
            for row in page.rows:
                said = (str(row[place]).strip() for place in places if place < len(row))
                yield from (link for link in said if _is_address(link))


def _is_address(said: str) -> bool:
    return said.startswith(("http://", "https://")) and len(said) <= LONGEST
