"""What documents are made of: figures once, kept back where few people are behind them."""

from datetime import date

import pytest

from sereno.reports.queries.papers import names_somebody
from sereno.reports.queries.papers.paper import (
    KEPT_BACK,
    cited,
    paragraphs,
    said,
    years_words,
)
from sereno.reports.rules.document import Shown
from sereno.results.models import Evidence
from sereno.territory.models import Parish
from tests.reports.conftest import MORNING
from tests.reports.queries.papers.conftest import Scene


def test_a_figure_is_cited_once_with_its_sheet(scene: Scene) -> None:
    (one,) = cited([scene.figure, scene.figure])
    assert one.value == "7"
    assert one.sheet == scene.figure.measurement.worksheet


def test_a_figure_names_what_shows_it(scene: Scene) -> None:
    for title, link in (("Lista", "https://example.org/lista"), ("Acta de 1710034065", "")):
        Evidence.objects.create(
            measurement=scene.figure.measurement,
            title=title,
            link=link,
            file="" if link else "x.pdf",
            sha256="" if link else "a" * 64,
            added_at=MORNING,
            added_by=scene.council.carmen,
        )
    (one,) = cited([scene.figure])
    assert one.evidence == (
        Shown("Lista", "https://example.org/lista"),
        Shown("Acta de 1710034065", "a" * 64),
    )
    draft = scene.draft("narrative", "2026")
    assert draft.document.figures == (one,)
    assert names_somebody(draft.document) == [f"{one.slug}, Acta de 1710034065"]


def test_a_figure_of_few_people_in_a_parish_is_kept_back(scene: Scene, parish: Parish) -> None:
    scene.council.target.parish = parish
    scene.council.target.save()
    scene.figure.refresh_from_db()
    assert said(scene.figure) == KEPT_BACK
    (one,) = cited([scene.figure])
    assert (one.printed, one.sheet, one.value, one.evidence) == (KEPT_BACK, "", "", ())


@pytest.fixture
def parish(scene: Scene) -> Parish:
    return scene.council.parish


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2025, 1, 1), date(2027, 12, 31), "2025-2027"),
        (date(2025, 3, 1), date(2025, 12, 31), "01/03/2025 - 31/12/2025"),
    ],
)
def test_a_time_is_written_as_plans_write_it(first: date, last: date, words: str) -> None:
    assert years_words(first, last) == words


def test_a_text_becomes_its_paragraphs() -> None:
    assert paragraphs("Uno  dos\n\n tres ") == ("Uno dos", "tres")
