"""Lines are numbered without a gap, chained, and tied to what they answer."""

from contextlib import suppress
from datetime import UTC, datetime
from threading import Thread

import pytest
from django.db import connection, transaction

from sereno.logbook import queries
from sereno.logbook.actions import Draft, subject_of, write, write_all
from sereno.logbook.models import Cursor, Entry
from tests.logbook.words import LampLit

NINE = datetime(2026, 3, 1, 9, tzinfo=UTC)


def lit(subject: str, *, after: str = "") -> Draft:
    return Draft(LampLit(), about=subject, at=NINE, after=after)


@pytest.mark.django_db
def test_lines_are_numbered_from_one_without_a_gap() -> None:
    write_all([lit("lamp:1"), lit("lamp:2")])
    write_all([lit("lamp:1")])
    assert [entry.number for entry in Entry.objects.order_by("number")] == [1, 2, 3]
    assert queries.first_break() is None


@pytest.mark.django_db
def test_a_line_follows_the_newest_one_about_its_subject() -> None:
    first, other, second = write_all([lit("lamp:1"), lit("lamp:2"), lit("lamp:1")])
    assert (first.after, other.after, second.after) == (None, None, first.number)


@pytest.mark.django_db
def test_a_line_can_answer_another_thing() -> None:
    first = write_all([lit("lamp:1")])[0]
    answer = write_all([lit("watch:1", after="lamp:1")])[0]
    assert answer.after == first.number


@pytest.mark.django_db
def test_a_line_about_a_thing_carries_its_word_and_its_author() -> None:
    lamp, watchman = Cursor(pk="a lamp"), Cursor(pk="luis")
    line = write(LampLit(colour="red"), about=lamp, by=watchman, at=NINE)
    entry = Entry.objects.get(number=line.number)
    assert entry.line() == line
    assert (entry.subject, entry.actor) == (subject_of(lamp), subject_of(watchman))
    assert entry.data == {"colour": "red"}


@pytest.mark.django_db
def test_an_act_that_fails_leaves_no_line_and_no_gap() -> None:
    write_all([lit("lamp:1")])
    with suppress(ZeroDivisionError), transaction.atomic():
        write_all([lit("lamp:2")])
        _ = 1 / 0
    write_all([lit("lamp:3")])
    assert [entry.subject for entry in Entry.objects.order_by("number")] == ["lamp:1", "lamp:3"]
    assert queries.first_break() is None


@pytest.mark.django_db
def test_the_chain_of_a_subject_reaches_back_to_the_first_thing() -> None:
    write_all([lit("signal:1"), lit("signal:2"), lit("alert:1", after="signal:1")])
    write_all([lit("alert:1"), lit("incident:1", after="alert:1"), lit("incident:1")])
    story = [entry.subject for entry in queries.chain("incident:1")]
    assert story == ["signal:1", "alert:1", "alert:1", "incident:1", "incident:1"]
    assert queries.chain("incident:404") == []


@pytest.mark.django_db(transaction=True)
def test_many_writers_at_once_keep_one_chain() -> None:
    def work(name: int) -> None:
        for turn in range(5):
            write_all([lit(f"lamp:{name}"), lit(f"lamp:{name}-{turn}")])
        connection.close()

    writers = [Thread(target=work, args=(name,)) for name in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert Entry.objects.count() == 40
    assert queries.first_break() is None
