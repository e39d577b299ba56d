"""Every source against records whose answer is known, and with one question each."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sereno.results.rules import rows
from sereno.results.rules.rows import Period
from sereno.results.sources import SOURCES
from tests.results.street import MARCH, MORNING, Street, a_street


@pytest.fixture
def street(db: None) -> Street:
    return a_street()


def counted(source: str, period: Period = MARCH) -> list[tuple[str, str]]:
    """The rows of a source, asked for with one question."""
    with CaptureQueriesContext(connection) as queries:
        found = SOURCES[source].rows(period)
    assert len(queries) == 1
    return [(row.record, rows.plain(row.value)) for row in rows.in_order(found)]


def south(street: Street) -> Period:
    return replace(MARCH, parish=street.south.pk)


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_every_source_tells_people_what_it_is_and_asks_one_question(
    street: Street, name: str
) -> None:
    source = SOURCES[name]
    assert str(source.title)
    assert str(source.excludes).endswith(".")
    assert str(source.record)
    assert set(source.formulas) <= set(rows.FORMULAS)
    assert counted(name) == []
    assert counted(name, south(street)) == []
    assert not source.kept(MARCH)


def test_a_room_that_was_used_is_counted_from_then_on(street: Street) -> None:
    before = replace(MARCH, ends_at=MORNING - timedelta(days=1))
    street.incident(street.alert(), 5)
    street.device(("operating", MORNING, None))
    street.activity("training")
    for source in SOURCES.values():
        assert source.kept(MARCH)
        assert not source.kept(before)


def test_minutes_to_acknowledge(street: Street) -> None:
    quick = street.alert(taken_after=30)
    slow = street.alert(taken_after=100, classification="")
    far = street.alert(taken_after=60, parish=street.south)
    street.alert(classification="test")
    street.alert(urgency="technical")
    street.alert(taken_after=None)
    street.alert(raised_at=MARCH.ends_at)
    street.alert(raised_at=MARCH.starts_at - timedelta(microseconds=1))
    edge = street.alert(raised_at=MARCH.starts_at, taken_after=6)
    assert counted("alerts.minutes_to_acknowledge") == [
        (f"alert:{quick.pk}", "0.5"),
        (f"alert:{slow.pk}", "1.67"),
        (f"alert:{far.pk}", "1"),
        (f"alert:{edge.pk}", "0.1"),
    ]
    assert counted("alerts.minutes_to_acknowledge", south(street)) == [(f"alert:{far.pk}", "1")]


def test_the_classes_of_the_alerts_make_a_whole(street: Street) -> None:
    for told in ("real", "real", "real", "false", "malicious", "test", ""):
        street.alert(classification=told)
    shares = {
        name: rows.share(source.rows(MARCH))
        for name, source in SOURCES.items()
        if source.formulas == ("share", "sum") and name.startswith("alerts.")
    }
    assert len(shares) == 6
    assert shares["alerts.real"] == rows.Found(Decimal(50), Decimal(3), Decimal(6))
    assert shares["alerts.enquiry"].value == 0
    assert sum(found.numerator or 0 for found in shares.values()) == 6


def test_minutes_to_arrive_are_those_of_the_first_unit(street: Street) -> None:
    two = street.incident(street.alert(), 12, 7)
    late = street.incident(street.alert(parish=street.south), None, 9.5)
    street.incident(street.alert(), None)
    street.incident(street.alert())
    street.incident(street.alert(classification="test"), 5)
    street.incident(street.alert(raised_at=MARCH.ends_at), 5)
    patrol = street.incident(None, 4)
    assert counted("incidents.minutes_to_arrive") == [
        (f"incident:{two.pk}", "7"),
        (f"incident:{late.pk}", "9.5"),
        (f"incident:{patrol.pk}", "4"),
    ]
    assert counted("incidents.minutes_to_arrive", south(street)) == [(f"incident:{late.pk}", "9.5")]


BEFORE = MORNING - timedelta(days=60)
AFTER = MARCH.ends_at + timedelta(days=1)


@pytest.mark.parametrize(
    ("conditions", "counts"),
    [
        ([("operating", BEFORE, None)], "1"),
        ([("operating", BEFORE, AFTER), ("out", AFTER, None)], "1"),
        ([("operating", BEFORE, MORNING), ("out", MORNING, None)], "0"),
        ([("operating", BEFORE, MARCH.ends_at), ("out", MARCH.ends_at, None)], "0"),
        ([("intermittent", BEFORE, None)], "0"),
        ([("accepted", BEFORE, None)], "0"),
        ([("installed", BEFORE, None)], None),
        ([("operating", BEFORE, MORNING), ("retired", MORNING, None)], None),
        ([("operating", AFTER, None)], None),
    ],
)
def test_a_device_counts_by_the_state_it_was_in_when_the_period_ended(
    street: Street, conditions: list[tuple[str, datetime, datetime | None]], counts: str | None
) -> None:
    device = street.device(*conditions)
    expected = [] if counts is None else [(f"device:{device.pk}", counts)]
    assert counted("devices.operating") == expected
    assert counted("devices.operating", south(street)) == []


def test_a_park_is_covered_by_an_alarm_or_button_that_works(street: Street) -> None:
    works = ("operating", BEFORE, None)
    covered, filmed, broken, bare = (street.place() for _ in range(4))
    street.device(works, kind="community_alarm", place=covered)
    street.device(works, place=covered)
    street.device(works, kind="camera", place=filmed)
    street.device(("out", BEFORE, None), place=broken)
    street.device(works, place=street.place(kind="market"))
    far = street.place(parish=street.south)
    assert counted("devices.parks_covered") == [
        (f"place:{covered.pk}", "1"),
        (f"place:{filmed.pk}", "0"),
        (f"place:{broken.pk}", "0"),
        (f"place:{bare.pk}", "0"),
        (f"place:{far.pk}", "0"),
    ]
    assert counted("devices.parks_covered", south(street)) == [(f"place:{far.pk}", "0")]


def test_a_barrio_is_covered_by_what_stays_in_it(street: Street) -> None:
    works = ("operating", BEFORE, None)
    covered, passed, bare = (street.barrio() for _ in range(3))
    street.device(works, kind="camera", barrio=covered)
    street.device(works, kind="vehicle", barrio=passed)
    assert counted("devices.barrios_covered") == [
        (f"barrio:{covered.pk}", "1"),
        (f"barrio:{passed.pk}", "0"),
        (f"barrio:{bare.pk}", "0"),
    ]


def test_what_was_held_counts_and_what_was_only_planned_does_not(street: Street) -> None:
    held = street.activity("joint_operation")
    street.activity("joint_operation", held_at=None)
    street.activity("joint_operation", held_at=MARCH.ends_at)
    training = street.activity("training", attendance=25, parish=street.south)
    uncounted = street.activity("training")
    empty = street.activity("training", attendance=0)
    assert counted("community.joint_operations") == [(f"activity:{held.pk}", "1")]
    assert [record for record, _ in counted("community.trainings")] == [
        f"activity:{one.pk}" for one in (training, uncounted, empty)
    ]
    assert counted("community.people_trained") == [
        (f"activity:{training.pk}", "25"),
        (f"activity:{empty.pk}", "0"),
    ]
    assert counted("community.people_trained", south(street)) == [(f"activity:{training.pk}", "25")]


def test_a_barrio_is_trained_once_however_often(street: Street) -> None:
    reached, other = street.barrio(), street.barrio()
    street.activity("training", barrio=reached)
    street.activity("training", barrio=reached)
    street.activity("drill", barrio=other)
    assert counted("community.barrios_trained") == [
        (f"barrio:{reached.pk}", "1"),
        (f"barrio:{other.pk}", "0"),
    ]
