"""Indicators that measure nothing, targets that are really progress, excuses in their place."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from sereno.documents.readers.findings.case import Case, words
from sereno.documents.readers.findings.sentences import told
from sereno.documents.readers.kinds.headings import plain
from sereno.documents.readers.paper import Place
from sereno.documents.readers.reading import Field, Finding, Table

NOTHING: Final = re.compile(
    r"(?:(?:%|porcentaje|nivel|grado|indice) (?:de |del )?)?"
    r"(?:avance|cumplimiento|ejecucion|progreso|gestion|logro)"
    r"(?: (?:del? (?:proyecto|plan|programa|obra|actividad)|fisico|alcanzado|logrado))?"
    r"|(?:numero|cantidad) de (?:actividades|acciones|cosas|gestiones)(?: realizadas)?"
)


def measures_nothing(text: str) -> bool:
    return bool(NOTHING.fullmatch(plain(text)))


def find(case: Case) -> Iterator[Finding]:
    """One finding for all rows of a table that have the same fault."""
    for table in case.reading.tables:
        yield from empty_indicators(table)
        progress: list[Place] = []
        excused: list[Place] = []
        for row in table.rows:
            target = row.fields.get("target")
            indicator = words(row.fields.get("indicator"))
            if target and has_excuse(target):
                excused += target.source[:1]
            elif target and is_progress(target) and measures_nothing(indicator):
                progress += target.source[:1]
        if progress:
            yield told("target-is-progress", progress, rows=str(len(progress)))
        if excused:
            yield told("excuse-for-target", excused, rows=str(len(excused)))


def empty_indicators(table: Table) -> Iterator[Finding]:
    """Each wording once, with all its cells."""
    alike: dict[str, list[Field]] = defaultdict(list)
    for row in table.rows:
        indicator = row.fields.get("indicator")
        if indicator and measures_nothing(words(indicator)):
            alike[plain(indicator.text)].append(indicator)
    for fields in alike.values():
        cells = [place for field in fields for place in field.source[:1]]
        rows = str(len(cells))
        yield told("indicator-measures-nothing", cells, text=words(fields[0]), rows=rows)


def has_excuse(target: Field) -> bool:
    return isinstance(target.value, dict) and bool(target.value.get("excuse"))


def is_progress(target: Field) -> bool:
    """A bare share short of the whole: how far it is, not where it goes."""
    value = target.value
    if not isinstance(value, dict) or value.get("kind") != "share" or value.get("of"):
        return False
    share = value.get("value")
    return isinstance(share, Decimal) and share < 100
