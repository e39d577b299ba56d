"""Files are dragged in or chosen; each is kept, and each refusal said by its file's name."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from sereno.documents import actions, queries
from sereno.documents.models import Document
from sereno.documents.views.refusals import said
from sereno.logbook.models import Entry
from sereno.people.guards import Request, may

LARGEST = 25 * 1024 * 1024


@may("document.see")
def documents(request: Request) -> HttpResponse:
    return render(
        request,
        "documents/list.html",
        {
            "documents": queries.listed()[:200],
            "brings": request.user.may("document.read"),
            "most": LARGEST,
            "live_since": newest_line(),
        },
    )


@may("document.read")
def bring(request: Request) -> HttpResponse:
    """Keep every file that came; the script asks for JSON, a plain form for a page."""
    if request.method != "POST":
        return redirect("documents:list")
    told = [_kept(request, file) for file in request.FILES.getlist("files")]
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"files": told})
    if not told:
        messages.error(request, _("Elija al menos un archivo."))
    for one in told:
        level = messages.success if one["kept"] else messages.warning
        level(request, f"{one['name']}: {one['says']}")
    if len(told) == 1 and told[0]["document"]:
        return redirect("documents:document", told[0]["document"])
    return redirect("documents:list")


def _kept(request: Request, file: Any) -> dict[str, object]:
    name = str(file.name or "")
    if (file.size or 0) > LARGEST:
        says = _("pesa más de 25 MB. Divídalo, o guárdelo sin imágenes.")
        return {"name": name, "kept": False, "says": says, "document": None}
    try:
        document = actions.keep(name, file.read(), by=request.user, at=timezone.now())
    except actions.AlreadyKept as refusal:
        return {"name": name, "kept": False, "says": said(refusal), "document": refusal.document}
    return {
        "name": name,
        "kept": True,
        "says": _("guardado. Se lee en unos segundos."),
        "document": document.pk,
    }


@may("document.see")
def original(request: Request, pk: int) -> FileResponse:
    """The file as it came, always as a download."""
    document = get_object_or_404(Document.objects.defer("rest"), pk=pk)
    return FileResponse(
        document.file.open("rb"),
        as_attachment=True,
        filename=document.name,
        content_type="application/octet-stream",
    )


def newest_line() -> int:
    return Entry.objects.order_by("-number").values_list("number", flat=True).first() or 0
