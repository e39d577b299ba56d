"""What anyone may open: what people asked, the form to ask, and the page that follows a code."""

import csv
import secrets
from typing import Any

from allauth.core import ratelimit
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sereno.assemblies import actions
from sereno.assemblies.forms import AskForm
from sereno.assemblies.models import Matter, Suggestion
from sereno.assemblies.queries import asked
from sereno.assemblies.rules import account
from sereno.assemblies.rules.codes import new_code, read_code
from sereno.assemblies.rules.fate import Fate
from sereno.people.guards import public, published
from sereno.territory.queries.house import house
from sereno.web.rules import Absent

PAGE = 50
VOICE, YEAR = "sereno_voz", 365 * 86_400  # a random word, kept for a year


@published
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """What people asked and its fate; a code in the query leads to its own page."""
    if "codigo" in request.GET:
        code = read_code(request.GET["codigo"])
        if code:
            return redirect("assemblies:follow", code)
        messages.error(request, _("Ese código no está completo. Son doce letras y números."))
    found = asked.answered(Matter.objects.all(), on=timezone.localdate())
    wanted = request.GET.get("estado", "")
    chosen = [one for one in found if not wanted or one.fate == wanted]
    counts = {fate: sum(one.fate == fate for one in found) for fate in Fate}
    page = Paginator(chosen, PAGE).get_page(request.GET.get("pagina"))
    shown = {"page": page, "counts": counts, "wanted": wanted, "total": len(found)}
    shown["waiting"] = Suggestion.objects.waiting().count()
    return draw(
        request,
        "assemblies/public/index.html",
        shown | {"years": asked.years(on=timezone.localdate())},
    )


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for something: no account, no name; a machine that fills everything is thanked only."""
    form = AskForm(request.POST or None)
    if request.method == "POST":
        if form.is_a_machine:
            return redirect("assemblies:index")
        if not ratelimit.consume(request, action="suggest"):
            form.add_error(None, _("Llegaron muchas sugerencias desde aquí. Espere unos minutos."))
            return draw(request, "assemblies/public/ask.html", {"form": form}, status=429)
        if form.is_valid():
            code = new_code()
            actions.receive(
                form.draft(), code=code, parish=form.cleaned_data["parish"], at=timezone.now()
            )
            messages.success(request, _("Su sugerencia quedó registrada. Guarde este código."))
            return redirect("assemblies:follow", code)
    return draw(
        request, "assemblies/public/ask.html", {"form": form}, status=422 if form.errors else 200
    )


@public
@never_cache
@require_GET
def follow(request: HttpRequest, code: str) -> HttpResponse:
    """What became of one suggestion; whoever has the code may read it, and nobody else."""
    read = read_code(code)
    suggestion = asked.followed(read) if read else None
    if suggestion is None:
        raise Http404
    matter = _one(suggestion.matter_id) if suggestion.matter_id else None
    shown = {"suggestion": suggestion, "one": matter, "code": read}
    answer = draw(
        request,
        "assemblies/public/follow.html",
        shown | {"way": asked.way(suggestion, matter), "due_on": _due(suggestion, matter)},
    )
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


@published
@require_GET
def matter(request: HttpRequest, pk: int) -> HttpResponse:
    get_object_or_404(Matter, pk=pk)
    return draw(request, "assemblies/public/matter.html", {"one": _one(pk)})


@public
@require_POST
def support(request: HttpRequest, pk: int) -> HttpResponse:
    """One more asks the same: once for each browser."""
    found = get_object_or_404(Matter, pk=pk)
    answer = redirect("assemblies:matter", pk)
    if not ratelimit.consume(request, action="support"):
        messages.error(request, _("Llegaron muchos apoyos desde aquí. Espere unos minutos."))
        return answer
    voice = request.COOKIES.get(VOICE, "")
    if len(voice) != 32 or not voice.isalnum():
        voice = secrets.token_hex(16)
    if actions.support(found, voice=voice, at=timezone.now()):
        messages.success(request, _("Su apoyo quedó contado."))
    else:
        messages.info(request, _("Su apoyo ya estaba contado."))
    answer.set_cookie(
        VOICE, voice, max_age=YEAR, httponly=True, samesite="Lax", secure=request.is_secure()
    )
    return answer


@published
@require_GET
def table(request: HttpRequest, year: int) -> HttpResponse:
    """Suggestion, result, percentage, evidence: what the account of a year must tell."""
    lines = asked.table(year)
    shown = {"year": year, "lines": lines, "tally": account.tally(line.row for line in lines)}
    return draw(
        request,
        "assemblies/public/table.html",
        shown | {"years": asked.years(on=timezone.localdate())},
    )


@published
@require_GET
def table_csv(request: HttpRequest, year: int) -> HttpResponse:
    """The same rows as the page; what nobody knows is an empty cell with its word beside it."""
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="sugerencias-{year}.csv"'
    answer.write("\ufeff")
    writer = csv.writer(answer, lineterminator="\r\n")
    writer.writerow(["sugerencia", "resultado", "porcentaje", "estado", "evidencia"])
    for line in asked.table(year):
        row, percent = line.row, line.row.percent
        number, word = ("", percent.value) if isinstance(percent, Absent) else (f"{percent:f}", "")
        word = word if row.is_answered else "unanswered"
        writer.writerow(plain(cell) for cell in (row.words, row.result, number, word, row.evidence))
    return answer


def plain(cell: str) -> str:
    """No cell begins a formula in whoever opens the file with a spreadsheet."""
    return f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell


def draw(
    request: HttpRequest, template: str, shown: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """A page with whose it is."""
    return render(request, template, {"institution": house(), **shown}, status=status)


def _one(pk: int) -> asked.Answered:
    return asked.answered(Matter.objects.filter(pk=pk), on=timezone.localdate())[0]


def _due(suggestion: Any, one: asked.Answered | None) -> Any:
    if one and one.fate not in {Fate.WAITING, Fate.LATE}:
        return None
    return asked.due_for(suggestion)
