"""The months of active transparency, for anyone: their data sets, and every file of each."""

from datetime import date

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from sereno.reports.formats.csv import triplet
from sereno.reports.formats.docx.word import word
from sereno.reports.formats.pack import pack
from sereno.reports.formats.pdf.printed import pdf
from sereno.reports.formats.typeset import CannotPrint
from sereno.reports.formats.xlsx.workbook import workbook
from sereno.reports.models import Edition, Figure, SignedCopy, WordTemplate
from sereno.reports.rules.document import Document
from sereno.reports.rules.signing import ORDER, Act, missing
from sereno.reports.views.page import draw, open_page

KEPT_FOR = 24 * 3600
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
}
DRAWN = frozenset(TYPES) - {"csv"}


@open_page
def months(request: HttpRequest) -> HttpResponse:
    return draw(
        request,
        "reports/transparency.html",
        editions=Edition.objects.in_force().filter(kind=Edition.Kind.TRANSPARENCY),
    )


@open_page
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """The edition of a month that is in force today; earlier ones stay at their own address."""
    try:
        first = date(year, month, 1)
    except ValueError as problem:
        raise Http404 from problem
    found = Edition.objects.in_force().filter(kind=Edition.Kind.TRANSPARENCY, starts_on=first)
    newest = found.order_by("-published_at").first()
    if newest is None:
        raise Http404
    return _edition(request, newest)


@open_page
def editions(request: HttpRequest) -> HttpResponse:
    """Every document that is out, by what it is; those that a later one corrects say so."""
    found = Edition.objects.published().defer("content").prefetch_related("corrected_by")
    listed = sorted(found, key=lambda each: (each.ends_on, each.published_at), reverse=True)
    kinds = [
        (label, rows)
        for kind, label in Edition.Kind.choices
        if (rows := [each for each in listed if each.kind == kind])
    ]
    return draw(request, "reports/published.html", kinds=kinds)


@open_page
def edition(request: HttpRequest, slug: str) -> HttpResponse:
    return _edition(request, _published(slug))


@open_page
def file(request: HttpRequest, slug: str, ending: str) -> HttpResponse:
    """The edition as one file; drawn once for each content and address."""
    if ending not in DRAWN:
        raise Http404(ending)
    found = _published(slug)
    key = f"reports-edition-{found.seal}-{ending}-{request.get_host()}"
    made = cache.get(key)
    if made is None:
        try:
            made = drawn(found, ending, request.build_absolute_uri(_address(found)))
        except CannotPrint as problem:
            answer = draw(request, "reports/cannot_print.html", problem=str(problem))
            answer.status_code = 503
            answer.headers["Cache-Control"] = "no-store"
            return answer
        cache.set(key, made, KEPT_FOR)
    return sent(made, f"{slug}.{ending}", ending)


@open_page
def data_set(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """One of the three CSV files of a numeral."""
    files = triplet.files(_published(slug).document)
    if name not in files:
        raise Http404(name)
    return sent(files[name], name, "csv")


def _edition(request: HttpRequest, found: Edition) -> HttpResponse:
    later = found.corrected_by.published().first()
    document = found.document
    return draw(
        request,
        "reports/edition.html",
        edition=found,
        document=document,
        parts=[
            (part, triplet.files_of(part.table) if part.table else ()) for part in document.parts
        ],
        later=later,
        superseded=_superseded(document),
        signed=(signed := list(found.signed_copies.all())),
        unsigned=unsigned(document, signed),
    )


def _superseded(document: Document) -> list[Figure]:
    """The figures that the edition cites and that a later one has corrected since."""
    slugs = {cited.slug for cited in document.figures}
    cells = (cell for table in document.tables for row in table.rows for cell in row)
    slugs |= {cell.opens for cell in cells if cell.opens}
    found = Figure.objects.filter(slug__in=slugs, corrected_by__isnull=False)
    return list(found.select_related("corrected_by").order_by("slug"))


def unsigned(document: Document, signed: list[SignedCopy]) -> tuple[Act, ...]:
    """The signatures that a document has boxes for and that nobody has put."""
    if not any(len(part.signers) >= len(ORDER) for part in document.parts):
        return ()
    return missing({copy.act for copy in signed})


def drawn(found: Edition, ending: str, address: str) -> bytes:
    document = found.document
    if ending == "json":
        return found.content.encode()
    if ending == "pdf":
        return pdf(document, address=address)
    if ending == "zip":
        return pack(document, address=address, template=_template(found, document))
    if ending == "xlsx":
        return workbook(document)
    return word(document, template=_template(found, document))


def _template(found: Edition, document: Document) -> bytes | None:
    """The Word template that the edition names; nothing where it is the house's own."""
    if not document.template:
        return None
    return bytes(WordTemplate.objects.get(kind=found.kind, sha256=document.template).content)


def _published(slug: str) -> Edition:
    found = Edition.objects.published().select_related("corrects").filter(slug=slug).first()
    if found is None:
        raise Http404(slug)
    return found


def _address(found: Edition) -> str:
    return reverse("reports:edition", args=[found.slug])


def sent(data: bytes, name: str, ending: str) -> HttpResponse:
    how = "inline" if ending == "pdf" else "attachment"
    return HttpResponse(
        data,
        content_type=TYPES[ending],
        headers={"Content-Disposition": f'{how}; filename="{name}"'},
    )
