"""What a column of open data is: its name for programs, its heading for people, its type."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The types of a column, by their names in a table schema."""

    TEXT = "string"
    NUMBER = "number"
    WHOLE = "integer"
    DAY = "date"
    MOMENT = "datetime"
    YES = "boolean"
    ADDRESS = "uri"  # where something can be read; written whole once the host is known


@dataclass(frozen=True)
class Column:
    """``name`` is what programs ask for, ``heading`` what stands over the column in a file."""

    name: str
    kind: Kind
    heading: str
    about: str = ""


def text(name: str, heading: str, about: str = "") -> Column:
    return Column(name, Kind.TEXT, heading, about)


def number(name: str, heading: str, about: str = "") -> Column:
    return Column(name, Kind.NUMBER, heading, about)


def whole(name: str, heading: str, about: str = "") -> Column:
    return Column(name, Kind.WHOLE, heading, about)


def day(name: str, heading: str, about: str = "") -> Column:
    return Column(name, Kind.DAY, heading, about)


def moment(name: str, heading: str, about: str = "") -> Column:
    return Column(name, Kind.MOMENT, heading, about)


def yes(name: str, heading: str, about: str = "") -> Column:
    return Column(name, Kind.YES, heading, about)


def address(name: str, heading: str, about: str = "") -> Column:
    return Column(name, Kind.ADDRESS, heading, about)
