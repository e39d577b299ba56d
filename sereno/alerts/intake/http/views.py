"""Receiving by HTTP: a cry is answered only once it is on the disk."""

import logging
from datetime import datetime

from django.core.cache import cache
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from sereno.alerts.actions import Frame
from sereno.alerts.intake.http import frame
from sereno.alerts.intake.keeper import keeper
from sereno.alerts.intake.pulse import pulse
from sereno.alerts.rules import BadFrame, Reading, Sense
from sereno.devices.actions import Fix
from sereno.devices.queries import keyed
from sereno.logbook.off_loop import off_loop
from sereno.people.guards import public

log = logging.getLogger(__name__)
MOST_BYTES = 16_384
STRANGERS_A_MINUTE = 30  # of one address; what strangers send is kept too, so it must have an end


@csrf_exempt
@public
async def receive(request: HttpRequest) -> JsonResponse:
    """Take one JSON body; the answers are named in docs/channels.md."""
    at = timezone.now()
    if request.method != "POST":
        return refuse(405, "use_post", headers={"Allow": "POST"})
    try:
        raw = body(request)
    except TooLarge:
        return refuse(413, "too_large")
    key = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
    try:
        device = await off_loop(keyed, key) if key else None
    except (OperationalError, InterfaceError):
        log.exception("the database does not answer")
        return unkept()
    if device is None:
        return await stranger(request, Frame("http", raw, at, fault="unknown_key"))
    try:
        reading = frame.parse(raw, device.account)
    except BadFrame as fault:
        faulty = Frame("http", raw, at, device.account, device.pk, fault=str(fault))
        return await answer(faulty, status=400)
    if reading.sense == Sense.CRY:
        return await answer(Frame("http", raw, at, device.account, device.pk))
    feel(device.pk, reading, at)
    return JsonResponse({"heard": device.account}, status=202)


class TooLarge(Exception):
    """More bytes than any device has reason to send."""


def body(request: HttpRequest) -> bytes:
    """The body, unless it says or proves to be too large."""
    raw = request.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise TooLarge
    return raw


def feel(device: int, reading: Reading, at: datetime) -> None:
    """A sign of life or a position: noted, never a signal."""
    if reading.latitude is None or reading.longitude is None:
        pulse.hear(device, at=at)
    else:
        pulse.move(device, Fix(reading.latitude, reading.longitude, at))


async def stranger(request: HttpRequest, frame: Frame) -> JsonResponse:
    """Whoever has no key gets no alert, but what they sent is kept while it is not a flood."""
    counted = f"intake-stranger:{request.META.get('REMOTE_ADDR', '')}"
    cache.add(counted, 0, timeout=60)
    if cache.incr(counted) > STRANGERS_A_MINUTE:
        return refuse(429, "too_many", headers={"Retry-After": "60"})
    return await answer(frame, status=401)


async def answer(frame: Frame, *, status: int = 202) -> JsonResponse:
    """Keep the frame and only then answer; what can not be kept is told so."""
    try:
        number = await keeper.keep(frame)
    except Exception:
        log.exception("a signal of %s could not be kept", frame.sender or "a stranger")
        return unkept()
    if frame.fault:
        return refuse(status, frame.fault, kept=number)
    return JsonResponse({"kept": number, "at": frame.received_at.isoformat()}, status=status)


def unkept() -> JsonResponse:
    """It is not on the disk: whoever sent it must send it again."""
    return refuse(503, "not_kept", headers={"Retry-After": "5"})


def refuse(
    status: int, error: str, *, kept: int | None = None, headers: dict[str, str] | None = None
) -> JsonResponse:
    known = {"kept": kept} if kept else {}
    return JsonResponse({"error": error, **known}, status=status, headers=headers)
