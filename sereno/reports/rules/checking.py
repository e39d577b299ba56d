"""Whether a published file still says what was sealed, worked out again from the file alone."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sereno.reports.rules.document import Cited, Document, NotADocument, read, seal_of
from sereno.results.rules import rows


@dataclass(frozen=True)
class Astray:
    """Something that does not hold: a code, where it stands, what was found and what was sealed."""

    code: str
    where: str
    found: str = ""
    sealed: str = ""


def of_text(text: str, seal: str) -> tuple[Document | None, list[Astray]]:
    """The document of a sealed text, and what is wrong with text, seal or any figure in it."""
    astray = []
    if seal_of(text) != seal:
        astray.append(Astray("seal", "contenido", seal_of(text), seal))
    try:
        document = read(text)
    except NotADocument as problem:
        return None, [*astray, Astray("content", "contenido", str(problem))]
    for cited in document.figures:
        astray += _of_figure(cited)
    return document, astray


def of_cells(found: Mapping[str, str], sealed: Mapping[str, str]) -> Iterator[Astray]:
    """Two drawings of the same document, place by place: the file's, and one drawn anew."""
    for place in sorted(found.keys() | sealed.keys()):
        here, there = found.get(place, ""), sealed.get(place, "")
        if here != there:
            yield Astray("cell", place, here, there)


def of_files(
    found: Mapping[str, bytes], sealed: Mapping[str, bytes], *, same: Callable[[bytes, bytes], bool]
) -> Iterator[Astray]:
    """The files of a pack, by name: missing, unknown, or not what is drawn anew."""
    for name in sorted(found.keys() | sealed.keys()):
        if name not in found:
            yield Astray("missing", name)
        elif name not in sealed:
            yield Astray("unknown", name)
        elif not same(found[name], sealed[name]):
            yield Astray("file", name)


def by_place(cells: Iterable[tuple[str, str, object]]) -> dict[str, str]:
    return {f"{sheet}!{place}": str(value) for sheet, place, value in cells}


def _of_figure(cited: Cited) -> Iterator[Astray]:
    if not cited.sheet:
        return
    try:
        value = rows.recompute(cited.sheet).value
    except rows.BadSheet as problem:
        yield Astray("sheet", cited.slug, str(problem))
        return
    said = rows.NOTHING if value is None else rows.plain(value)
    if said != cited.value:
        yield Astray("figure", cited.slug, cited.value, said)
    if rows.seal(cited.sheet, value) != cited.seal:
        yield Astray("figure_seal", cited.slug, rows.seal(cited.sheet, value), cited.seal)
