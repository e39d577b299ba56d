"""The witness remembers seals outside the database, and does not forget those that do not hold."""

from datetime import timedelta
from pathlib import Path

from sereno.logbook.models import Entry
from sereno.verify import witness
from tests.people.cast import enrol
from tests.verify.council import AT, Account


def test_one_line_a_day_is_kept_while_it_holds(account: Account, tmp_path: Path) -> None:
    file = tmp_path / "witness"
    for minutes in (0, 1, 60 * 24):
        enrol(f"alguien{minutes}")
        witness.note(file, at=AT + timedelta(minutes=minutes))
    seen = witness.read(file)
    assert [one.at for one in seen] == [AT + timedelta(minutes=1), AT + timedelta(days=1)]
    assert list(witness.faults(seen)) == []


def test_an_older_database_is_named_even_after_it_grew_again(
    account: Account, tmp_path: Path
) -> None:
    file = tmp_path / "witness"
    for name in ("luisa", "pedro"):
        enrol(name)
    witness.note(file, at=AT)
    number = witness.read(file)[-1].number
    Entry.objects.filter(number__gt=number - 2).delete()
    (fault,) = witness.faults(witness.read(file))
    assert "ya no está" in str(fault)
    for name in ("ana", "luis", "rosa"):
        enrol(name)
    witness.note(file, at=AT + timedelta(minutes=5))
    (fault,) = witness.faults(witness.read(file))
    assert "lleva hoy otro sello" in str(fault)
