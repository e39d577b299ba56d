"""A text is kept once, replaced by another, and never lost."""

from datetime import UTC, datetime

from sereno.logbook.models import Entry
from sereno.reports import actions
from sereno.reports.models import FreeText
from tests.reports.conftest import Council

AT = datetime(2026, 11, 24, 17, tzinfo=UTC)


def test_a_text_is_replaced_and_the_one_before_stays(council: Council) -> None:
    for text in ("Se llegó antes.", "Se llegó antes.", "Se llegó mucho antes."):
        actions.keep_texts("management", "2026", {"conclusiones": text}, by=council.carmen, at=AT)
    assert FreeText.objects.count() == 2
    assert FreeText.objects.standing().get().text == "Se llegó mucho antes."
    assert Entry.objects.filter(event="text.kept").count() == 2


def test_an_empty_text_that_never_was_changes_nothing(council: Council) -> None:
    changed = actions.keep_texts("form", "2026", {"ruc": "  "}, by=council.carmen, at=AT)
    assert changed == []
    assert not FreeText.objects.exists()


def test_the_line_of_the_logbook_holds_no_word_of_it(council: Council) -> None:
    actions.keep_texts("minutes", "deliberation:1", {"orden": "Secreto"}, by=council.carmen, at=AT)
    assert "Secreto" not in str(Entry.objects.get(event="text.kept").data)
