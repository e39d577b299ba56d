"""What can happen to a signal and an alert."""

from dataclasses import dataclass

from sereno.logbook.events import Audience, Event


@dataclass(frozen=True)
class SignalKept(Event):
    """Bytes arrived and are safe; only now is the sender answered."""

    name = "signal.kept"
    audience = Audience.SIGNALS
    channel: str


@dataclass(frozen=True)
class SignalFaulted(Event):
    """The bytes are safe but could not be understood; a technician must look."""

    name = "signal.faulted"
    audience = Audience.SIGNALS
    channel: str
    fault: str


@dataclass(frozen=True)
class SignalSeen(Event):
    """A technician looked at a signal that could not be understood."""

    name = "signal.seen"
    audience = Audience.SIGNALS


@dataclass(frozen=True)
class AlertRaised(Event):
    """A signal was understood as a call for help."""

    name = "alert.raised"
    audience = Audience.OPERATIONS
    urgency: str
    kind: str


@dataclass(frozen=True)
class AlertRepeated(Event):
    """Another signal joined an open alert."""

    name = "alert.repeated"
    audience = Audience.OPERATIONS
    signal: str


@dataclass(frozen=True)
class AlertLocated(Event):
    """Whoever cried is now known to be at a point, no longer only somewhere in a barrio."""

    name = "alert.located"
    audience = Audience.OPERATIONS


@dataclass(frozen=True)
class AlertSpecified(Event):
    """Whoever cried said afterwards what is happening."""

    name = "alert.specified"
    audience = Audience.OPERATIONS
    kind: str
    urgency: str


@dataclass(frozen=True)
class AlertAcknowledged(Event):
    """An operator took the alert."""

    name = "alert.acknowledged"
    audience = Audience.OPERATIONS


@dataclass(frozen=True)
class AlertClassified(Event):
    """An operator said what the alert turned out to be."""

    name = "alert.classified"
    audience = Audience.OPERATIONS
    classification: str


@dataclass(frozen=True)
class CataloguesLoaded(Event):
    """Kinds of alert and times that were not there yet were added."""

    name = "alert.catalogues_loaded"
    audience = Audience.OPERATIONS
    kinds: int
    times: int
    seal: str = ""  # of what the kinds and the times that were added say, in their order


@dataclass(frozen=True)
class KindDescribed(Event):
    """From now on a kind of alert has this urgency and its card."""

    name = "alert.kind_described"
    audience = Audience.OPERATIONS
    kind: str
    urgency: str
    seal: str = ""  # of its name, codes and card


@dataclass(frozen=True)
class KindRetired(Event):
    """Nothing is raised as this kind any more."""

    name = "alert.kind_retired"
    audience = Audience.OPERATIONS
    kind: str


@dataclass(frozen=True)
class TimesSet(Event):
    """From a day on help is due in so many seconds; none where a step has no time."""

    name = "alert.times_set"
    audience = Audience.OPERATIONS
    urgency: str
    kind: str
    zone: str
    acknowledge: int | None
    dispatch: int | None
    arrive: int | None
    since: str
