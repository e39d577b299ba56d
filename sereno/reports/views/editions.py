"""The desk of transparency: a month's numerals with their score, its registers, its edition."""

from datetime import date, timedelta

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import override
from django.views.decorators.http import require_POST

from sereno.people.guards import Request, may
from sereno.reports import actions
from sereno.reports.formats.pdf import accessible
from sereno.reports.formats.typeset import CannotPrint
from sereno.reports.forms import Reason, Register, Sign
from sereno.reports.models import Edition
from sereno.reports.queries import accounted
from sereno.reports.queries import transparency as question
from sereno.reports.queries.transparency import Asked
from sereno.reports.rules import lotaip, registers, scoring
from sereno.reports.rules.document import NotADocument, Table
from sereno.reports.rules.signing import ORDER, Act, following
from sereno.reports.views import transparency
from sereno.reports.views.refusals import sentence
from sereno.territory.queries.house import house

SHOWN_MONTHS = 12
UNREADABLE = {
    "untagged": lazy("no tiene etiquetas"),
    "no-language": lazy("no dice su idioma"),
    "no-title": lazy("no muestra su título"),
    "not-declared": lazy("no se declara PDF/UA"),
    "no-structure": lazy("no tiene estructura"),
    "heading-skipped": lazy("salta un nivel de títulos"),
    "picture-without-text": lazy("una imagen no tiene texto"),
    "table-without-head": lazy("una tabla no tiene encabezados"),
    "no-tab-order": lazy("no tiene orden de lectura"),
    "link-without-text": lazy("un enlace no tiene texto"),
    "form-field": lazy("tiene un campo de formulario"),
    "font-not-embedded": lazy("una letra no viaja con el archivo"),
}
YEARS = range(2023, 2100)


@may("edition.see")
def months(request: Request) -> HttpResponse:
    """The last twelve months, until when each is due and where it is; and the year's account."""
    today = timezone.localdate(timezone.now())
    firsts, first = [], today.replace(day=1)
    for _each in range(SHOWN_MONTHS):
        first = (first - timedelta(days=1)).replace(day=1)
        firsts.append(first)
    found = Edition.objects.filter(kind=Edition.Kind.TRANSPARENCY, starts_on__in=firsts)
    in_force = {edition.starts_on: edition for edition in found.in_force()}
    waiting = {edition.starts_on: edition for edition in found.waiting()}
    rows = [
        (first, lotaip.due_on(first.year, first.month), in_force.get(first), waiting.get(first))
        for first in firsts
    ]
    context = {"rows": rows, "today": today, "accounts": accounted.newest(on=today)}
    return render(request, "reports/editions.html", context)


@may("edition.see")
def month(request: Request, year: int, month: int) -> HttpResponse:
    asked = _asked(request, year, month)
    pages = question.pages(asked)
    today = timezone.localdate(timezone.now())
    score = question.score(pages, asked, on=today)
    found = Edition.objects.filter(kind=Edition.Kind.TRANSPARENCY, starts_on=asked.first)
    context = {
        "asked": asked,
        "rows": list(zip(pages, score.marks, strict=True)),
        "score": score,
        "due": lotaip.due_on(year, month),
        "today": today,
        "waiting": found.waiting().first(),
        "published": found.in_force().order_by("-published_at").first(),
        "form": Reason(),
        "may_prepare": request.user.may("edition.prepare"),
        "keeps": request.user.may("register.keep"),
    }
    return render(request, "reports/edition_month.html", context)


@require_POST
@may("edition.prepare")
def prepare(request: Request, year: int, month: int) -> HttpResponse:
    asked = _asked(request, year, month)

    def propose() -> actions.Proposal:
        with override(settings.LANGUAGE_CODE):
            return _proposal(asked)

    try:
        edition = actions.prepare(
            propose,
            by=request.user,
            at=timezone.now(),
            because=str(request.POST.get("because", "")),
        )
    except actions.EDITION_REFUSALS as refusal:
        messages.error(request, sentence(refusal))
        return redirect("reports:edition-month", year, month)
    messages.success(request, _("Quedó preparada. Ahora la dirección la lee y la publica."))
    return redirect("reports:edition-waiting", edition.pk)


@may("register.keep")
def register(request: Request, year: int, month: int, numeral: str) -> HttpResponse:
    """The rows of a numeral pasted from Excel: looked at first, kept when they are sent again."""
    asked = _asked(request, year, month)
    found = lotaip.find(numeral, asked.last)
    if found is None or numeral in question.COMPUTED:
        raise Http404(numeral)
    form = Register(request.POST or None)
    table, flaws = None, tuple[scoring.Flaw, ...]()
    if form.is_valid():
        rows = registers.without_heading(registers.pasted(form.cleaned_data["text"]), found.columns)
        if "keep" in request.POST:
            actions.keep_register(
                form.draft(numeral, year, month, rows), by=request.user, at=timezone.now()
            )
            messages.success(request, _("El registro quedó guardado."))
            return redirect("reports:edition-month", year, month)
        read = tuple(registers.cells(row, found.columns) for row in rows)
        table = Table(numeral, found.title, found.columns, read)
        flaws = scoring.flaws(found, table) if form.cleaned_data["state"] == "rows" else ()
    context = {"asked": asked, "numeral": found, "form": form, "table": table, "flaws": flaws}
    return render(request, "reports/register.html", context, status=400 if form.errors else 200)


