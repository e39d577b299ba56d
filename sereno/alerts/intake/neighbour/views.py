"""The neighbour's page: one button, then what is being done about it."""

import json
import logging
import secrets
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from sereno.alerts import actions, queries
from sereno.alerts.actions import Frame
from sereno.alerts.intake.keeper import keeper
from sereno.alerts.intake.neighbour import frame
from sereno.alerts.models import AlertKind, Signal
from sereno.people.guards import Request, may, public

log = logging.getLogger(__name__)
MOST_BYTES = 16_384
PATIENCE = 25.0  # seconds: a telephone gives up later than this


@may("alert.cry")
@never_cache
@require_GET
def cry(request: Request) -> HttpResponse:
    """The button. The token of the form names this press, however often it is sent."""
    last = queries.last_cry(request.user, at=timezone.now())
    return render(
        request,
        "alerts/neighbour/cry.html",
        {"token": secrets.token_hex(8), "last": last, "home": reverse("alerts:cry")},
    )


@may("alert.cry")
@require_POST
def press(request: Request) -> HttpResponse:
    """A cry: kept first, answered then. Scripts get JSON; a plain form is shown the way it went."""
    at = timezone.now()
    scripted = request.content_type == "application/json"
    raw = request.body if scripted else written(request)
    if len(raw) > MOST_BYTES:
        raw = b"{}"  # still a cry
    try:
        number = keeper.submit(Frame("neighbour", raw, at, caller=request.user.pk)).result(PATIENCE)
    except Exception:
        log.exception("the cry of person %s could not be kept", request.user.pk)
        return unheard(request, scripted=scripted)
    if not scripted:
        return redirect("alerts:status", number)
    where = reverse("alerts:status", args=[number])
    return JsonResponse({"kept": number, "at": clock(at), "status": where}, status=202)


def written(request: Request) -> bytes:
    """What a form without scripts says, in the words of the channel."""
    return json.dumps({"token": request.POST.get("token", "")}).encode()


def unheard(request: Request, *, scripted: bool) -> HttpResponse:
    """Nobody will hear of this one: say so at once, and what to do instead."""
    if scripted:
        answer: HttpResponse = JsonResponse({"error": "not_kept"}, status=503)
    else:
        token = request.POST.get("token", "")
        context = {"token": token, "unheard": True, "home": reverse("alerts:cry")}
        answer = render(request, "alerts/neighbour/cry.html", context, status=503)
    answer.headers["Retry-After"] = "5"
    return answer


@may("alert.cry")
@never_cache
@require_GET
def status(request: Request, pk: int) -> HttpResponse:
    """What is being done about a cry of this person; the page asks again by itself."""
    signal = own(request, pk)
    steps = queries.answer_to(signal)
    done = {step.step for step in steps}
    context = {
        "signal": signal,
        "steps": steps,
        "newest": steps[-1],
        "kinds": [] if "closed" in done else queries.kinds_to_choose(),
        "ended": "closed" in done,
        "home": reverse("alerts:cry"),
    }
    part = request.headers.get("Sereno-Part")
    return render(request, f"alerts/neighbour/{'answer' if part else 'status'}.html", context)


@may("alert.cry")
@require_POST
def specify(request: Request, pk: int) -> HttpResponse:
    """Say what is happening, after the cry; if that is not an alert yet, the words follow it."""
    signal = own(request, pk)
    kind = get_object_or_404(AlertKind, code=request.POST.get("kind", ""), ends_on=None)
    at = timezone.now()
    if signal.alert and signal.alert.caller_id == request.user.pk:
        actions.specify(signal.alert, kind, by=request.user, at=at)
    elif signal.alert is None and (token := frame.parse(bytes(signal.raw)).token):
        words = json.dumps({"token": token, "code": kind.code}).encode()
        keeper.submit(Frame("neighbour", words, at, caller=request.user.pk)).result(PATIENCE)
    return redirect("alerts:status", pk)


def own(request: Request, pk: int) -> Signal:
    mine = Signal.objects.select_related("alert__kind")
    return get_object_or_404(mine, pk=pk, caller=request.user)


def clock(at: datetime) -> str:
    return f"{timezone.localtime(at):%H:%M:%S}"


@public
@require_GET
def manifest(request: HttpRequest) -> HttpResponse:
    """What the telephone needs to keep the button among its applications."""
    icons = [
        {"src": static(f"web/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"}
        for size in (192, 512)
    ]
    start = reverse("alerts:cry")
    described = {
        "name": _("Sereno: pedir ayuda"),
        "short_name": _("Pedir ayuda"),
        "description": _("El botón para avisar de un peligro a la central de su cantón."),
        "id": start,
        "start_url": start,
        "scope": start,
        "display": "standalone",
        "lang": settings.LANGUAGE_CODE,
        "background_color": "#faf8f3",
        "theme_color": "#16264a",
        "icons": icons,
    }
    return JsonResponse(described, content_type="application/manifest+json")


@public
@require_GET
def worker(request: HttpRequest) -> HttpResponse:
    """The script that keeps the page at hand without a connection."""
    files = ["web/tokens.css", "web/base.css", "web/parts.css", "web/controls.css"]
    files += ["web/tables.css", "web/phone.css", "web/icon.svg", "web/clock.js"]
    files += ["alerts/cry.css", "alerts/cry.js"]
    context = {"files": [static(name) for name in files], "start": reverse("alerts:cry")}
    script = render(request, "alerts/neighbour/worker.js", context)
    script.headers["Content-Type"] = "text/javascript; charset=utf-8"
    script.headers["Cache-Control"] = "no-cache"
    return script
