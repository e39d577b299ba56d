"""One cry for help told by hand in the logbook, as the rooms of operations would write it."""

from datetime import UTC, datetime, timedelta

from sereno.alerts import events as alerts
from sereno.incidents import events as incidents
from sereno.logbook.actions import Draft, write_all

NIGHT = datetime(2026, 3, 7, 2, 4, 7, tzinfo=UTC)


def answered(number: int, *, by: str, at: datetime = NIGHT) -> None:
    """From the signal to the end of the incident, seven minutes to arrive."""
    signal, alert, incident = f"signal:{number}", f"alert:{number}", f"incident:{number}"

    def after(seconds: float) -> datetime:
        return at + timedelta(seconds=seconds)

    write_all(
        [
            Draft(alerts.SignalKept("neighbour"), about=signal, at=at),
            Draft(alerts.AlertRaised("life", "robbery"), about=alert, at=at, after=signal),
            Draft(alerts.AlertAcknowledged(), about=alert, by=by, at=after(20)),
            Draft(
                incidents.IncidentOpened("robbery", "neighbour"),
                about=incident,
                by=by,
                at=after(25),
                after=alert,
            ),
            Draft(incidents.UnitSent("P-1", "police"), about=incident, by=by, at=after(40)),
            Draft(incidents.UnitArrived("P-1"), about=incident, by=by, at=after(420)),
            Draft(incidents.IncidentClosed("attended"), about=incident, by=by, at=after(900)),
        ]
    )
