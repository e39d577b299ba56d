"""What a file of names or outlines may be, and each thing that can be wrong with it by name."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from shapely.geometry.base import BaseGeometry

LARGEST = 50 * 1024 * 1024  # bytes


class Level(StrEnum):
    """What the rows of a file are about."""

    CANTON = "canton"
    PARISH = "parish"
    BARRIO = "barrio"
    PLACE = "place"


class FileFault(StrEnum):
    """Why nothing at all could be read."""

    TOO_LARGE = "too_large"
    EMPTY = "empty"
    NOT_TEXT = "not_text"
    NO_NAMES = "no_names"
    NO_PARISHES = "no_parishes"
    NO_POSITIONS = "no_positions"
    NO_KINDS = "no_kinds"
    NOT_GEOJSON = "not_geojson"
    NO_FEATURES = "no_features"
    PROJECTED = "projected"


class Why(StrEnum):
    """Why one row was left out."""

    NAME_MISSING = "name_missing"
    NAME_LONG = "name_long"
    REPEATED = "repeated"
    CODE_BAD = "code_bad"
    CODE_TAKEN = "code_taken"
    PARISH_UNKNOWN = "parish_unknown"
    BARRIO_UNKNOWN = "barrio_unknown"
    AMBIGUOUS = "ambiguous"
    KIND_UNKNOWN = "kind_unknown"
    NUMBER_BAD = "number_bad"
    POSITION_HALF = "position_half"
    POSITION_MISSING = "position_missing"
    PROJECTED = "projected"
    SWAPPED = "swapped"
    ABROAD = "abroad"
    OUTSIDE_CANTON = "outside_canton"
    SHAPE_MISSING = "shape_missing"
    SHAPE_BROKEN = "shape_broken"
    NEWER_EPOCH = "newer_epoch"


class Unreadable(Exception):
    """The file cannot be read at all; ``fault`` says why, ``detail`` what was seen."""

    def __init__(self, fault: FileFault, detail: str = "") -> None:
        super().__init__(fault, detail)
        self.fault, self.detail = fault, detail


class Left(Exception):
    """A row is left out; caught where the rows are gone through, one by one."""

    def __init__(self, why: Why, seen: str = "") -> None:
        super().__init__(why, seen)
        self.why, self.seen = why, seen


@dataclass(frozen=True)
class Reject:
    """A row that was left out: which, why, and what was written there."""

    row: int
    why: Why
    seen: str = ""


@dataclass(frozen=True)
class Known:
    """What stands on the map already. Names are folded; a barrio is named with its parish."""

    parishes: Mapping[str, int] = field(default_factory=dict)
    parish_codes: Mapping[str, int] = field(default_factory=dict)
    barrios: Mapping[tuple[int, str], int] = field(default_factory=dict)
    canton: BaseGeometry | None = None

    def parish(self, written: str) -> int:
        """The parish of that name or code."""
        found = self.parish_codes.get(written.strip()) or self.parishes.get(fold(written))
        if found is None:
            raise Left(Why.PARISH_UNKNOWN, written)
        return found

    def barrio(self, parish: int, written: str) -> int:
        found = self.barrios.get((parish, fold(written)))
        if found is None:
            raise Left(Why.BARRIO_UNKNOWN, written)
        return found

    def barrio_anywhere(self, written: str) -> int:
        """The only barrio of that name in the canton."""
        name = fold(written)
        found = [pk for (_parish, known), pk in self.barrios.items() if known == name]
        if len(found) > 1:
            raise Left(Why.AMBIGUOUS, written)
        if not found:
            raise Left(Why.BARRIO_UNKNOWN, written)
        return found[0]


def fold(name: str) -> str:
    """A name as it is compared: without accents, capitals or double spaces."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return " ".join(plain.casefold().replace("_", " ").split())


def decoded(data: bytes) -> str:
    """The text of a file as offices write it: UTF-8, UTF-16 with its mark, or that of old Excel."""
    if len(data) > LARGEST:
        raise Unreadable(FileFault.TOO_LARGE, str(len(data)))
    if not data.strip():
        raise Unreadable(FileFault.EMPTY)
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in data[:4096] and not wide:
        raise Unreadable(FileFault.NOT_TEXT)
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(FileFault.NOT_TEXT)
