"""What a year asks of a target: closings and looks, late, returned, covered and ahead."""

from datetime import date

import pytest

from sereno.results.rules.year import Mark, Numbers, Span, Wait, count, marks, pressing

YEAR = Span("quantity", date(2026, 1, 1), date(2026, 12, 31))
JUNE = date(2026, 6, 15)


def waits(span: Span, numbers: Numbers, *, today: date = JUNE) -> dict[int, Wait]:
    return {mark.day.month: mark.wait for mark in marks(span, numbers, year=2026, today=today)}


def test_a_target_that_runs_all_year_is_looked_at_each_month_and_closed_once() -> None:
    found = marks(YEAR, Numbers(), year=2026, today=JUNE)
    assert [mark.day.month for mark in found] == list(range(1, 13))
    assert [mark.closes for mark in found] == [False] * 11 + [True]


def test_of_the_looks_that_passed_only_the_newest_asks() -> None:
    found = waits(YEAR, Numbers())
    assert [found[month] for month in range(1, 7)] == [Wait.COVERED] * 4 + [Wait.STALE, Wait.SOON]
    assert {found[month] for month in range(8, 13)} == {Wait.AHEAD}


def test_an_approved_number_covers_every_look_up_to_its_last_day() -> None:
    found = waits(YEAR, Numbers(approved=date(2026, 4, 30)))
    assert [found[month] for month in (1, 4, 5)] == [Wait.DONE, Wait.DONE, Wait.STALE]


def test_a_number_on_its_way_waits_where_it_is_due() -> None:
    may = Numbers(approved=date(2026, 3, 31), drafts={date(2026, 5, 31): False})
    assert waits(YEAR, may)[5] is Wait.TO_REVIEW
    assert waits(YEAR, Numbers(drafts={date(2026, 5, 10): True}))[5] is Wait.TO_APPROVE
    assert waits(YEAR, Numbers(returned=date(2026, 5, 31)))[5] is Wait.RETURNED


def test_the_months_that_came_together_wait_each_where_it_is_due() -> None:
    told = Numbers(drafts={date(2026, 4, 30): True, date(2026, 5, 31): False})
    found = waits(YEAR, told)
    assert [found[month] for month in (3, 4, 5)] == [Wait.COVERED, Wait.TO_APPROVE, Wait.TO_REVIEW]


def test_a_period_that_ended_without_its_number_is_late_and_stays_so() -> None:
    first = Span("quantity", date(2026, 1, 1), date(2026, 3, 31))
    assert waits(first, Numbers())[3] is Wait.LATE
    assert waits(first, Numbers(approved=date(2026, 3, 30)))[3] is Wait.LATE
    assert waits(first, Numbers(approved=date(2026, 3, 31)))[3] is Wait.DONE
    assert marks(first, Numbers(), year=2025, today=JUNE) == []


def test_a_document_is_due_on_its_last_day_only() -> None:
    paper = Span("milestone", date(2025, 1, 1), date(2026, 8, 20))
    assert marks(paper, Numbers(), year=2026, today=JUNE) == [
        Mark(date(2026, 8, 20), closes=True, wait=Wait.AHEAD)
    ]


@pytest.mark.parametrize(("every", "months"), [(90, [3, 6, 9, 12]), (180, [6, 12]), (15, 12)])
def test_a_rhythm_asks_where_an_occasion_falls(every: int, months: object) -> None:
    span = Span("frequency", date(2026, 1, 1), date(2026, 12, 31), every)
    found = marks(span, Numbers(), year=2026, today=JUNE)
    asked = [mark.day.month for mark in found]
    assert (asked if isinstance(months, list) else len(asked)) == months
    assert sum(mark.occasions for mark in found) == 365 // every


def test_what_presses_most_stands_for_a_cell_and_all_are_counted() -> None:
    found = marks(YEAR, Numbers(), year=2026, today=JUNE)
    assert pressing(found) is Wait.STALE
    assert count(found)[Wait.COVERED] == 4
