"""Setting up the devices of the example with their whole life, and the outages of the year."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

from sereno.devices import events
from sereno.devices.models import Condition, Device, Patience
from sereno.devices.rules import State, fingerprint
from sereno.example import files
from sereno.example.cast import Cast, device_key, pk_of
from sereno.example.story.facts import Outage
from sereno.example.story.stage import noon
from sereno.logbook.actions import Draft

PATIENCE_MINUTES = {
    "camera": 30,
    "community_alarm": 120,
    "panic_button": 26 * 60,  # a battery button says that it is there once a day
    "megaphone": 120,
    "vehicle": 30,
    "siren": 26 * 60,
}
Step = tuple[str, str, datetime]  # state, cause, since
DAYS_TO_JUDGE = 30


def install(cast: Cast, outages: Sequence[Outage], *, at: datetime, today: date) -> list[Draft]:
    rows = files.table("devices")
    lives = {row["code"]: life(row, outages, today=today) for row in rows}
    devices = Device.objects.bulk_create(
        _device(row, lives[row["code"]], cast, at=at, today=today) for row in rows
    )
    Patience.objects.bulk_create(
        Patience(kind=kind, seconds=60 * minutes) for kind, minutes in PATIENCE_MINUTES.items()
    )
    cast.devices = {device.code: device for device in devices}
    Condition.objects.bulk_create(
        [one for device in devices for one in _conditions(device, lives[device.code])],
        batch_size=500,
    )
    return [draft for device in devices for draft in _lines(device, lives[device.code], cast)]


def life(row: files.Row, outages: Sequence[Outage], *, today: date) -> list[Step]:
    """Every state a device was in, oldest first."""
    asked = files.moved(row["requested_on"], today=today) or today
    since = files.moved(row["state_since"], today=today) or today
    installed = files.moved(row["installed_on"], today=today)
    accepted = files.moved(row["accepted_on"], today=today)
    steps: list[Step] = [(State.REQUESTED, "", noon(asked))]
    if row["state"] == State.FEASIBLE:
        steps.append((State.FEASIBLE, "", noon(since)))
    if installed:
        judged = asked + timedelta(days=DAYS_TO_JUDGE)
        steps += [(State.FEASIBLE, "", noon(judged)), (State.INSTALLED, "", noon(installed))]
    if accepted:
        steps.append((State.ACCEPTED, "", noon(accepted)))
    if accepted and row["state"] != State.ACCEPTED:
        steps.append((State.OPERATING, "", noon(accepted) + timedelta(hours=20)))
        steps += _failures(row["code"], outages)
    if row["state"] == State.RETIRED:
        steps.append((State.RETIRED, "", noon(since)))
    return steps


def _failures(code: str, outages: Sequence[Outage]) -> list[Step]:
    steps: list[Step] = []
    for outage in outages:
        if outage.device == code:
            steps.append((outage.state, outage.cause, outage.starts_at))
            if outage.ends_at:
                steps.append((State.OPERATING, "", outage.ends_at))
    return steps


def _device(
    row: files.Row, steps: Sequence[Step], cast: Cast, *, at: datetime, today: date
) -> Device:
    state, cause, since = steps[-1]
    return Device(
        code=row["code"],
        kind=row["kind"],
        name=row["name"],
        account=row["account"],
        key_hash=fingerprint(device_key(row["code"])),
        parish=cast.parishes[row["parish"]],
        barrio_id=pk_of(cast.barrios, row["barrio"]),
        place_id=pk_of(cast.places, row["place"]),
        latitude=float(row["lat"]),
        longitude=float(row["lon"]),
        position_at=at if row["kind"] == "vehicle" else None,
        state=state,
        state_since=since,
        cause=cause,
        last_contact_at=_last_contact(state, since, at=at),
        life_ends_on=files.moved(row["end_of_life_on"], today=today),
        note=". ".join(text for text in (row["description"], row["note"]) if text),
    )


def _last_contact(state: str, since: datetime, *, at: datetime) -> datetime | None:
    if state in {State.OPERATING, State.INTERMITTENT}:
        return at
    return since if state in {State.OUT, State.RELOCATED, State.RETIRED} else None


def _conditions(device: Device, steps: Sequence[Step]) -> list[Condition]:
    ends = [since for _, _, since in steps[1:]]
    return [
        Condition(device=device, state=state, cause=cause, starts_at=since, ends_at=end)
        for (state, cause, since), end in zip(steps, [*ends, None], strict=True)
    ]


def _lines(device: Device, steps: Sequence[Step], cast: Cast) -> list[Draft]:
    about, by = f"device:{device.pk}", cast.who("luis")
    first = Draft(events.DeviceRequested(kind=device.kind), about=about, at=steps[0][2], by=by)
    return [
        first,
        *(
            Draft(
                events.DeviceChanged(before=before, now=now, cause=cause),
                about=about,
                at=since,
                by=cast.who("marta") if now == State.ACCEPTED else by,
            )
            for (before, _, _), (now, cause, since) in pairwise(steps)
        ),
    ]
