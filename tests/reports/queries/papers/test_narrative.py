"""Each sentence of the story has its figure; where there is none the sentence says so."""

from sereno.plans.models import Indicator
from tests.reports.queries.papers.conftest import Scene


def test_a_sentence_cites_the_figure_it_tells(scene: Scene) -> None:
    document = scene.draft("narrative", "2026").document
    (sentence,) = (one for part in document.parts for one in part.sentences if one.opens)
    assert sentence.opens == scene.figure.slug
    assert "7,0" in sentence.text
    assert "se prometió mediana de 8 minutos" in sentence.text
    assert [cited.slug for cited in document.figures] == [scene.figure.slug]
    assert document.figures[0].sheet


def test_a_goal_without_figure_says_so_and_is_lacking(scene: Scene) -> None:
    Indicator.objects.create(
        project=scene.council.project, slug="x", name="Otra cosa", unit="%", direction="rise"
    ).targets.create(
        kind="share",
        value=60,
        starts_on=scene.council.target.starts_on,
        ends_on=scene.council.target.ends_on,
    )
    draft = scene.draft("narrative", "2026")
    told = [one.text for part in draft.document.parts for one in part.sentences]
    assert any("Otra cosa: todavía no hay una cifra publicada" in text for text in told)
    assert [str(lack.words) for lack in draft.lacks] == ["Sin cifra publicada: Otra cosa"]


def test_the_meetings_of_the_year_are_told_with_how_many_came(scene: Scene) -> None:
    document = scene.draft("narrative", "2026").document
    told = " ".join(one.text for part in document.parts for one in part.sentences)
    assert "asistieron 71 personas" in told
