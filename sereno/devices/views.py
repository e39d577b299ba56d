"""Devices at the desk: the list, one device and its life, a request, the map."""

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sereno.devices import actions, queries, rules
from sereno.devices.actions import Whereabouts
from sereno.devices.forms import Asking, Outage, Search, Standing
from sereno.devices.models import Device
from sereno.devices.rules import State
from sereno.devices.templatetags.devices import STATES, state_word
from sereno.people.guards import Request, may
from sereno.web.guards import View

PAGE = 50


@may("device.see")
@require_GET
def index(request: Request) -> HttpResponse:
    """Every device, found by words, kind, state or barrio; how many are in each state."""
    form = Search(request.GET)
    wanted = form.wanted()
    kept = _kept(request.GET)
    return render(
        request,
        "devices/list.html",
        {
            "form": form,
            "wanted": wanted,
            "page": Paginator(queries.listed(wanted), PAGE).get_page(request.GET.get("pagina")),
            "tallies": queries.tallies(wanted),
            "query": f"{kept.urlencode()}&" if kept else "",
            "but_state": _kept(request.GET, but="state").urlencode(),
            "may_ask": request.user.may("device.request"),
        },
    )


def _kept(asked: QueryDict, *, but: str = "") -> QueryDict:
    """What stays in the address from one page of rows to the next."""
    kept = asked.copy()
    for name in [*kept]:
        if name in {"pagina", but} or not kept[name]:
            del kept[name]
    return kept


@may("device.see")
@never_cache
@require_GET
def device(request: Request, code: str) -> HttpResponse:
    """One device: where it stands, how it is, its life, and what this person may do with it."""
    return _page(request, get_object_or_404(queries.listed(), code=code))


def _page(
    request: Request,
    thing: Device,
    *,
    key: str = "",
    outage: Outage | None = None,
    standing: Standing | None = None,
    status: int = 200,
) -> HttpResponse:
    steps = [to for to in rules.steps_from(State(thing.state)) if request.user.may(rules.ACTS[to])]
    moved = thing.state == State.RELOCATED and State.INSTALLED in steps
    asked = {State.OUT, State.INSTALLED} if moved else {State.OUT}
    shown: dict[str, Any] = {
        "device": thing,
        "conditions": thing.conditions.order_by("-starts_at", "-pk"),
        "life": queries.life(thing),
        "sees_signals": request.user.may("signal.see"),
        "tells_who": request.user.may("logbook.read"),
        "steps": [to for to in steps if to not in asked],
        "standing": (standing or Standing()) if moved else None,
        "outage": (outage or Outage()) if State.OUT in steps else None,
        "may_key": request.user.may("device.key") and thing.state != State.RETIRED,
        "key": key,
        "today": timezone.localdate(),
    }
    return render(request, "devices/device.html", shown, status=status)


@may("device.request")
@require_http_methods(["GET", "POST"])
def ask(request: Request) -> HttpResponse:
    """Ask for a device at a place."""
    form = Asking(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        try:
            thing = actions.request(
                said["kind"],
                code=said["code"],
                name=said["name"],
                by=request.user,
                at=timezone.now(),
                **form.where(),
            )
        except actions.CodeTaken as taken:
            form.add_error("code", _("Ya hay un dispositivo %(code)s.") % {"code": taken})
        else:
            messages.success(
                request,
                _("%(code)s quedó solicitado. Servicio técnico dirá si es factible.")
                % {"code": thing.code},
            )
            return _back(request, thing)
    return render(request, "devices/ask.html", {"form": form}, status=400 if form.is_bound else 200)


def _back(request: Request, thing: Device) -> HttpResponse:
    """To the device, for whoever may see it; a promoter asks and goes on asking."""
    if request.user.may("device.see"):
        return redirect("devices:device", thing.code)
    return redirect("devices:ask")


def changer(to: State) -> View[str]:
    """The view that takes a device to one state of its life, for whoever may do that."""

    @may(rules.ACTS[to])
    @require_POST
    def change(request: Request, code: str) -> HttpResponse:
        return _change(request, get_object_or_404(queries.listed(), code=code), to)

    return change


def _change(request: Request, thing: Device, to: State) -> HttpResponse:
    cause, where = "", Whereabouts()
    if to == State.INSTALLED and thing.state == State.RELOCATED:
        standing = Standing(request.POST)
        if not standing.is_valid():
            return _page(request, thing, standing=standing, status=400)
        where = standing.where()
    if to == State.OUT:
        outage = Outage(request.POST)
        if not outage.is_valid():
            return _page(request, thing, outage=outage, status=400)
        cause = outage.cleaned_data["cause"]
    try:
        actions.change(thing, to=to, by=request.user, at=timezone.now(), cause=cause, **where)
    except (actions.WrongStep, actions.SamePerson) as refusal:
        thing.refresh_from_db()
        messages.error(request, _refusal(refusal, thing, to))
    else:
        messages.success(
            request, _("%(code)s: %(state)s.") % {"code": thing.code, "state": state_word(to)}
        )
    return _back(request, thing)


def _refusal(refusal: Exception, thing: Device, to: State) -> str:
    """What happened, to which thing, and what to do next."""
    said = {"code": thing.code, "now": state_word(thing.state), "to": state_word(to)}
    if isinstance(refusal, actions.SamePerson):
        return (
            _("%(code)s lo instaló usted: pida a otra persona de supervisión que lo acepte.") % said
        )
    return (
        _(
            "%(code)s está ahora «%(now)s» y de ahí no pasa a «%(to)s». "
            "Alguien pudo cambiarlo antes: revise su vida y elija otro paso."
        )
        % said
    )


@may("device.key")
@never_cache
@require_POST
def key(request: Request, code: str) -> HttpResponse:
    """A new key, shown in this answer and never again."""
    thing = get_object_or_404(queries.listed().exclude(state=State.RETIRED), code=code)
    return _page(request, thing, key=actions.issue_key(thing, by=request.user, at=timezone.now()))


@may("device.see")
@require_GET
def street(request: Request) -> HttpResponse:
    """The map, with the same devices as a list beside it."""
    marks = [feature["properties"] for feature in queries.devices_on_the_map()]
    counted = [(state, sum(mark["state"] == state for mark in marks)) for state in STATES]
    return render(
        request,
        "devices/map.html",
        {
            "marks": marks,
            "legend": [(state, how_many) for state, how_many in counted if how_many],
            "tiles": settings.TILES_URL,
        },
    )


@may("device.see")
@require_GET
def points(request: Request) -> JsonResponse:
    """The canton, its names and its devices as one GeoJSON collection."""
    today: date = timezone.localdate()
    features = [*queries.ground(on=today), *queries.devices_on_the_map()]
    return JsonResponse(
        {"type": "FeatureCollection", "features": features}, content_type="application/geo+json"
    )
