"""What the database counts is what it lists, of any records, periods and parishes."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as some

from sereno.alerts.models import Alert
from sereno.results.rules import rows, tally
from sereno.results.rules.rows import Period
from sereno.results.sources import SOURCES
from sereno.results.sources.counting import counted
from sereno.results.sources.source import Question
from tests.results.street import MARCH, Street, a_street

QUESTIONS = {source.question for source in SOURCES.values()}
FIRST = MARCH.starts_at
INSIDE = some.timedeltas(timedelta(0), timedelta(days=40))
WAITS = some.timedeltas(timedelta(minutes=-3), timedelta(days=3))
PLACES = some.sampled_from(["north", "south", "nowhere"])


@pytest.fixture
def street(db: None) -> Street:
    return a_street()


def of_question(question: Question, period: Period) -> Counter[object]:
    return Counter(told for _number, told in question.listed(period))


def agree(periods: Sequence[Period]) -> None:
    """Ask everything both ways."""
    together = {question: counted(question, periods) for question in QUESTIONS}
    for period in periods:
        for question in QUESTIONS:
            assert together[question][period] == of_question(question, period), (question, period)
        for source in SOURCES.values():
            told, listed = together[source.question][period], source.rows(period)
            counts = tally.tally_of((source.worth(one), many) for one, many in told.items())
            for formula in source.formulas:
                assert tally.found(formula, counts) == rows.FORMULAS[formula](listed), source.name


def fill(street: Street, draw: some.DataObject) -> None:
    """Some records of every kind that a source reads, at moments down to the microsecond."""
    places = {"north": street.north, "south": street.south}
    for number in range(draw.draw(some.integers(1, 8))):
        at, place = FIRST + draw.draw(INSIDE), draw.draw(PLACES)
        alert = street.alert(
            raised_at=at,
            taken_after=draw.draw(some.none() | WAITS.map(timedelta.total_seconds)),
            classification=draw.draw(some.sampled_from(["", "real", "false", "test"])),
            urgency=draw.draw(some.sampled_from(["life", "technical"])),
            parish=places.get(place),
        )
        if place == "nowhere":
            Alert.objects.filter(pk=alert.pk).update(parish=None)
            alert.refresh_from_db()
        arrived = draw.draw(some.lists(some.none() | some.floats(-2, 4000), max_size=3))
        street.incident(alert if number % 3 else None, *arrived, opened_at=at)
        barrio, park = street.barrio(places.get(place)), street.place(parish=places.get(place))
        street.device(
            (draw.draw(some.sampled_from(["operating", "out", "retired"])), at, None),
            parish=places.get(place),
            barrio=barrio,
            place=park,
        )
        street.activity(
            draw.draw(some.sampled_from(["training", "joint_operation"])),
            held_at=draw.draw(some.just(at) | some.none()),
            attendance=draw.draw(some.none() | some.integers(0, 300)),
            barrio=barrio,
            parish=places.get(place),
        )


@examples(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.data())
def test_counting_and_listing_agree(street: Street, draw: some.DataObject) -> None:
    with transaction.atomic():
        fill(street, draw)
        agree(_periods(street, draw))
        transaction.set_rollback(True)


def _periods(street: Street, draw: some.DataObject) -> list[Period]:
    """From every moment to every later one, of some parishes or of the whole canton."""
    moments = [FIRST, *(FIRST + draw.draw(INSIDE) for _ in range(2)), MARCH.ends_at]
    edges = sorted(set(moments))
    parishes = [None, street.north.pk, street.south.pk]
    return [
        Period(first, last, parish)
        for number, first in enumerate(edges)
        for last in edges[number + 1 :]
        for parish in draw.draw(some.sets(some.sampled_from(parishes), min_size=1))
    ]


def test_whole_minutes_are_rounded_as_by_hand_at_every_half_of_a_hundredth(street: Street) -> None:
    waits = [-0.9, -0.3, 0, 0.299999, 0.3, 0.300001, 0.9, 29.7, 86_399.7, 2_678_400.300001]
    made = {street.alert(taken_after=wait).pk: wait for wait in waits}
    found = SOURCES["alerts.minutes_to_acknowledge"].rows(MARCH)
    by_hand = {f"alert:{number}": rows.minutes(wait) for number, wait in made.items()}
    assert {row.record: row.value for row in found} == by_hand
    assert counted(SOURCES["alerts.minutes_to_acknowledge"].question, [MARCH])[MARCH].total() == 10
    agree([MARCH])


def test_many_periods_and_parishes_share_one_scan(street: Street) -> None:
    for number in range(20):
        street.alert(raised_at=FIRST + timedelta(days=number), parish=street.south)
    days = [FIRST + timedelta(days=number) for number in range(30)]
    periods = [
        Period(first, first + timedelta(days=length), parish)
        for first in days
        for length in (1, 7)
        for parish in (None, street.north.pk, street.south.pk)
    ]
    question = SOURCES["alerts.real"].question
    with CaptureQueriesContext(connection) as asked:
        found = counted(question, periods)
    assert len(asked) == 1
    assert len(found) == len(periods)
    assert found[periods[0]] == {"real": 1}
    assert found[periods[1]] == {}
    week: datetime = days[0]
    assert found[Period(week, week + timedelta(days=7), street.south.pk)] == {"real": 7}


def test_all_classes_are_told_by_one_question() -> None:
    classes = {SOURCES[name].question for name in SOURCES if name.startswith("alerts.")}
    assert len(classes) == 2
