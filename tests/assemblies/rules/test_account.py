"""The table of a year: unknown is never zero, and what is open does not vanish."""

from datetime import date
from decimal import Decimal

from sereno.assemblies.rules.account import Asked, Step, belongs, row, tally
from sereno.web.rules import Absent

END = date(2026, 12, 31)
HALF = Step(date(2026, 6, 30), "La mitad", Decimal(50), "https://example.org/a")
ALL = Step(date(2027, 3, 1), "Todo", Decimal(100), "https://example.org/b")


def test_nobody_said_anything_is_unknown_and_not_zero() -> None:
    told = row(Asked(2025, "Alarmas"), until=END)
    assert told.percent == Absent.UNKNOWN
    assert told.result == ""


def test_zero_was_said_by_someone() -> None:
    said = Step(date(2026, 6, 30), "No empezó", Decimal(0))
    assert row(Asked(2025, "Alarmas", steps=[said]), until=END).percent == Decimal(0)


def test_the_last_word_up_to_the_day_counts() -> None:
    asked = Asked(2025, "Alarmas", steps=[ALL, HALF])
    assert row(asked, until=END).percent == Decimal(50)
    assert row(asked, until=date(2027, 12, 31)).percent == Decimal(100)
    assert row(asked, until=END).evidence == "https://example.org/a"


def test_of_two_words_of_one_day_the_later_counts() -> None:
    again = Step(HALF.as_of, "Corregido", Decimal(40))
    assert row(Asked(2025, "Alarmas", steps=[HALF, again]), until=END).percent == Decimal(40)


def test_a_later_word_without_a_number_is_unknown() -> None:
    lost = Step(date(2026, 9, 1), "Se perdió la cuenta", None)
    assert row(Asked(2025, "Alarmas", steps=[HALF, lost]), until=END).percent == Absent.UNKNOWN


def test_a_no_has_a_reason_and_no_percentage() -> None:
    asked = Asked(2025, "Drones", refused_on=date(2026, 6, 1), because="No es competencia")
    told = row(asked, until=END)
    assert (told.percent, told.result) == (Absent.NOT_APPLICABLE, "No es competencia")
    assert row(asked, until=date(2026, 5, 1)).percent == Absent.UNKNOWN


def test_last_year_is_told_and_what_is_open_of_older_years() -> None:
    assert belongs(Asked(2025, "x"), year=2026)
    assert not belongs(Asked(2026, "x"), year=2026)
    assert belongs(Asked(2023, "x", steps=[HALF]), year=2027)
    assert belongs(Asked(2023, "x"), year=2027)
    assert belongs(Asked(2023, "x", steps=[HALF, ALL]), year=2027)
    assert not belongs(Asked(2023, "x", steps=[HALF, ALL]), year=2028)
    assert not belongs(Asked(2023, "x", refused_on=date(2024, 1, 1)), year=2026)


def test_the_tally_keeps_the_four_apart() -> None:
    rows = [
        row(Asked(2025, "a", steps=[HALF]), until=END),
        row(Asked(2025, "b", steps=[ALL]), until=date(2027, 12, 31)),
        row(Asked(2025, "c", committed_on=date(2026, 3, 1)), until=END),
        row(Asked(2025, "e"), until=END),
        row(Asked(2025, "f", committed_on=date(2027, 3, 1)), until=END),
        row(Asked(2025, "d", refused_on=END), until=END),
    ]
    counted = tally(rows)
    assert (counted.kept, counted.under_way, counted.unknown, counted.refused) == (1, 1, 1, 1)
    assert counted.unanswered == 2
    assert counted.committed == 3
