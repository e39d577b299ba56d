"""Who and what the example names, by the codes of its files, as rows of the database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.crypto import salted_hmac

from sereno.alerts.models import AlertKind
from sereno.devices.models import Device
from sereno.incidents.models import Unit
from sereno.people.models import Person
from sereno.territory.models import Barrio, Parish, Place

PASSWORD = "sereno-de-ejemplo"  # noqa: S105 -- printed at the start, good for the example alone


@dataclass
class Cast:
    """Filled while the example is set up."""

    founded_at: datetime
    parishes: dict[str, Parish] = field(default_factory=dict)
    barrios: dict[str, Barrio] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    devices: dict[str, Device] = field(default_factory=dict)
    kinds: dict[str, AlertKind] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)

    def who(self, username: str) -> str:
        """The word for a person in a line of the logbook."""
        return f"person:{self.people[username].pk}"


def pk_of(things: "Mapping[str, Barrio] | Mapping[str, Place]", code: str) -> int | None:
    return things[code].pk if code else None


def device_key(code: str) -> str:
    """The key of an example device: worked out from this installation's own secret."""
    return salted_hmac("sereno.example.device", code, algorithm="sha256").hexdigest()[:40]
