"""How a period is named: in an address, and in words."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Period:
    """Whole days, the first and the last of them included."""

    first: date
    last: date

    @property
    def code(self) -> str:
        """``2026``, ``2026-03``, ``2026-2027`` or the two days: short where it can be."""
        if not self._whole_months:
            return f"{self.first:%Y-%m-%d}-a-{self.last:%Y-%m-%d}"
        if self._whole_years:
            return _from_to(f"{self.first:%Y}", f"{self.last:%Y}", "-")
        return _from_to(f"{self.first:%Y-%m}", f"{self.last:%Y-%m}", "-a-")

    @property
    def words(self) -> str:
        """``2026``, ``marzo de 2026``, ``enero a marzo de 2026``, ``del 01/01/2026 al …``."""
        if not self._whole_months:
            days = {"first": f"{self.first:%d/%m/%Y}", "last": f"{self.last:%d/%m/%Y}"}
            return _("del %(first)s al %(last)s") % days
        if self._whole_years:
            return _from_to(f"{self.first:%Y}", f"{self.last:%Y}", "\u2013")
        start, end = str(MONTHS[self.first.month]), str(MONTHS[self.last.month])
        if self.first.year == self.last.year:
            return _of_year(start if start == end else _between(start, end), self.last.year)
        return _between(_of_year(start, self.first.year), _of_year(end, self.last.year))

    @property
    def _whole_months(self) -> bool:
        return self.first.day == 1 and (self.last + timedelta(days=1)).day == 1

    @property
    def _whole_years(self) -> bool:
        return self._whole_months and self.first.month == 1 and self.last.month == 12


def _from_to(start: str, end: str, between: str) -> str:
    return start if start == end else f"{start}{between}{end}"


def _between(first: str, last: str) -> str:
    return _("%(first)s a %(last)s") % {"first": first, "last": last}


def _of_year(months: str, year: int) -> str:
    return _("%(months)s de %(year)s") % {"months": months, "year": year}
