"""A template is kept once and chosen; what was frozen before keeps the one that it names."""

from datetime import date

import pytest

from sereno.logbook.models import Entry
from sereno.reports import actions
from sereno.reports.actions import Proposal
from sereno.reports.models import Edition, WordTemplate
from tests.reports import story
from tests.reports.conftest import MORNING, Council
from tests.reports.formats.stage import document


def frozen(council: Council, year: int) -> Edition:
    first, last = date(year, 1, 1), date(year, 12, 31)
    proposal = Proposal("narrative", f"informe-{year}", first, last, document())
    return actions.prepare(lambda: proposal, by=council.carmen, at=MORNING)


def test_an_edition_names_the_template_that_stood_when_it_was_frozen(council: Council) -> None:
    story.answered(1, by="person:1")
    before = frozen(council, 2024)
    template = actions.keep_template("narrative", b"PK uno", by=council.carmen, at=MORNING)
    actions.choose_template("narrative", template, by=council.marta, at=MORNING)
    within = frozen(council, 2025)
    actions.choose_template("narrative", None, by=council.marta, at=MORNING)
    after = frozen(council, 2026)
    named = [edition.document.template for edition in (before, within, after)]
    assert named == ["", template.sha256, ""]


def test_the_same_bytes_are_kept_once(council: Council) -> None:
    for _ in range(2):
        actions.keep_template("narrative", b"PK uno", by=council.carmen, at=MORNING)
    assert WordTemplate.objects.count() == 1
    assert Entry.objects.filter(event="template.kept").count() == 1


def test_what_stands_already_is_not_chosen_again(council: Council) -> None:
    with pytest.raises(actions.ChosenAlready):
        actions.choose_template("narrative", None, by=council.marta, at=MORNING)
    assert not Entry.objects.filter(event="template.adopted").exists()
