"""The watch goes on whatever a reading does: another hand may have read and accepted meanwhile."""

import pytest

from sereno.documents import actions, watch
from sereno.documents.models import Document
from sereno.documents.readers import apart
from sereno.plans.models import Plan, Target
from tests.documents.conftest import GOALS, NOON, Council, said
from tests.journeys import papers


def test_rows_accepted_by_another_hand_while_it_was_read_stay(
    council: Council, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = actions.keep("poa.xlsx", papers.excel(papers.OPERATING), by=council.carmen, at=NOON)
    read = apart.read

    def meanwhile(*told: object, **more: object) -> object:
        """A command with --accept reads the same file, and takes a row, while this one reads."""
        actions.keep_reading(document, GOALS, actions.Sheet(format="xlsx"), at=NOON)
        actions.direct(
            document, plan=plan, year=None, month=None, corrects=None, by=council.carmen, at=NOON
        )
        first = document.items.in_order()[0]
        actions.accept(document, [first], say=said, by=council.carmen, at=NOON)
        return read(*told, **more)  # type: ignore[arg-type]  # as it came

    monkeypatch.setattr(apart, "read", meanwhile)
    assert watch.read_next(lambda: NOON)
    document.refresh_from_db()
    assert (document.state, document.items.count()) == (Document.State.READ, 3)
    assert Target.objects.get().source_words == "12 parques"
    assert not watch.read_next(lambda: NOON)
