"""The tables of plans say what their documents say, in other words and with the same figures."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from sereno.example import drafts, files, tables
from sereno.plans.models import OrgUnit

MATRIX, PLAN, REPORT = "8631d527f36341db", "c0a094adf32f2c3c", "02648dad7272707b"
Page = dict[str, Any]
PAGES = {page["code"]: page for page in drafts.pages()}
WORDS_ALIKE = 12  # so many words in a row would be a sentence of the document


def read(mark: str) -> str:
    """A real document, where this machine has it."""
    for above in Path(__file__).resolve().parents:
        found = sorted((above / "shared" / "documents").glob(f"*{mark}*"))
        if found:
            return found[0].read_text(encoding="utf-8")
    pytest.skip(f"shared document {mark} is not on this machine")


def projects(code: str) -> list[Page]:
    return [
        project
        for component in PAGES[code]["components"]
        for objective in component["objectives"]
        for project in objective["projects"]
    ]


def indicators(code: str) -> list[Page]:
    return [one for project in projects(code) for one in project["indicators"]]


def test_forty_four_activities_stand_under_nine_objectives() -> None:
    rows = [row for row in files.table("plans/candidacy") if row["objective"] != "10"]
    counted = Counter(row["objective"] for row in rows)
    assert counted == {"1": 4, "3": 7, "4": 4, "5": 3, "6": 5, "7": 8, "8": 6, "9": 7}
    assert len({row["project"] for row in rows}) == 44
    components = PAGES["plan-cantonal-2023-2026"]["components"]
    assert [len(one["objectives"]) for one in components] == [2, 3, 1, 2, 1, 1]


def test_years_that_a_document_does_not_tell_are_said_to_be_unknown() -> None:
    periods = {
        one["name"]: (one["starts_on"][:4], one["ends_on"][:4], bool(one["period_note"]))
        for one in projects("plan-cantonal-2023-2026")
    }
    assert periods["Cuidado de las cuencas que dan agua"] == ("2023", "2025", False)
    assert periods["Senderos ecológicos a cargo de promotores de barrio"] == (
        "2024",
        "2026",
        False,
    )
    assert periods["Observatorio de movilidad"] == ("2023", "2026", True)
    assert periods["Loja Digital"] == ("2023", "2026", True)


def test_every_problem_is_tied_to_an_objective_of_its_plan() -> None:
    problems = PAGES["plan-cantonal-2023-2026"]["problems"]
    assert len(problems) == 153
    assert len({one["text"] for one in problems}) == 153
    assert all(one["objectives"] for one in problems)
    assert {number for one in problems for number in one["objectives"]} <= {
        f"{place}.{number}"
        for place, component in enumerate(PAGES["plan-cantonal-2023-2026"]["components"], 1)
        for number, _ in enumerate(component["objectives"], 1)
    }


def test_a_hundred_and_thirty_seven_goals_stand_under_their_units() -> None:
    found = indicators("metas-municipales-2019")
    assert len(found) == len({one["slug"] for one in found}) == 137
    assert Counter(one["achieved"] for one in found) == {
        tables.UNKNOWN: 122,
        tables.NOT_APPLICABLE: 15,
    }
    assert sum(one["note"] == tables.ONLY_STUDIES for one in found) == 32


def test_the_chart_hangs_together() -> None:
    units = tables.chart()
    assert {row["level"] for row in units.values()} == set(OrgUnit.Level.values)
    assert len({row["name"] for row in units.values()}) == len(units)
    coded = [(row["level"], row["code"]) for row in units.values() if row["code"]]
    assert len(set(coded)) == len(coded)
    keys = list(units)
    for row in units.values():
        assert not row["parent"] or keys.index(row["parent"]) < keys.index(row["key"])
    assert {row["unit"] for row in files.table("plans/works-2019")} <= set(units)


def test_no_mark_of_years_and_no_objective_is_unknown() -> None:
    for row in files.table("plans/candidacy"):
        assert row["years"] in tables.MARKS or re.fullmatch(r"202\d(-202\d)?", row["years"])
    for code in ("plan-cantonal-2023-2026", "consejo-2020", "otra-ciudad-quito-2021"):
        known = {o["code"] for c in PAGES[code]["components"] for o in c["objectives"]}
        rows = files.table(f"plans/{PAGES[code]['goals']}")
        assert {row["objective"] for row in rows} <= known
        assert len({row["slug"] for row in rows if row["slug"]}) == sum(
            bool(r["slug"]) for r in rows
        )


def test_the_matrix_of_goals_is_carried_row_by_row() -> None:
    said = [line.split("\t") for line in read(MATRIX).splitlines()]
    document = [cells for cells in said if len(cells) == 5 and cells[0][:1].isdigit()]
    rows = files.table("plans/works-2019")
    assert len(document) == len(rows) == 137
    for row, (_, _, _, _, goal) in zip(rows, document, strict=True):
        share = re.match(r"(\d+)%", goal)
        assert row["share"] == (share[1] if share else "")
        assert bool(row["state"]) == ("estudios" in goal)


def test_the_activities_have_the_numbers_of_the_document() -> None:
    said = [line.split("\t") for line in read(PLAN).splitlines() if "\tX" in line]
    distinct = {cells[0]: cells for cells in said}
    rows = [row for row in files.table("plans/candidacy") if row["objective"] != "10"]
    assert len(distinct) == len(rows) == 44
    for row, cells in zip(rows, distinct.values(), strict=True):
        number = re.search(r"\d+", cells[2].replace("un documento", "").replace("12 años", ""))
        assert row["value"] == (number[0] if number else ""), row["project"]


def test_the_money_and_the_actions_of_the_other_city_are_those_of_its_report() -> None:
    text = read(REPORT)
    for row in files.table("plans/quito-2021"):
        if row["achieved"]:
            assert re.search(rf"\b{row['achieved']}\b", text), row["indicator"]


@pytest.mark.parametrize("mark", [MATRIX, PLAN, REPORT])
def test_no_sentence_of_a_document_is_kept(mark: str) -> None:
    document = " ".join(re.findall(r"\w+", read(mark).lower()))
    for code in PAGES:
        for one in indicators(code):
            for text in (one["name"], one.get("note", ""), one["targets"][0]["condition"]):
                words = re.findall(r"\w+", text.lower())
                runs = (" ".join(words[at : at + WORDS_ALIKE]) for at in range(len(words)))
                whole = [run for run in runs if run.count(" ") == WORDS_ALIKE - 1]
                assert not [run for run in whole if run in document], text


def test_what_has_no_table_is_left_as_it_is() -> None:
    page = {"code": "x", "components": []}
    assert tables.filled(page) is page
    assert all(one != other for one, other in pairwise(PAGES))
