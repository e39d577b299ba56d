"""How a period is named: in an address, and in words."""

from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)


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
            return f"del {self.first:%d/%m/%Y} al {self.last:%d/%m/%Y}"
        if self._whole_years:
            return _from_to(f"{self.first:%Y}", f"{self.last:%Y}", "\u2013")
        start, end = MONTHS[self.first.month - 1], MONTHS[self.last.month - 1]
        if self.first.year == self.last.year:
            return f"{_from_to(start, end, ' a ')} de {self.last.year}"
        return f"{start} de {self.first.year} a {end} de {self.last.year}"

    @property
    def _whole_months(self) -> bool:
        return self.first.day == 1 and (self.last + timedelta(days=1)).day == 1

    @property
    def _whole_years(self) -> bool:
        return self._whole_months and self.first.month == 1 and self.last.month == 12


def _from_to(start: str, end: str, between: str) -> str:
    return start if start == end else f"{start}{between}{end}"
