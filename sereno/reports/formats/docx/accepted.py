"""Whether a council's own Word template may be used: what is wrong with it, and where.

The marks are read, not run: names that a document does not have, loops inside loops and anything
beyond showing what is there are found before the template is ever filled.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError, nodes

from sereno.reports.formats.docx.marks import FIELDS, FILTERS, LISTS, WORDS, cautious
from sereno.reports.formats.docx.word import FAULTS, BrokenTemplate, word
from sereno.reports.rules.document import Document
from sereno.reports.rules.templates import LARGEST, LARGEST_OPENED, MOST_LOOPS

SHORT = 80
BODY, HEAD, FOOT, NOTES = "el cuerpo", "el encabezado", "el pie de página", "las notas al pie"
MAIN = "word/document.xml"
TYPES = "[Content_Types].xml"
ACTIVE = ("vbaproject", "activex", "embeddings/", "oleobject", "/customui", "vbadata")
OUTSIDE = re.compile(r"<Relationship\b[^>]*\bTargetMode\s*=\s*[\"']External[\"'][^>]*>")
PLAIN_LINK = "/hyperlink"
NAMES_TYPE = re.compile(r"<!DOCTYPE|<!ENTITY", re.IGNORECASE)
ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr),
    *(nodes.Getitem, nodes.For, nodes.If, nodes.Compare, nodes.Operand, nodes.And, nodes.Or),
    *(nodes.Not, nodes.Filter, nodes.CondExpr),
)


@dataclass(frozen=True)
class Flaw:
    """A code, where in the file it stands, and what was found there."""

    code: str
    where: str = ""
    found: str = ""


def flaws(data: bytes, document: Document) -> list[Flaw]:
    """Everything that keeps a template from being used; filled with ``document`` at the end."""
    found = list(_of_file(data)) or list(_of_marks(data))
    return found or list(_of_filled(data, document))


def _of_file(data: bytes) -> Iterator[Flaw]:
    """What can be told without opening Word's own parts."""
    if len(data) > LARGEST:
        yield Flaw("too_big", "", f"{len(data) / 1024 / 1024:.1f}".replace(".", ","))
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from _of_parts(archive)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError):
        yield Flaw("not_word")


def _of_parts(archive: zipfile.ZipFile) -> Iterator[Flaw]:
    names = archive.namelist()
    if MAIN not in names or TYPES not in names:
        yield Flaw("not_word")
        return
    if sum(part.file_size for part in archive.infolist()) > LARGEST_OPENED:
        yield Flaw("too_big_opened")
        return
    for name in names:
        yield from _of_part(archive, name)
    if "macroEnabled" in _text(archive, TYPES):
        yield Flaw("macro", TYPES)


def _of_part(archive: zipfile.ZipFile, name: str) -> Iterator[Flaw]:
    if any(word in name.lower() for word in ACTIVE):
        yield Flaw("macro", name)
    if name.endswith((".xml", ".rels")) and NAMES_TYPE.search(_text(archive, name)):
        yield Flaw("not_word", name)
    if name.endswith(".rels"):
        links = OUTSIDE.findall(_text(archive, name))
        yield from (Flaw("outside", name) for link in links if PLAIN_LINK not in link)


def _text(archive: zipfile.ZipFile, name: str) -> str:
    return archive.read(name).decode("utf-8", "replace")


def _of_marks(data: bytes) -> Iterator[Flaw]:
    try:
        pieces = list(_pieces(DocxTemplate(io.BytesIO(data))))
    except FAULTS as problem:
        yield Flaw("not_word", "", str(problem)[:SHORT])
        return
    loops = 0
    for where, source in pieces:
        # One line a paragraph, as it is when it is filled: the line of a fault is its paragraph.
        source = re.sub(r"<w:p([ >])", r"\n<w:p\1", source)
        try:
            tree = cautious().parse(source)
        except TemplateSyntaxError as problem:
            yield Flaw("broken", where, _quoted(source, problem.lineno))
            continue
        loops += len(list(tree.find_all(nodes.For)))
        for node, code, name in _walk(tree, {}):
            yield Flaw(code, f"{where}, «{_quoted(source, node.lineno)}»", name)
    if loops > MOST_LOOPS:
        yield Flaw("too_many_loops", "", str(loops))


