"""Published files with one thing changed, by a seed; and the same files only kept anew."""

import io
import random
import zipfile
from collections.abc import Callable

import openpyxl

from sereno.reports.formats import checked, pack
from sereno.reports.formats.csv import triplet
from sereno.reports.formats.pdf.printed import pdf
from sereno.reports.formats.xlsx.workbook import workbook
from sereno.reports.rules.checking import Astray
from sereno.reports.rules.document import Document

ADDRESS = "http://127.0.0.1:8000/ediciones/transparencia-2026-10/"
DATA, TOLD = "1-3_conjunto_de_datos.csv", "1-3_metadatos.csv"
LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Published:
    """Every file of a document, drawn once, and ways to change one of them."""

    def __init__(self, whole: Document) -> None:
        self.pdf = pdf(whole, address=ADDRESS)
        self.xlsx = workbook(whole)
        self.csv = triplet.files(whole)
        self.pack = pack.files(whole, address=ADDRESS)

    def mutate(self, dice: random.Random) -> tuple[str, list[Astray]]:
        """Change one thing; what was done, and what the check says of it."""
        ways: tuple[Callable[[random.Random], tuple[str, list[Astray]]], ...]
        ways = (self._pdf, self._xlsx, self._csv, self._pack)
        return dice.choice(ways)(dice)

    def _pdf(self, dice: random.Random) -> tuple[str, list[Astray]]:
        place = dice.randrange(len(self.pdf))
        return f"pdf, byte {place}", checked.check(flipped(self.pdf, place, dice), "a.pdf")

    def _xlsx(self, dice: random.Random) -> tuple[str, list[Astray]]:
        """A cell of any sheet, the sealed text among them: another letter or another number."""
        book = openpyxl.load_workbook(io.BytesIO(self.xlsx))
        filled = [
            cell
            for sheet in book
            for row in sheet.iter_rows()
            for cell in row
            if cell.value not in (None, "")
        ]
        cell = dice.choice(filled)
        where = f"xlsx, {cell.parent.title}!{cell.coordinate}"
        if isinstance(cell.value, int | float):
            cell.value += dice.choice((-1, 0.01, 1))
        else:
            cell.value = spelled(str(cell.value), dice)
        return where, checked.check(kept(book), "a.xlsx")

    def _csv(self, dice: random.Random) -> tuple[str, list[Astray]]:
        place = dice.randrange(len(self.csv[DATA]))
        bent = flipped(self.csv[DATA], place, dice)
        return f"csv, byte {place}", checked.check(bent, DATA, beside=self.csv)

    def _pack(self, dice: random.Random) -> tuple[str, list[Astray]]:
        """A file of the pack changed, taken out, or put in."""
        files = dict(self.pack)
        name = dice.choice(sorted(files))
        how = dice.choice(("change", "remove", "add"))
        if how == "remove":
            del files[name]
        elif how == "add":
            files[f"{name}.bak"] = b"otro"
        else:
            files[name] = flipped(files[name], dice.randrange(len(files[name])), dice)
        return f"pack, {how} {name}", checked.check(zipped(files), "a.zip")

    def anew(self, dice: random.Random) -> list[Astray]:
        """A workbook opened and saved, or a pack made again in another order: nothing changed."""
        if dice.random() < 0.5:
            book = openpyxl.load_workbook(io.BytesIO(self.xlsx))
            return checked.check(kept(book), "a.xlsx")
        names = list(self.pack)
        dice.shuffle(names)
        return checked.check(zipped({name: self.pack[name] for name in names}), "a.zip")


def flipped(data: bytes, place: int, dice: random.Random) -> bytes:
    return data[:place] + bytes([data[place] ^ (1 + dice.randrange(255))]) + data[place + 1 :]


def spelled(text: str, dice: random.Random) -> str:
    place = dice.randrange(len(text))
    other = dice.choice([letter for letter in LETTERS if letter != text[place]])
    return text[:place] + other + text[place + 1 :]


def kept(book: openpyxl.Workbook) -> bytes:
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()
