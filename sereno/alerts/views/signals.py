"""What technicians see: the channels, and the signals that nobody could read or place."""

from collections.abc import Mapping
from datetime import timedelta

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from sereno.alerts import actions, queries
from sereno.alerts.intake.mqtt import listener
from sereno.alerts.models import Signal
from sereno.devices.models import Device
from sereno.people.guards import Request, may

PAGE = 50
NEWEST = 10  # signals on the page of a device
BYTES_A_ROW = 16
MOST_SHOWN = 4_096  # bytes of one signal on a page

CHANNELS: Mapping[str, str | Promise] = {
    "http": gettext_lazy("HTTP"),
    "mqtt": gettext_lazy("MQTT"),
    "neighbour": gettext_lazy("Página de la vecindad"),
}
FAULTS: Mapping[str, str | Promise] = {
    "not_json": gettext_lazy("No es JSON: revise qué programa envía y con qué formato."),
    "not_an_object": gettext_lazy("Es JSON, pero no un objeto con campos."),
    "unknown_key": gettext_lazy(
        "La clave no es de ningún dispositivo: emita una nueva y cárguela en el equipo."
    ),
    "half_a_position": gettext_lazy("Trae latitud sin longitud, o al revés."),
    "bad_latitude": gettext_lazy("La latitud no es un número entre -90 y 90."),
    "bad_longitude": gettext_lazy("La longitud no es un número entre -180 y 180."),
    "bad_sent_at": gettext_lazy("La hora de envío no está escrita como 2026-11-21T21:04:07-05:00."),
    "bad_account": gettext_lazy("La cuenta no es un texto de hasta 64 letras."),
    "bad_code": gettext_lazy("El código no es un texto de hasta 64 letras."),
    "bad_token": gettext_lazy("El número de pulsación no es un texto de hasta 64 letras."),
    "bad_action": gettext_lazy("La acción del botón no es un texto de hasta 64 letras."),
    "bad_availability": gettext_lazy("La disponibilidad no dice ni «online» ni «offline»."),
    "bad_topic": gettext_lazy("El tema del mensaje no es de los que Sereno escucha."),
}


def fault_in_words(fault: str) -> str:
    """What is wrong with the bytes and what to do; a code nobody wrote down is a broken reader."""
    name, _colon, detail = fault.partition(":")
    if name in FAULTS:
        return str(FAULTS[name])
    said = _(
        "El lector del canal falló (%(what)s). La señal está a salvo: avise a quien mantiene "
        "Sereno."
    )
    return said % {"what": detail or name}


@may("signal.see")
@require_GET
def signals(request: Request) -> HttpResponse:
    """The channels and what they brought today, then what someone must look at."""
    now = timezone.now()
    everything = request.GET.get("ver") == "todas"
    found = queries.to_look_at()
    if not everything:
        found = found.filter(seen_at=None)
    page = Paginator(found, PAGE).get_page(request.GET.get("pagina"))
    return render(
        request,
        "alerts/signals.html",
        {
            "page": page,
            "rows": [(one, what_is_wrong(one)) for one in page],
            "everything": everything,
            "query": "ver=todas&" if everything else "",
            "traffic": [
                (CHANNELS.get(one.channel, one.channel), one)
                for one in queries.traffic(since=now - timedelta(days=1))
            ],
            "brokers": listener.listeners,
        },
    )


@may("signal.see")
@require_GET
def signals_of(request: Request, code: str) -> HttpResponse:
    """What one device sent; the page of the device shows the newest of it as a part of its own."""
    device = get_object_or_404(Device, code=code)
    page = Paginator(queries.sent_by(device), PAGE).get_page(request.GET.get("pagina"))
    is_part = "HX-Request" in request.headers
    return render(
        request,
        f"alerts/{'parts/sent' if is_part else 'sent'}.html",
        {
            "device": device,
            "page": page,
            "rows": [(one, what_is_wrong(one)) for one in (page[:NEWEST] if is_part else page)],
            "is_part": is_part,
        },
    )


@may("signal.see")
@require_GET
def signal(request: Request, pk: int) -> HttpResponse:
    """One signal as it arrived, byte by byte."""
    one = get_object_or_404(Signal.objects.select_related("device", "alert__kind"), pk=pk)
    raw = bytes(one.raw)
    return render(
        request,
        "alerts/signal.html",
        {
            "signal": one,
            "wrong": what_is_wrong(one),
            "channel": CHANNELS.get(one.channel, one.channel),
            "size": len(raw),
            "text": raw[:MOST_SHOWN].decode("utf-8", "backslashreplace"),
            "dump": dump(raw[:MOST_SHOWN]),
            "cut": len(raw) > MOST_SHOWN,
            # The words of someone who asked for help are not for whoever repairs devices.
            "may_read": one.caller_id is None,
        },
    )


@may("signal.see")
@require_POST
def see(request: Request, pk: int) -> HttpResponse:
    """Someone looked at it: it leaves the list of what is to be looked at."""
    actions.mark_seen(get_object_or_404(Signal, pk=pk), by=request.user, at=timezone.now())
    return redirect("alerts:signals")


def what_is_wrong(one: Signal) -> str:
    if one.fault:
        return fault_in_words(one.fault)
    if one.device_id is None and one.caller_id is None:
        return _("Se levantó la alerta, pero ningún dispositivo usa esta cuenta: regístrela.")
    return ""


def dump(raw: bytes) -> str:
    """Position, bytes in hexadecimal and letters, sixteen bytes a row."""
    rows = []
    for start in range(0, len(raw), BYTES_A_ROW):
        piece = raw[start : start + BYTES_A_ROW]
        letters = "".join(chr(byte) if 32 <= byte < 127 else "·" for byte in piece)
        rows.append(f"{start:04x}  {piece.hex(' '):<{BYTES_A_ROW * 3 - 1}}  {letters}")
    return "\n".join(rows)
