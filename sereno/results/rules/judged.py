"""What progress is judged by: the shape that an object of the models and a row of them share."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Protocol

from sereno.web.rules import Absent


class Counted(Protocol):
    """An indicator, as far as its arithmetic goes."""

    @property
    def direction(self) -> str: ...
    @property
    def baseline(self) -> Decimal | None: ...
    @property
    def accumulates(self) -> bool: ...
    @property
    def source(self) -> str: ...
    @property
    def formula(self) -> str: ...


class Promised(Protocol):
    """A target, as far as its arithmetic goes."""

    @property
    def indicator(self) -> Counted: ...
    @property
    def kind(self) -> str: ...
    @property
    def value(self) -> Decimal | None: ...
    @property
    def high(self) -> Decimal | None: ...
    @property
    def every_days(self) -> int | None: ...
    @property
    def starts_on(self) -> date: ...
    @property
    def ends_on(self) -> date: ...
    @property
    def earlier(self) -> Sequence[Mapping[str, Any]]: ...


class Measured(Protocol):
    """A measurement, as far as a promise is judged by it."""

    @property
    def starts_at(self) -> datetime: ...
    @property
    def ends_at(self) -> datetime: ...
    @property
    def value(self) -> Decimal | None: ...
    @property
    def numerator(self) -> Decimal | None: ...
    @property
    def denominator(self) -> Decimal | None: ...
    @property
    def absence(self) -> str: ...


def number_of(measured: Measured) -> Decimal | Absent:
    """The number to judge by, a share from its exact parts; or why there is none."""
    if measured.value is None:
        return Absent(measured.absence)
    if measured.numerator is not None and measured.denominator:
        return measured.numerator * 100 / measured.denominator
    return measured.value
