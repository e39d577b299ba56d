"""The account of the example is told by quarters, and whole years are settled."""

from datetime import datetime

import pytest

from sereno.example import loader
from sereno.example.actions.accounts import quarters, table
from sereno.example.story.stage import ZONE
from sereno.reports.models import Figure


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def test_quarters_are_told_once_they_were_lived() -> None:
    told = quarters(local("2025-11-21"), local("2026-11-21"))
    assert [f"{one:%Y-%m-%d %H}" for one in told] == [
        "2026-04-01 09",
        "2026-07-01 09",
        "2026-10-01 09",
    ]


def test_evidence_is_a_table_that_opens_in_a_spreadsheet() -> None:
    assert table([("capacitación", "12")]).decode() == "registro,valor\ncapacitación,12\n"


@pytest.mark.django_db
def test_a_year_that_ended_is_published_whole_beside_the_one_that_began() -> None:
    loader.load(at=local("2027-02-10T12:00"))
    figures = Figure.objects.filter(
        measurement__target__indicator__slug__startswith="minutos-en-llegar-mediana"
    ).order_by("measurement__ends_at")
    days = [
        (f"{one.starts_at.astimezone(ZONE):%Y-%m-%d}", f"{one.ends_at.astimezone(ZONE):%Y-%m-%d}")
        for one in (figure.measurement for figure in figures)
    ]
    assert days == [
        ("2026-01-01", "2026-07-01"),
        ("2026-01-01", "2026-10-01"),
        ("2026-01-01", "2027-01-01"),
        ("2027-01-01", "2027-02-10"),
    ]
