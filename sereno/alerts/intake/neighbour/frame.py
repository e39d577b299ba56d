"""Reading what a neighbour's telephone sent. Bytes in, Reading out."""

from sereno.alerts.intake.http import frame
from sereno.alerts.rules import BadFrame, Reading


def parse(raw: bytes, sender: str = "") -> Reading:
    """The same JSON as the HTTP channel; who calls is known from the sign-in, not the body.

    A cry is a cry whatever the telephone wrote beside it, so nothing is refused here.
    """
    try:
        return frame.parse(raw, sender)
    except BadFrame:
        return Reading(account=sender)
