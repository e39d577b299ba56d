"""The council says its name once, and only what changed is an act."""

from dataclasses import replace

import pytest

from sereno.logbook.models import Entry
from sereno.territory.actions import CouncilDraft, NoCanton, describe_council
from sereno.territory.models import Canton, Council
from tests.territory.ground import AT

pytestmark = pytest.mark.django_db
SAID = CouncilDraft("Consejo de Quilanga", email="consejo@quilanga.example")


def test_without_a_canton_there_is_no_council_to_describe() -> None:
    with pytest.raises(NoCanton):
        describe_council(SAID, by=None, at=AT)
    assert not Council.objects.exists()


def test_the_line_names_what_changed_and_not_what_it_says() -> None:
    Canton.objects.create(code="1112", name="Quilanga")
    describe_council(SAID, by=None, at=AT)
    describe_council(SAID, by=None, at=AT)
    describe_council(replace(SAID, telephone="(07) 000 0000"), by=None, at=AT)
    lines = Entry.objects.filter(event="council.described").order_by("number")
    assert [line.data["changed"] for line in lines] == [["name", "email"], ["telephone"]]
    assert "quilanga" not in str([line.data for line in lines]).lower()
    assert Council.objects.get().telephone == "(07) 000 0000"
