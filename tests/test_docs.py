"""The documents are true: their links, paths, commands, settings, decisions and packages."""

import re
from collections.abc import Callable, Iterable
from importlib.metadata import metadata
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from sereno.cli import parser
from tests import docs

HOUSE = docs.HOUSE
DOCUMENTS = docs.documents()
ADRS = sorted((HOUSE / "docs" / "adr").glob("[0-9]*.md"))
OPERATE = (HOUSE / "docs" / "operate.md").read_text(encoding="utf-8")
# Asked for by the tests and their scripts, not by the product; CONTRIBUTING tells of them.
OF_THE_TESTS = {"SERENO_REQUIRE_ALL", "SERENO_CHROMIUM"}


def name_of(path: Path) -> str:
    return str(path.relative_to(HOUSE))


each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)


@each_document
def test_every_link_resolves(document: Path) -> None:
    assert list(docs.broken_links(document)) == []


@each_document
def test_every_path_named_exists(document: Path) -> None:
    assert list(docs.lost_paths(document.read_text(encoding="utf-8"))) == []


@each_document
def test_every_target_of_make_named_exists(document: Path) -> None:
    makefile = (HOUSE / "Makefile").read_text(encoding="utf-8")
    named = set(docs.MAKE.findall(document.read_text(encoding="utf-8")))
    assert named - docs.targets_of_make(makefile) == set()


@each_document
def test_every_command_named_exists(document: Path) -> None:
    known = set(re.findall(r"\{(.*?)\}|^    (\w+) ", parser().format_help(), re.MULTILINE))
    commands = {word for pair in known for part in pair for word in part.split(",") if word}
    assert set(docs.COMMAND.findall(document.read_text(encoding="utf-8"))) <= commands


@each_document
def test_every_variable_named_is_asked_for(document: Path) -> None:
    named = set(docs.VARIABLE.findall(document.read_text(encoding="utf-8")))
    asked = {setting.name for setting in docs.settings_in_code()}
    assert named <= asked | OF_THE_TESTS | {"DATABASE_URL"}


def test_the_table_of_settings_is_that_of_the_code() -> None:
    table = docs.settings_in_table(OPERATE)
    code = docs.settings_in_code()
    assert {setting.name for setting in table} == {s.name for s in code} | {"DATABASE_URL"}
    told = {setting.name: setting.default for setting in table}
    assert [s for s in sorted(code) if s.default and told[s.name] != s.default] == []


def test_every_room_is_in_the_architecture() -> None:
    text = (HOUSE / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert [room for room in settings.ROOMS if f"`{room}`" not in text] == []


def test_every_decision_is_numbered_in_order_and_in_the_index() -> None:
    numbers = [int(path.name[:4]) for path in ADRS]
    index = (HOUSE / "docs" / "adr" / "README.md").read_text(encoding="utf-8")
    assert numbers == list(range(1, len(ADRS) + 1))
    assert [path.name for path in ADRS if f"({path.name})" not in index] == []


@pytest.mark.parametrize("path", ADRS, ids=name_of)
def test_a_decision_says_what_why_and_at_what_price(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.match(rf"# {int(path.name[:4])}\. .+\n", text)
    assert {"decision", "why", "price"} <= docs.anchors(text)


def test_every_package_we_stand_on_is_told_with_its_licence() -> None:
    asked = (HOUSE / "requirements" / "base.in").read_text(encoding="utf-8")
    names = re.findall(r"^([a-z][\w-]*)", asked, re.MULTILINE)
    text = next(path for path in ADRS if "packages" in path.name).read_text(encoding="utf-8")
    told = {row[0].strip("`"): row[2] for row in docs.rows(text) if len(row) > 3}
    wrong = [name for name in names if told.get(name) != licence(name)]
    assert wrong == []


def licence(name: str) -> str:
    said = metadata(name)
    found: list[str] = said.get_all("License-Expression") or said.get_all("License") or []
    classified = [
        line.split(" :: ")[-1] for line in said.get_all("Classifier") or [] if "License" in line
    ]
    first: str = (found + classified)[0]
    return first


def test_every_word_of_the_glossary_is_in_the_code() -> None:
    text = (HOUSE / "docs" / "glossary.md").read_text(encoding="utf-8")
    named = re.findall(r"`([a-z]+)\.([A-Z]\w+)`", text)
    known = {(model._meta.app_label, model.__name__) for model in apps.get_models()}
    assert named
    assert [pair for pair in named if pair not in known] == []


def lost(text: str) -> list[str]:
    return list(docs.lost_paths(text))


def asked(text: str) -> list[docs.Setting]:
    return list(docs.asked_for(text))


@pytest.mark.parametrize(
    ("read", "sample", "found"),
    [
        (lost, "see `sereno/nowhere.py`", ["sereno/nowhere.py"]),
        (lost, "see `alerts/nowhere.py: keep`", ["alerts/nowhere.py: keep"]),
        (lost, "see `sereno/urls.py`, `alerts/models.py` and `docs/adr/`", []),
        (lost, "an `application/json` is no path of ours", []),
        (
            asked,
            'environment.whole_number("SERENO_PORT", 8000, low=1)',
            [docs.Setting("SERENO_PORT", "8000")],
        ),
        (
            asked,
            'environment.choice("SERENO_KIND", ("none", "loja"))',
            [docs.Setting("SERENO_KIND", "none")],
        ),
        (
            asked,
            'environment.flag("SERENO_X", default=False)',
            [docs.Setting("SERENO_X", "0")],
        ),
    ],
)
def test_what_is_read_out_of_a_text(
    read: Callable[[str], Iterable[object]], sample: str, found: list[object]
) -> None:
    assert list(read(sample)) == found


def test_a_broken_link_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# One two\n[a](#one-two) [b](#three) [c](gone.md) [d](https://x.test)\n")
    assert list(docs.broken_links(page)) == [
        "#three: there is no such heading",
        "gone.md: there is no such file",
    ]
