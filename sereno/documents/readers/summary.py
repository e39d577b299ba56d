"""A reading in a few Spanish lines, for whoever asks at the keyboard."""

from collections.abc import Iterator
from decimal import Decimal

from sereno.documents.readers.reading import Reading
from sereno.documents.readers.values.numbers import spanish

NOTES = {
    "macro": "Trae macros: no se ejecutaron.",
    "hidden-sheet": "Trae hojas ocultas: también se leyeron.",
    "tracked-deletions": "Trae texto borrado con control de cambios: no se leyó.",
    "ocr": "Trae páginas que son imágenes: se leyeron con reconocimiento de texto; revíselas.",
    "tiny-letters": "Trae letras tan pequeñas que no se ven: no se leyeron.",
}


def summary(reading: Reading) -> Iterator[str]:
    name = reading.file.name if reading.file else ""
    sure = spanish(round_score(reading.score), 0)
    yield f"{name}: {reading.because} (seguridad {sure} %)."
    for table in reading.tables:
        again = sum(row.repeats is not None for row in table.rows)
        aside = sum("shifted" in row.notes for row in table.rows)
        told = f"  {counted(len(table.rows), 'fila', 'filas')} en «{table.title or 'sin título'}»"
        told += f", {again} repiten otra" if again else ""
        told += f", {aside} con las columnas corridas" if aside else ""
        yield told + "."
    if reading.facts:
        yield f"  {counted(len(reading.facts), 'hecho contable', 'hechos contables')} por revisar."
    for finding in reading.findings:
        yield f"  {finding.says}"
    if reading.unplaced:
        left = counted(len(reading.unplaced), "texto quedó", "textos quedaron")
        yield f"  {left} sin lugar: véalos con --json."
    for note in reading.notes:
        yield f"  {NOTES.get(note, note)}"


def round_score(score: float) -> Decimal:
    return Decimal(round(100 * score))


def counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