@may("edition.see")
def waiting(request: Request, pk: int) -> HttpResponse:
    """What waits to be published, whole, as its readers would see it."""
    edition = get_object_or_404(Edition, pk=pk)
    context = {
        "edition": edition,
        "document": edition.document,
        "form": Reason(),
        "may_publish": request.user.may("edition.publish"),
        "signed": list(edition.signed_copies.all()),
        "act": _turn(edition) if request.user.may("edition.sign") else None,
        "sign": Sign(),
    }
    return render(request, "reports/edition_waiting.html", context)


@may("edition.see")
def file(request: Request, pk: int, ending: str) -> HttpResponse:
    """What waits, as the file that would be public: to be read and signed before it is."""
    if ending not in transparency.DRAWN:
        raise Http404(ending)
    edition = get_object_or_404(Edition, pk=pk)
    address = request.build_absolute_uri(reverse("reports:edition", args=[edition.slug]))
    try:
        made = transparency.drawn(edition, ending, address)
    except CannotPrint as problem:
        messages.error(request, _("No se pudo componer el PDF: %(why)s") % {"why": problem})
        return redirect("reports:edition-waiting", pk)
    return transparency.sent(made, f"{edition.slug}.{ending}", ending)


@require_POST
@may("edition.publish")
def publish(request: Request, pk: int) -> HttpResponse:
    edition = get_object_or_404(Edition, pk=pk)
    fault = _fault_of_pdf(request, edition)
    if fault:
        messages.error(request, fault)
        return redirect("reports:edition-waiting", pk)
    try:
        actions.publish_edition(edition, by=request.user, at=timezone.now())
    except actions.EDITION_REFUSALS as refusal:
        messages.error(request, sentence(refusal))
        return redirect("reports:edition-waiting", pk)
    messages.success(request, _("La edición ya es pública."))
    return redirect("reports:edition", edition.slug)


@require_POST
@may("edition.publish")
def return_(request: Request, pk: int) -> HttpResponse:
    edition = get_object_or_404(Edition, pk=pk)
    try:
        actions.return_edition(
            edition, str(request.POST.get("because", "")), by=request.user, at=timezone.now()
        )
    except actions.EDITION_REFUSALS as refusal:
        messages.error(request, sentence(refusal))
        return redirect("reports:edition-waiting", pk)
    messages.success(request, _("La edición volvió a quien la preparó, con su motivo."))
    return redirect("reports:editions")


def _fault_of_pdf(request: Request, edition: Edition) -> str:
    """Why its PDF keeps it from being public: it cannot be set, or not be read by everybody."""
    address = request.build_absolute_uri(reverse("reports:edition", args=[edition.slug]))
    try:
        found = accessible.faults(transparency.drawn(edition, "pdf", address))
    except CannotPrint as problem:
        return _("No se pudo componer el PDF: %(why)s") % {"why": problem}
    except NotADocument:
        return ""  # its seal is broken, and the action says so
    if not found:
        return ""
    told = ", ".join(str(UNREADABLE[code]) for code in found)
    return _("El PDF no es accesible: %(what)s. Avise a quien administra Sereno.") % {"what": told}


def _turn(edition: Edition) -> Act | None:
    """The signature that is asked for next; none of a document without boxes, or sent back."""
    has_boxes = any(len(part.signers) >= len(ORDER) for part in edition.document.parts)
    if not has_boxes or edition.returned_at:
        return None
    return following({copy.act for copy in edition.signed_copies.all()})


def _proposal(asked: Asked) -> actions.Proposal:
    pages = question.pages(asked)
    # Whether it is late is no fault of the rows: any day serves to find what bars them.
    bars = question.score(pages, asked, on=asked.last).bars
    return actions.Proposal(
        kind=Edition.Kind.TRANSPARENCY,
        slug=f"transparencia-{asked.year}-{asked.month:02}",
        starts_on=asked.first,
        ends_on=asked.last,
        document=question.document(
            pages, asked, council=house().name, is_example=settings.EXAMPLE != "none"
        ),
        barred=tuple(
            f"{mark.numeral.code}, {_('fila')} {flaw.row}, {flaw.column}" for mark, flaw in bars
        ),
    )


def _asked(request: Request, year: int, month: int) -> Asked:
    try:
        date(year, month, 1)
    except ValueError as problem:
        raise Http404 from problem
    if year not in YEARS:
        raise Http404(year)
    return Asked(year, month, request.build_absolute_uri("/").rstrip("/"))
