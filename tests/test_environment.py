"""A bad setting is refused by its name, with the value seen and what to do."""

from pathlib import Path

import pytest

from sereno import environment
from sereno.environment import BadSetting


def test_a_flag_is_one_or_zero(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAMP", "1")
    assert environment.flag("LAMP", default=False)
    monkeypatch.setenv("LAMP", "yes")
    with pytest.raises(BadSetting, match=r"LAMP=yes: debe ser 1 \(sí\) o 0"):
        environment.flag("LAMP", default=False)


@pytest.mark.parametrize("seen", ["0", "65536", "-1", "80a", "8000.0"])
def test_a_port_out_of_range_is_refused(monkeypatch: pytest.MonkeyPatch, seen: str) -> None:
    monkeypatch.setenv("DOOR", seen)
    with pytest.raises(BadSetting, match=f"DOOR={seen}: .* de 1 a 65535"):
        environment.whole_number("DOOR", 8000, low=1, high=65535)


def test_a_choice_names_what_may_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOWN", "quito")
    with pytest.raises(BadSetting, match=r"TOWN=quito: .* none, loja"):
        environment.choice("TOWN", ("none", "loja"))


def test_an_address_needs_its_scheme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROKER", "127.0.0.1:1883")
    with pytest.raises(BadSetting, match=r"BROKER=127\.0\.0\.1:1883: .*mqtt:…"):
        environment.address("BROKER", ("mqtt", "mqtts"))


def test_a_folder_that_cannot_be_made_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "a-file"
    file.write_text("here")
    monkeypatch.setenv("DRAWER", str(file / "within"))
    with pytest.raises(BadSetting, match=r"DRAWER=.*no se puede escribir en esta carpeta"):
        environment.folder("DRAWER", tmp_path)


def test_a_short_secret_is_refused_without_being_shown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("WORD", "open-sesame")
    with pytest.raises(BadSetting, match="WORD: es demasiado corta") as refusal:
        environment.secret("WORD", tmp_path / "secret")
    assert "open-sesame" not in str(refusal.value)


def test_a_secret_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    first = environment.secret("NO_SUCH_WORD", tmp_path / "secret")
    assert environment.secret("NO_SUCH_WORD", tmp_path / "secret") == first
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("seen", ["mysql://rosa:lamp@here/base", "not an address"])
def test_a_database_we_do_not_know_is_refused_without_its_password(
    monkeypatch: pytest.MonkeyPatch, seen: str
) -> None:
    monkeypatch.setenv("BASE", seen)
    with pytest.raises(BadSetting, match="BASE=") as refusal:
        environment.database("BASE", "")
    assert "lamp" not in str(refusal.value)


def test_a_word_before_the_name_of_a_role_is_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFIX", "loja_2")
    assert environment.word("PREFIX", "sereno") == "loja_2"
    for bad in ("Loja", "2loja", "a;drop", "x" * 41):
        monkeypatch.setenv("PREFIX", bad)
        with pytest.raises(BadSetting, match=r"PREFIX=.*minúsculas"):
            environment.word("PREFIX", "sereno")
