"""The questions asked of devices by those who hear them."""

from dataclasses import dataclass

from sereno.devices.models import Device
from sereno.devices.rules import State, fingerprint


@dataclass(frozen=True)
class Known:
    """A device that proved who it is."""

    pk: int
    account: str


def keyed(key: str) -> Known | None:
    """The device this key was issued to, unless its life has ended."""
    found = (
        Device.objects.filter(key_hash=fingerprint(key))
        .exclude(state=State.RETIRED)
        .values_list("pk", "account", "code")
        .first()
    )
    return Known(found[0], found[1] or found[2]) if found else None


def numbered(account: str) -> int | None:
    """The number of the device that transmits under this account."""
    return Device.objects.filter(account=account).values_list("pk", flat=True).first()
