"""No role bends a published figure silently: it is refused by name, or ``verify`` names it."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db.models import Max

from sereno.logbook.models import Entry
from sereno.people.rules import Role
from sereno.verify.witness import Seen
from tests.journeys.doors import ways
from tests.journeys.doors.stage import Try, standing, undone
from tests.people.cast import enrol
from tests.verify.council import AT, Account

NAMED = {
    *("page", "API", "import", "upload replaced", "clock", "role change", "direct URL"),
    *("replayed form", "bulk action", "command line", "database role", "restored backup"),
}


def test_the_twelve_are_those_that_were_named(tmp_path: Path) -> None:
    assert set(ways.everything(tmp_path)) == NAMED
    assert len(NAMED) == 12


@pytest.mark.parametrize("role", Role, ids=str)
def test_no_role_bends_a_published_figure_silently(
    locked: Account, role: Role, tmp_path: Path
) -> None:
    person = enrol("pedro", role)
    newest = Entry.objects.get(number=Entry.objects.aggregate(last=Max("number"))["last"])
    seen = [Seen(newest.number, newest.seal, AT)]
    before = standing()
    evidence = {path: path.read_bytes() for path in Path(settings.MEDIA_ROOT).rglob("*.csv")}
    assert evidence
    for name, way in ways.everything(tmp_path).items():
        with undone():
            one = Try(locked, person, seen)
            assert one.faults() == [], name
            way(one)
            faults = one.faults()
            assert one.said or faults, f"{name}: nobody refused anything"
            assert standing() == before or faults, f"{name}: it was bent silently"
        for path, content in evidence.items():
            path.write_bytes(content)
