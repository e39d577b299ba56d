"""The year of the story, told to the rooms: alerts, incidents and activities, in bulk.

The rooms return the lines that tell of it, for the logbook wants them in the order of time.
"""

import json
from collections.abc import Sequence

from sereno.alerts import events
from sereno.alerts.models import Alert, Signal
from sereno.community import actions as community
from sereno.example.cast import Cast, pk_of
from sereno.example.story.facts import Case, Cry, Meeting
from sereno.incidents import actions as incidents
from sereno.logbook.actions import Draft

ROWS = 500


def answer_calls(cast: Cast, cases: Sequence[Case]) -> list[Draft]:
    """Every case of the year: its alert where there was one, and its incident."""
    cries = [(case, case.cry) for case in cases if case.cry]
    alerts = Alert.objects.bulk_create(
        [_alert(cast, case, cry) for case, cry in cries], batch_size=ROWS
    )
    alert_of = {id(case): alert for (case, _), alert in zip(cries, alerts, strict=True)}
    signals = Signal.objects.bulk_create(
        [one for case, cry in cries for one in _signals(cry, alert_of[id(case)])], batch_size=ROWS
    )
    drafts: list[Draft] = []
    heard = iter(signals)
    for (case, cry), alert in zip(cries, alerts, strict=True):
        kept = [next(heard) for _ in range(1 + len(cry.repeated_at))]
        drafts += _lines(cast, case, cry, alert, kept)
    _, answered = incidents.remember(
        [_answered(cast, case, alert_of.get(id(case))) for case in cases]
    )
    return drafts + answered


def meet(cast: Cast, meetings: Sequence[Meeting]) -> list[Draft]:
    """Every activity of the year, and those already planned."""
    _, drafts = community.remember(
        [
            community.Past(
                kind=meeting.kind,
                title=meeting.title,
                by=cast.people[meeting.planned_by],
                planned_at=meeting.planned_at,
                planned_for=meeting.planned_for,
                parish=cast.parishes[meeting.parish],
                barrio=cast.barrios.get(meeting.barrio),
                partners=meeting.partners,
                held_at=meeting.held_at,
                attendance=meeting.attendance,
                cancelled_at=meeting.cancelled_at,
                cancelled_because=meeting.cancelled_because,
            )
            for meeting in meetings
        ]
    )
    return drafts


def _alert(cast: Cast, case: Case, cry: Cry) -> Alert:
    spot = case.spot
    return Alert(
        kind=cast.kinds[case.kind],
        urgency=case.urgency,
        channel=cry.channel,
        device=cast.devices.get(cry.device),
        caller=cast.people.get(cry.caller),
        parish=cast.parishes[spot.parish],
        barrio_id=pk_of(cast.barrios, spot.barrio),
        latitude=spot.latitude,
        longitude=spot.longitude,
        is_approximate=spot.is_approximate,
        raised_at=cry.raised_at,
        acknowledged_at=cry.acknowledged_at,
        acknowledged_by=cast.people[case.operator],
        classification=cry.classification,
        classified_at=cry.classified_at,
    )


def _signals(cry: Cry, alert: Alert) -> list[Signal]:
    sender, raw = _frame(cry, alert)
    return [
        Signal(
            channel=cry.channel,
            sender=sender,
            raw=raw,
            received_at=at,
            caller=alert.caller,
            understood_at=at,
            device=alert.device,
            alert=alert,
        )
        for at in (cry.raised_at, *cry.repeated_at)
    ]


def _frame(cry: Cry, alert: Alert) -> tuple[str, bytes]:
    """The sender and the bytes, as each channel would have kept them."""
    words: dict[str, str | float | None] = {"code": cry.code}
    account = (alert.device.account or "") if alert.device else ""
    if not account:
        words |= {"latitude": alert.latitude, "longitude": alert.longitude}
    raw = json.dumps(words, separators=(",", ":")).encode()
    return (f"sereno/{account}/cry" if cry.channel == "mqtt" else account), raw


def _lines(
    cast: Cast, case: Case, cry: Cry, alert: Alert, signals: Sequence[Signal]
) -> list[Draft]:
    about, by = f"alert:{alert.pk}", cast.who(case.operator)
    kept = events.SignalKept(channel=cry.channel)
    caller = cast.who(cry.caller) if cry.caller else ""
    first, *again = [f"signal:{signal.pk}" for signal in signals]
    raised = events.AlertRaised(urgency=case.urgency, kind=case.kind)
    drafts = [
        Draft(kept, about=first, at=cry.raised_at, by=caller),
        Draft(raised, about=about, at=cry.raised_at, after=first),
    ]
    for signal, at in zip(again, cry.repeated_at, strict=True):
        repeated = events.AlertRepeated(signal=signal)
        drafts.append(Draft(kept, about=signal, at=at, by=caller))
        drafts.append(Draft(repeated, about=about, at=at, after=signal))
    classified = events.AlertClassified(classification=cry.classification)
    return [
        *drafts,
        Draft(events.AlertAcknowledged(), about=about, at=cry.acknowledged_at, by=by),
        Draft(classified, about=about, at=cry.classified_at, by=by),
    ]


def _answered(cast: Cast, case: Case, alert: Alert | None) -> incidents.Answered:
    spot, answer = case.spot, case.answer
    return incidents.Answered(
        kind=cast.kinds[case.kind],
        by=cast.people[case.operator],
        opened_at=answer.opened_at,
        alert=alert,
        known_by=answer.known_by,
        parish=cast.parishes[spot.parish],
        barrio=cast.barrios.get(spot.barrio),
        latitude=spot.latitude,
        longitude=spot.longitude,
        is_approximate=spot.is_approximate,
        legs=tuple(
            incidents.Leg(
                unit=cast.units[leg.unit],
                sent_at=leg.sent_at,
                arrived_at=leg.arrived_at,
                cleared_at=leg.cleared_at,
                agency_code=leg.agency_code,
            )
            for leg in answer.legs
        ),
        closed_at=answer.closed_at,
        outcome=answer.outcome,
    )
