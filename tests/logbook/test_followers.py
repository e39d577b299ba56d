"""A follower does every line once, in order, whatever happens to its process."""

from datetime import UTC, datetime

import pytest

from sereno.logbook.actions import Draft, write_all
from sereno.logbook.followers import PAGE, Follower
from sereno.logbook.models import Cursor, Entry
from tests.logbook.words import LampLit, PurseCounted

NINE = datetime(2026, 3, 1, 9, tzinfo=UTC)
pytestmark = pytest.mark.django_db(transaction=True)


class Watchman:
    """Remembers what he was told, and can stumble on a lamp."""

    def __init__(self, stumbles_on: str = "") -> None:
        self.saw: list[str] = []
        self.stumbles_on = stumbles_on

    def look(self, lines: list[Entry]) -> None:
        for line in lines:
            if line.subject == self.stumbles_on:
                raise RuntimeError(line.subject)
            Cursor.objects.create(follower=f"saw {line.subject}")
            self.saw.append(line.subject)

    def following(self) -> Follower:
        return Follower("watchman", frozenset({LampLit.name}), self.look)


def light(*lamps: int) -> None:
    write_all([Draft(LampLit(), about=f"lamp:{lamp}", at=NINE) for lamp in lamps])


def test_a_follower_hears_only_what_it_asked_for_and_only_once() -> None:
    light(1, 2)
    write_all([Draft(PurseCounted(), about="purse:1", at=NINE)])
    light(3)
    watchman = Watchman()
    follower = watchman.following()
    assert follower.step() == 3
    assert follower.step() == 0
    assert watchman.saw == ["lamp:1", "lamp:2", "lamp:3"]


def test_a_follower_that_starts_again_goes_on_where_it_stopped() -> None:
    light(1)
    Watchman().following().step()
    light(2)
    tomorrow = Watchman()
    tomorrow.following().step()
    assert tomorrow.saw == ["lamp:2"]


def test_a_failed_step_undoes_its_acts_and_does_not_move_the_cursor() -> None:
    light(1, 2)
    with pytest.raises(RuntimeError):
        Watchman(stumbles_on="lamp:2").following().step()
    assert not Cursor.objects.filter(follower__startswith="saw").exists()
    healed = Watchman()
    healed.following().step()
    assert healed.saw == ["lamp:1", "lamp:2"]


def test_a_long_absence_is_read_page_by_page() -> None:
    light(*range(PAGE + 3))
    watchman = Watchman()
    follower = watchman.following()
    assert [follower.step(), follower.step(), follower.step()] == [PAGE, 3, 0]
    assert len(watchman.saw) == PAGE + 3
