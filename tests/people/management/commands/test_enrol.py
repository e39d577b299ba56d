"""The first director is enrolled from the machine itself."""

from collections.abc import Callable

import pytest
from django.core.management import CommandError, call_command

from sereno.people.management.commands import enrol
from sereno.people.models import Person
from sereno.people.rules import Role

pytestmark = pytest.mark.django_db
ELENA = ("enrol", "Elena", "Elena Burneo", "director")


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def say(*passwords: str) -> None:
        typed = iter(passwords)
        monkeypatch.setattr(enrol, "getpass", lambda _prompt: next(typed))

    return say


def test_elena_is_enrolled_as_director(
    types: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    types("tres palabras cortas", "tres palabras cortas")
    call_command(*ELENA)
    elena = Person.objects.get(username="elena")
    assert elena.roles() == {Role.DIRECTOR}
    assert elena.check_password("tres palabras cortas")
    assert "ya puede ingresar como «elena»" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("passwords", "said"),
    [
        (("tres palabras cortas", "tres palabras largas"), "no son iguales"),
        (("corta", "corta"), "contraseña"),
    ],
)
def test_a_password_that_will_not_do_is_refused(
    types: Callable[..., None], passwords: tuple[str, str], said: str
) -> None:
    types(*passwords)
    with pytest.raises(CommandError, match=said):
        call_command(*ELENA)
    assert not Person.objects.exists()


def test_a_name_that_is_taken_is_refused(types: Callable[..., None]) -> None:
    for expected in (None, "«elena»"):
        types("tres palabras cortas", "tres palabras cortas")
        if expected:
            with pytest.raises(CommandError, match=expected):
                call_command(*ELENA)
        else:
            call_command(*ELENA)
    assert Person.objects.count() == 1
