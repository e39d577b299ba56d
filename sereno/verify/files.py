"""A published file on this machine, checked without a database, in sentences."""

from pathlib import Path

from sereno.reports.formats import checked
from sereno.reports.formats.csv import triplet
from sereno.reports.formats.pdf import signing
from sereno.reports.rules.checking import Astray
from sereno.reports.rules.signing import Signature

SENTENCES = {
    "seal": "el contenido no da el sello que trae. Alguien lo cambió después de sellarlo.",
    "content": "el contenido sellado no se puede leer: {found}.",
    "sheet": "la hoja de la cifra «{where}» no se puede leer: {found}.",
    "figure": "la cifra «{where}» dice «{found}» y su hoja da «{sealed}».",
    "figure_seal": "la hoja de la cifra «{where}» no da su sello: alguien cambió una fila.",
    "cell": "en {where} dice «{found}» y lo sellado es «{sealed}».",
    "missing": "falta el archivo {where} del paquete.",
    "unknown": "el archivo {where} no es del paquete.",
    "file": "el archivo {where} no es el que se publicó.",
    "bytes": "el archivo no es, byte a byte, el que se publicó con ese contenido.",
    "signature": "la firma «{where}» de {found} no vale: el archivo cambió después de firmado.",
    "appended": "alguien añadió algo al final, y no es una firma.",
    "broken": "el archivo está dañado o incompleto: {found}.",
}
SHORT = 80


class CannotCheck(Exception):
    """The file is not there, is too large, or carries nothing to check it with."""


def check(path: Path) -> list[str]:
    """What does not hold, one sentence each; nothing where all of it does."""
    try:
        if path.stat().st_size > checked.MOST:
            raise CannotCheck(f"{path}: pesa más de 200 MB; ningún archivo publicado es tan grande")
        data = path.read_bytes()
        beside = {
            other.name: other.read_bytes()
            for other in path.parent.glob(f"*_{triplet.METADATA}.csv")
            if path.suffix.lower() == ".csv"
        }
        found = checked.check(data, path.name, beside=beside)
    except OSError as problem:
        raise CannotCheck(f"no se pudo abrir {path}: {problem.strerror}") from problem
    except checked.NotOurs as problem:
        raise CannotCheck(
            f"{path}: no trae un sello que comprobar. Use el PDF, el XLSX o el paquete ZIP de la "
            "edición, o el CSV junto a sus metadatos"
        ) from problem
    return [_sentence(each) for each in found]


def signatures(path: Path, roots: Path | None) -> list[str]:
    """The state of each signature of a PDF, one sentence each; none where nobody signed it."""
    if path.suffix.lower() != ".pdf":
        return []
    try:
        trusted = signing.roots_in(roots) if roots else []
        found = signing.signatures(path.read_bytes(), roots=trusted)
    except (signing.CannotSign, OSError, ValueError):
        return []
    return [_of_signature(each, knows_roots=bool(trusted)) for each in found]


def _of_signature(one: Signature, *, knows_roots: bool) -> str:
    at = f"{one.at:%d/%m/%Y %H:%M %Z}" if one.at else "sin fecha"
    state = "vale" if one.holds else "NO VALE"
    chain = "de una autoridad de confianza" if one.is_trusted else "de una autoridad desconocida"
    if not knows_roots:
        chain = "sin autoridades con las que comparar (SERENO_SIGNATURE_ROOTS)"
    return f"firma «{one.act}» de {one.name}, {at}: {state}, {chain}."


def _sentence(astray: Astray) -> str:
    return SENTENCES[astray.code].format(
        where=astray.where, found=astray.found[:SHORT], sealed=astray.sealed[:SHORT]
    )