def _pieces(template: DocxTemplate) -> Iterator[tuple[str, str]]:
    template.init_docx()
    yield BODY, template.patch_xml(template.get_xml())
    for where, uri in ((HEAD, template.HEADER_URI), (FOOT, template.FOOTER_URI)):
        for _key, part in template.get_headers_footers(uri):
            yield where, template.patch_xml(template.get_part_xml(part))
    for part in template.docx.part.package.iter_parts():
        if part.content_type.endswith(".footnotes+xml"):
            yield NOTES, template.patch_xml(part.blob.decode("utf-8", "replace"))


def _quoted(source: str, line: int) -> str:
    """The paragraph of a fault as a person sees it in Word, to look for it there."""
    said = re.sub(r"<[^>]+>", "", source.splitlines()[max(line - 1, 0)])
    return " ".join(said.split())[:SHORT]


def _walk(node: nodes.Node, scope: dict[str, str]) -> Iterator[tuple[nodes.Node, str, str]]:
    """Each mark that may not be there. ``scope`` says what the variable of a loop is one of."""
    if not isinstance(node, ALLOWED):
        yield node, "forbidden", type(node).__name__
        return
    if isinstance(node, nodes.For):
        yield from _loop(node, scope)
        return
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        yield node, "forbidden", f"|{node.name}"
    if isinstance(node, nodes.Getattr):
        yield from _field(node, scope)
        return
    if isinstance(node, nodes.Name) and node.name not in (WORDS | scope.keys() | {"loop"}):
        yield node, "unknown", node.name
    for child in node.iter_child_nodes():
        yield from _walk(child, scope)


def _field(node: nodes.Getattr, scope: dict[str, str]) -> Iterator[tuple[nodes.Node, str, str]]:
    if not isinstance(node.node, nodes.Name):
        yield node, "forbidden", f".{node.attr}"
        return
    owner = node.node.name
    kind = "loop" if owner == "loop" else scope.get(owner, "")
    if owner not in WORDS | scope.keys() | {"loop"} or node.attr not in FIELDS.get(kind, {}):
        yield node, "unknown", f"{owner}.{node.attr}"


def _loop(node: nodes.For, scope: dict[str, str]) -> Iterator[tuple[nodes.Node, str, str]]:
    """A loop goes over a list of the document, or over one that belongs to the loop around it."""
    goes = node.iter
    kind = None
    if isinstance(goes, nodes.Name) and not scope:
        kind = LISTS.get(goes.name)
    if isinstance(goes, nodes.Getattr) and isinstance(goes.node, nodes.Name):
        kind = LISTS.get(f"{scope.get(goes.node.name, '')}.{goes.attr}")
    if kind is None or node.recursive or node.test or not isinstance(node.target, nodes.Name):
        yield node, "loop", ""
        return
    within = scope | {node.target.name: kind}
    for child in (*node.body, *node.else_):
        yield from _walk(child, within)


def _of_filled(data: bytes, document: Document) -> Iterator[Flaw]:
    """What it leaves out of a document: everything that was sealed has to be in it."""
    try:
        shown = text_of(word(document, template=data))
    except BrokenTemplate as problem:
        yield Flaw("broken", BODY, str(problem)[:SHORT])
        return
    for said in (document.title, document.council, document.seal, *_said(document)):
        if _even(said) not in shown:
            yield Flaw("leaves_out", "", said[:SHORT])
            return


def text_of(data: bytes) -> str:
    """Every text of a Word file, head and foot too, with single spaces."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [
            _text(archive, name)
            for name in archive.namelist()
            if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name)
        ]
    said = " ".join(re.sub(r"<[^>]+>", "", re.sub(r"</w:p>", " ", part)) for part in parts)
    return _even(said.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))


def _said(document: Document) -> Iterator[str]:
    for part in document.parts:
        yield part.heading
        yield from part.paragraphs
        yield from (each.text for each in part.sentences)
        yield from (cell.text for row in (part.table.rows if part.table else ()) for cell in row)


def _even(said: str) -> str:
    return " ".join(said.split())
