"""The worked cases of the arithmetic, worked out again for whoever asks."""

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from django.conf import settings

from sereno.plans.rules.printing import share
from sereno.results.rules.cases import Case, read
from sereno.results.templatetags.results import off_words, progress_words
from sereno.web.rules import exact

FILE = Path(settings.BASE_DIR) / "tests" / "results" / "cases.toml"


@dataclass(frozen=True)
class Worked:
    """A case, what came out of it in words, and where that is not what it says."""

    case: Case
    said: str
    differences: list[str]


def worked() -> list[tuple[str, list[Worked]]]:
    """Every case under its group, in the order of the file; none where it was not brought along."""
    if not FILE.is_file():
        return []
    cases = read(FILE.read_text(encoding="utf-8"))
    return [
        (group, [_worked(case) for case in of_group])
        for group, of_group in groupby(cases, key=lambda case: case.group)
    ]


def _worked(case: Case) -> Worked:
    progress = case.account().progress
    said = progress_words(progress.state)
    if progress.off and progress.ratio is not None:
        said = off_words(progress.ratio)
    elif progress.ratio:
        said = f"{share(exact(progress.ratio * 100, 1))}, {said}"
    return Worked(case, said, case.differences())
