"""Those of this room who follow the logbook: every signal kept is understood, once."""

from collections.abc import Mapping

from sereno.alerts import actions, events
from sereno.alerts.actions import Reader
from sereno.alerts.models import Signal
from sereno.alerts.rules import BadFrame, Reading
from sereno.logbook.followers import Follower
from sereno.logbook.models import Entry

NEEDED = ("device__barrio__parish", "device__parish", "caller__barrio__parish")


def unheard_of(_raw: bytes, _sender: str) -> Reading:
    """For what another version of Sereno, or another program, kept for a channel of its own."""
    raise BadFrame("no_such_channel")


def understanding(readers: Mapping[str, Reader]) -> Follower:
    """The follower that turns kept signals into alerts, with each channel's own reader."""

    def understand(lines: list[Entry]) -> None:
        numbers = [int(line.subject.partition(":")[2]) for line in lines]
        signals = Signal.objects.select_related(*NEEDED).in_bulk(numbers)
        for number in numbers:
            signal = signals[number]
            actions.understand(signal, readers.get(signal.channel, unheard_of))

    # Small steps: while one lasts, the keeper waits for the database.
    return Follower("alerts.understand", frozenset({events.SignalKept.name}), understand, page=25)
