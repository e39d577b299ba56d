"""The council's own Word templates: given, tried with real data, chosen, and put aside again."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sereno.people.guards import Request, may
from sereno.reports import actions
from sereno.reports.formats.docx import accepted, seen
from sereno.reports.formats.docx.template import default
from sereno.reports.formats.docx.word import cleaned, word
from sereno.reports.forms import GivenTemplate
from sereno.reports.models import WordTemplate
from sereno.reports.queries import templates as question
from sereno.reports.queries.templates import Drawn
from sereno.reports.rules.document import Document
from sereno.reports.views.flaws import sentence
from sereno.reports.views.transparency import sent

HOUSE = "casa"


@may("edition.see")
def every(request: Request) -> HttpResponse:
    return render(request, "reports/templates.html", {"rows": question.every()})


@may("edition.see")
def one(request: Request, kind: str) -> HttpResponse:
    """What a document is drawn with, every version that was given, and the form to give one."""
    found = _drawn(kind)
    context = {"drawn": found, "form": GivenTemplate(), "flaws": []}
    return _page(request, context, found)


@require_POST
@may("template.keep")
def give(request: Request, kind: str) -> HttpResponse:
    """Look at a template, and keep it where nothing is wrong; it is not used yet."""
    found = _drawn(kind)
    form = GivenTemplate(request.POST, request.FILES)
    flaws: list[str] = []
    if form.is_valid():
        given = form.given()
        flaws = [sentence(flaw) for flaw in accepted.flaws(given, _sample(request, kind))]
        if not flaws:
            template = actions.keep_template(
                kind, cleaned(given), by=request.user, at=timezone.now()
            )
            messages.success(request, _("La plantilla sirve. Mire la muestra antes de usarla."))
            return redirect("reports:template-version", kind, template.pk)
    return _page(request, {"drawn": found, "form": form, "flaws": flaws}, found, status=400)


@may("edition.see")
def version(request: Request, kind: str, pk: int) -> HttpResponse:
    """A template filled with real data, as text; and the same as a file for Word."""
    found, template = _drawn(kind), _version(kind, pk)
    made = word(_sample(request, kind), template=bytes(template.content))
    context = {
        "drawn": found,
        "template": template,
        "blocks": seen.seen(made),
        "around": seen.around(made),
        "is_used": found.template == template,
        "may_keep": request.user.may("template.keep"),
    }
    return render(request, "reports/template_version.html", context)


@require_POST
@may("template.keep")
def choose(request: Request, kind: str) -> HttpResponse:
    _drawn(kind)
    wanted = str(request.POST.get("template", ""))
    template = _version(kind, int(wanted)) if wanted.isdecimal() else None
    try:
        actions.choose_template(kind, template, by=request.user, at=timezone.now())
    except actions.ChosenAlready:
        messages.error(request, _("Ese documento ya sale con esa plantilla."))
    else:
        messages.success(
            request,
            _("Las próximas ediciones saldrán con esa plantilla. Las anteriores no cambian.")
            if template
            else _("Las próximas ediciones saldrán con la plantilla de la casa."),
        )
    return redirect("reports:template", kind)


@may("edition.see")
def file(request: Request, kind: str, which: str) -> HttpResponse:
    """A template to change in Word: the house's own, or a version."""
    _drawn(kind)
    content = default() if which == HOUSE else bytes(_numbered(kind, which).content)
    return sent(content, f"plantilla-{kind}-{which}.docx", "docx")


@may("edition.see")
def sample(request: Request, kind: str, which: str) -> HttpResponse:
    """The document of today drawn with a template."""
    _drawn(kind)
    content = None if which == HOUSE else bytes(_numbered(kind, which).content)
    made = word(_sample(request, kind), template=content)
    return sent(made, f"muestra-{kind}-{which}.docx", "docx")


def _page(
    request: Request, context: dict[str, object], found: Drawn, *, status: int = 200
) -> HttpResponse:
    context |= {
        "versions": question.versions(found.kind),
        "may_keep": request.user.may("template.keep"),
    }
    return render(request, "reports/template.html", context, status=status)


def _drawn(kind: str) -> Drawn:
    found = question.drawn(kind)
    if found is None:
        raise Http404(kind)
    return found


def _numbered(kind: str, which: str) -> WordTemplate:
    if not which.isdecimal():
        raise Http404(which)
    return _version(kind, int(which))


def _version(kind: str, pk: int) -> WordTemplate:
    return get_object_or_404(WordTemplate, kind=kind, pk=pk)


def _sample(request: Request, kind: str) -> Document:
    """What a template is tried with; a document with nothing but its title where none is kept."""
    on = timezone.localdate(timezone.now())
    site = request.build_absolute_uri("/").rstrip("/")
    return question.sample(kind, on=on, site=site) or question.bare(kind)
