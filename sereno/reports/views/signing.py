"""Signing an edition at the desk, and its signed PDF for whoever may read it."""

from functools import partial

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sereno.people.guards import Request, may, published
from sereno.reports import actions
from sereno.reports.formats.pdf import signing
from sereno.reports.formats.typeset import CannotPrint
from sereno.reports.forms import Sign
from sereno.reports.models import Edition, SignedCopy
from sereno.reports.views.refusals import sentence

REFUSALS = (
    *actions.SIGNING_REFUSALS,
    *(signing.BadCertificate, signing.CertificateOutOfDate),
    *(signing.CannotSign, signing.NoPlaceToSign),
)


@require_POST
@may("edition.sign")
def sign(request: Request, pk: int) -> HttpResponse:
    """One signature, the one whose turn it is."""
    edition = get_object_or_404(Edition, pk=pk)
    form = Sign(request.POST, request.FILES)
    if not form.is_valid():
        for problems in form.errors.values():
            messages.error(request, str(problems[0]))
        return redirect("reports:edition-waiting", pk)
    address = request.build_absolute_uri(reverse("reports:edition", args=[edition.slug]))
    now = timezone.now()
    try:
        put = partial(signing.put, signing.unlock(form.sealed(), at=now), address=address)
        copy = actions.sign_edition(edition, put, by=request.user, at=now)
    except CannotPrint as problem:
        messages.error(request, _("No se pudo componer el PDF: %(why)s") % {"why": problem})
    except REFUSALS as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(
            request, _("Quedó firmada: %(act)s %(name)s.") % {"act": copy.act, "name": copy.name}
        )
    return redirect("reports:edition-waiting", pk)


@may("edition.see")
def copy(request: Request, pk: int) -> FileResponse:
    """The PDF with the signatures it has so far, for the staff."""
    return _sent(get_object_or_404(Edition, pk=pk))


@published
def signed(request: HttpRequest, slug: str) -> FileResponse:
    """The signed PDF of a published edition."""
    return _sent(get_object_or_404(Edition.objects.published(), slug=slug))


def _sent(edition: Edition) -> FileResponse:
    newest: SignedCopy | None = edition.signed_copies.last()
    if newest is None:
        raise Http404(edition.slug)
    return FileResponse(
        newest.file.open("rb"),
        content_type="application/pdf",
        filename=f"{edition.slug}-firmado.pdf",
    )
