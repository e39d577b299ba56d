"""Reading what a neighbour's telephone sent. Bytes in, Reading out."""

from sereno.alerts.intake.http import frame
from sereno.alerts.rules import Reading


def parse(raw: bytes, sender: str = "") -> Reading:
    """The same JSON as the HTTP channel; who calls is known from the sign-in, not the body."""
    return frame.parse(raw, sender)
