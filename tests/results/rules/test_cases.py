"""The public arithmetic suite: every worked case through the function behind every page."""

from collections import Counter
from pathlib import Path

import pytest

from sereno.results.rules.cases import BadCase, Case, read

FILE = Path(__file__).parent.parent / "cases.toml"
CASES = read(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_worked_case_comes_out_as_its_reasoning_says(case: Case) -> None:
    assert case.differences() == []


def test_the_suite_is_as_wide_as_it_promises() -> None:
    assert len(CASES) >= 45
    assert sum(case.peers for case in CASES) == 9
    names = Counter(case.name for case in CASES)
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_case_gives_its_reasons_and_an_answer(case: Case) -> None:
    assert len(case.why.split()) >= 5
    assert {"value", "progress"} & set(case.expected)


WRONG = """
[[case]]
name = "malo"
group = "Prueba"
title = "La mitad de diez"
why = "Cinco de diez es la mitad."
target = "10"
actual = "5"
expected = { progress = "60", state = "on_the_way" }
"""


def test_a_wrong_answer_is_told_with_what_came_out() -> None:
    (case,) = read(WRONG)
    assert case.differences() == ["progress: 50 ≠ 60"]


@pytest.mark.parametrize(
    "change", [("target", "goal"), ("on_the_way", "halfway"), ("progress", "advance")]
)
def test_a_case_with_a_word_nobody_knows_is_refused(change: tuple[str, str]) -> None:
    with pytest.raises(BadCase, match="malo"):
        read(WRONG.replace(*change))
