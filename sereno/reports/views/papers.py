"""The desk of documents: choose one, see its draft and what it lacks, write its texts, prepare."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sereno.people.guards import Request, may
from sereno.reports import actions
from sereno.reports.forms import Reason, Texts
from sereno.reports.models import Edition
from sereno.reports.queries import papers as question
from sereno.reports.queries.papers.paper import Ask, Draft, Paper
from sereno.reports.views.refusals import sentence

SHOWN = 3


@may("edition.see")
def documents(request: Request) -> HttpResponse:
    """Every document the council owes, what it may be about, and what is out or waits."""
    asked, about = str(request.GET.get("documento", "")), str(request.GET.get("sobre", ""))
    if asked in question.PAPERS and about:
        return redirect("reports:paper", asked, about)
    found = Edition.objects.defer("content")
    rows = [
        {
            "paper": paper,
            "subjects": paper.subjects(),
            "waiting": found.filter(kind=paper.kind).waiting(),
            "published": found.filter(kind=paper.kind).in_force()[:SHOWN],
        }
        for paper in question.PAPERS.values()
    ]
    return render(request, "reports/papers.html", {"rows": rows})


@may("edition.see")
def paper(request: Request, kind: str, subject: str) -> HttpResponse:
    """A draft as it would be frozen now, with what it lacks and the texts to write."""
    found, draft = _draft(request, kind, subject)
    same = Edition.objects.filter(kind=kind, subject=subject)
    context = {
        "paper": found,
        "draft": draft,
        "subject": subject,
        "words": dict(found.subjects())[subject],
        "document": draft.document,
        "barring": [lack for lack in draft.lacks if lack.bars],
        "lacks": [lack for lack in draft.lacks if not lack.bars],
        "form": Texts(draft.free, initial=question.texts_of(kind, subject)),
        "reason": Reason(),
        "waiting": same.waiting().first(),
        "published": same.in_force().order_by("-published_at").first(),
        "may_prepare": request.user.may("edition.prepare"),
    }
    return render(request, "reports/paper.html", context)


@require_POST
@may("edition.prepare")
def write(request: Request, kind: str, subject: str) -> HttpResponse:
    """Keep the texts that somebody wrote into a document."""
    _found, draft = _draft(request, kind, subject)
    form = Texts(draft.free, request.POST)
    if not form.is_valid():
        for name, problems in form.errors.items():
            messages.error(request, f"{form.fields[name].label}: {problems[0]}")
        return redirect("reports:paper", kind, subject)
    changed = actions.keep_texts(
        kind, subject, form.cleaned_data, by=request.user, at=timezone.now()
    )
    said = _("Los textos quedaron guardados.") if changed else _("No cambió ningún texto.")
    messages.success(request, said)
    return redirect("reports:paper", kind, subject)


@require_POST
@may("edition.prepare")
def prepare(request: Request, kind: str, subject: str) -> HttpResponse:
    """Freeze the draft; another person reads it and publishes it."""
    _draft(request, kind, subject)

    def propose() -> actions.Proposal:
        _paper, draft = _draft(request, kind, subject)
        return actions.Proposal(
            kind=kind,
            slug=draft.slug,
            starts_on=draft.starts_on,
            ends_on=draft.ends_on,
            document=draft.document,
            barred=tuple(question.names_somebody(draft.document)),
            subject=subject,
            lacks=tuple(str(lack.words) for lack in draft.lacks if lack.bars),
        )

    try:
        edition = actions.prepare(
            propose,
            by=request.user,
            at=timezone.now(),
            because=str(request.POST.get("because", "")),
        )
    except actions.EDITION_REFUSALS as refusal:
        messages.error(request, sentence(refusal))
        return redirect("reports:paper", kind, subject)
    messages.success(request, _("Quedó preparada. Ahora la dirección la lee y la publica."))
    return redirect("reports:edition-waiting", edition.pk)


def _draft(request: Request, kind: str, subject: str) -> tuple[Paper, Draft]:
    found = question.PAPERS.get(kind)
    if found is None or subject not in dict(found.subjects()):
        raise Http404(subject)
    draft = question.drafted(
        found,
        Ask(
            subject,
            timezone.localdate(timezone.now()),
            request.build_absolute_uri("/").rstrip("/"),
            question.texts_of(kind, subject),
        ),
    )
    if draft is None:
        raise Http404(subject)
    return found, draft
