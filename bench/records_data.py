"""A million operational records of one year, poured straight into the tables of either database.

Only records that some source reads: alerts, incidents with their dispatches, activities, and the
states that devices went through. Everything follows from one seed.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

YEAR = datetime(2026, 1, 1, 5, tzinfo=UTC)
SECONDS = 365 * 24 * 3600
PARISHES, BARRIOS, PARKS, DEVICES, STATES = 17, 200, 100, 2_000, 10
ALERTS, INCIDENTS, ACTIVITIES = 550_000, 200_000, 30_000
CLASSES = ("", "real", "real", "real", "false", "false", "malicious", "test", "enquiry")
Row = tuple[Any, ...]


def build() -> int:
    """Fill the tables; how many operational records there are now."""
    from django.db import connection, transaction

    chance = Random(11)  # noqa: S311 -- figures that can be made again, not secrets
    with transaction.atomic():
        one = _town()
        pour("alerts_alert", ALERT, _alerts(chance, one))
        pour("incidents_incident", INCIDENT, _incidents(chance, one))
        pour("incidents_dispatch", DISPATCH, _dispatches(chance, one))
        pour("community_activity", ACTIVITY, _activities(chance, one))
        pour("devices_device", DEVICE, _devices(chance))
        pour("devices_condition", CONDITION, _conditions(chance))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return ALERTS + 2 * INCIDENTS + ACTIVITIES + DEVICES * STATES


def pour(table: str, columns: str, rows: Iterable[Row]) -> None:
    """COPY where there is one, else one prepared INSERT."""
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            last = f"(SELECT max(id) FROM {table})"  # noqa: S608 -- our own
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), {last})")
        else:
            marks = ", ".join("?" for _ in columns.split())
            told = (tuple(map(_sqlite, row)) for row in rows)
            question = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608 -- our own
            connection.connection.executemany(question, told)


def _sqlite(value: Any) -> Any:
    """A moment as Django keeps it there."""
    return str(value.replace(tzinfo=None)) if isinstance(value, datetime) else value


def _town() -> dict[str, int]:
    """What the records point at: an operator, a kind, a unit, parishes, barrios and parks."""
    from sereno.alerts.models import AlertKind
    from sereno.incidents.models import Unit
    from sereno.people.models import Person
    from sereno.territory.models import Barrio, Canton, Parish, Place

    canton = Canton.objects.create(code="1101", name="Loja")
    parishes = Parish.objects.bulk_create(
        Parish(pk=number, canton=canton, name=f"Parroquia {number}", kind="urban")
        for number in range(1, PARISHES + 1)
    )
    Barrio.objects.bulk_create(
        Barrio(pk=number, parish=parishes[number % PARISHES], name=f"Barrio {number}")
        for number in range(1, BARRIOS + 1)
    )
    Place.objects.bulk_create(
        Place(
            pk=number,
            kind="park",
            name=f"Parque {number}",
            parish=parishes[number % PARISHES],
            latitude=-4,
            longitude=-79,
        )
        for number in range(1, PARKS + 1)
    )
    kind = AlertKind.objects.create(
        code="bench", name="Auxilio", urgency="life", starts_on=YEAR.date()
    )
    return {
        "kind": kind.pk,
        "unit": Unit.objects.create(callsign="P-1", agency="own").pk,
        "operator": Person.objects.create_user("rosa", full_name="Rosa").pk,
    }


ALERT = (
    "id, kind_id, urgency, channel, parish_id, is_approximate, raised_at, acknowledged_at, "
    "acknowledged_by_id, classification"
)


def _moment(number: int, of: int) -> datetime:
    return YEAR + timedelta(seconds=SECONDS * number / of)


def _alerts(chance: Random, one: dict[str, int]) -> Iterator[Row]:
    for number in range(ALERTS):
        raised = _moment(number, ALERTS)
        wait = timedelta(microseconds=chance.randrange(600_000_000))
        taken = raised + wait if number % 11 else None
        yield (
            number + 1,
            one["kind"],
            "technical" if number % 13 == 0 else "life",
            "http",
            chance.randint(1, PARISHES),
            False,
            raised,
            taken,
            one["operator"] if taken else None,
            chance.choice(CLASSES),
        )


INCIDENT = (
    "id, alert_id, kind_id, known_by, parish_id, is_approximate, reference, opened_at, "
    "opened_by_id, outcome"
)


def _incidents(chance: Random, one: dict[str, int]) -> Iterator[Row]:
    for number in range(INCIDENTS):
        alert = None if number % 5 == 0 else 1 + number * ALERTS // INCIDENTS
        at = _moment(number, INCIDENTS) + timedelta(seconds=chance.randrange(300))
        parish = chance.randint(1, PARISHES)
        known = "device" if alert else "patrol"
        yield (
            number + 1,
            alert,
            one["kind"],
            known,
            parish,
            False,
            "",
            at,
            one["operator"],
            "",
        )


DISPATCH = (
    "id, incident_id, unit_id, is_crew, agency_code, sent_at, sent_by_id, arrived_at, cleared_at"
)


def _dispatches(chance: Random, one: dict[str, int]) -> Iterator[Row]:
    for number in range(INCIDENTS):
        sent = _moment(number, INCIDENTS) + timedelta(seconds=400)
        arrived = sent + timedelta(microseconds=chance.randrange(1_800_000_000))
        yield (
            number + 1,
            number + 1,
            one["unit"],
            True,
            "",
            sent,
            one["operator"],
            arrived if number % 9 else None,
            arrived + timedelta(hours=1),
        )


ACTIVITY = (
    "id, kind, title, parish_id, barrio_id, partners, planned_for, planned_by_id, held_at, "
    "attendance, cancelled_because"
)


def _activities(chance: Random, one: dict[str, int]) -> Iterator[Row]:
    for number in range(ACTIVITIES):
        at = _moment(number, ACTIVITIES)
        kind = ("training", "joint_operation", "drill")[number % 3]
        barrio = chance.randint(1, BARRIOS)
        yield (
            number + 1,
            kind,
            "Actividad",
            1 + barrio % PARISHES,
            barrio,
            "",
            at,
            one["operator"],
            at if number % 10 else None,
            chance.randrange(120) if number % 4 else None,
            "",
        )


DEVICE = (
    "id, code, kind, name, key_hash, parish_id, barrio_id, place_id, state, state_since, "
    "cause, note"
)


def _devices(chance: Random) -> Iterator[Row]:
    for number in range(1, DEVICES + 1):
        kind = ("camera", "community_alarm", "panic_button", "vehicle")[number % 4]
        barrio = chance.randint(1, BARRIOS)
        place = chance.randint(1, PARKS) if number % 7 == 0 else None
        yield (
            number,
            f"D-{number}",
            kind,
            "Equipo",
            "",
            1 + barrio % PARISHES,
            barrio,
            place,
            "operating",
            YEAR,
            "",
            "",
        )


CONDITION = "id, device_id, state, cause, starts_at, ends_at"


def _conditions(chance: Random) -> Iterator[Row]:
    for device in range(1, DEVICES + 1):
        for number in range(STATES):
            state = "operating" if number % 2 == 0 else chance.choice(["out", "intermittent"])
            begins = _moment(number, STATES) + timedelta(seconds=device)
            ends = _moment(number + 1, STATES) + timedelta(seconds=device)
            yield (
                (device - 1) * STATES + number + 1,
                device,
                state,
                "link" if state == "out" else "",
                begins,
                ends if number + 1 < STATES else None,
            )
