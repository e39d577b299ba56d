"""Signals are kept as they came, and looked at by a technician when nobody could read them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from sereno.alerts import events
from sereno.alerts.models import Signal
from sereno.logbook.actions import Draft, subject_of, write, write_all
from sereno.people.models import Person


@dataclass(frozen=True)
class Frame:
    """Bytes as a channel received them, with what the channel itself knows of their sender."""

    channel: str
    raw: bytes
    received_at: datetime
    sender: str = ""
    device: int | None = None
    caller: int | None = None
    fault: str = ""


@transaction.atomic
def keep(frames: Sequence[Frame]) -> list[Signal]:
    """Keep the bytes, all in one commit; only then may their senders be answered."""
    signals = Signal.objects.bulk_create(
        Signal(
            channel=frame.channel,
            sender=frame.sender[:200],
            raw=frame.raw,
            received_at=frame.received_at,
            device_id=frame.device,
            caller_id=frame.caller,
            fault=frame.fault,
        )
        for frame in frames
    )
    write_all(
        [
            Draft(
                events.SignalFaulted(channel=signal.channel, fault=signal.fault)
                if signal.fault
                else events.SignalKept(channel=signal.channel),
                about=subject_of(signal),
                at=signal.received_at,
                by=f"person:{signal.caller_id}" if signal.caller_id else "",
            )
            for signal in signals
        ]
    )
    return signals


@transaction.atomic
def mark_seen(signal: Signal, *, by: Person, at: datetime) -> None:
    """A technician looked at a signal that could not be read."""
    if Signal.objects.filter(pk=signal.pk, seen_at=None).update(seen_at=at):
        write(events.SignalSeen(), about=signal, by=by, at=at)
