"""The rules of the house that no linter knows, and a bad example that each of them catches."""

import subprocess
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path, PurePath

import pytest

from tests import house

HOUSE = Path(__file__).parent.parent
CLOCKLESS = {"rules", "events", "actions", "models", "forms", "queries", "frame", "table"}
# Folders of tests that are about the whole house or its edge, not about one room.
BESIDE_THE_ROOMS = {"journeys"}


def kept_by_git() -> list[Path]:
    """What git keeps or is about to keep."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=HOUSE,
        capture_output=True,
        check=True,
    )
    names = {name for name in listed.stdout.decode().split("\0") if name}
    return sorted(path for path in (HOUSE / name for name in names) if path.is_file())


def is_text(path: Path) -> bool:
    return b"\0" not in path.read_bytes()[:4096]


FILES = kept_by_git()
TEXTS = [path for path in FILES if is_text(path)]
PYTHON = [path for path in FILES if path.suffix == ".py" and "migrations" not in path.parts]
PRODUCT = [path for path in PYTHON if path.is_relative_to(HOUSE / "sereno")]


def faults(paths: Iterable[Path], rule: Callable[[str], Iterable[str]]) -> list[str]:
    return [
        f"{path.relative_to(HOUSE)}: {fault}"
        for path in paths
        for fault in rule(path.read_text(encoding="utf-8"))
    ]


def named(suffixes: set[str]) -> list[Path]:
    return [path for path in FILES if path.suffix in suffixes]


def part_of(path: Path) -> set[str]:
    """The words of the room a file may be: `actions/dispatch.py` is part of the actions."""
    return {path.stem, *path.parent.parts}


def test_a_file_says_what_it_is_for_and_stays_short() -> None:
    assert faults(PYTHON, house.shape) == []


def test_a_page_a_style_and_a_script_stay_short_too() -> None:
    assert faults(named({".html", ".css", ".js", ".typ"}), house.length) == []


def test_a_style_and_a_script_say_what_they_are_for() -> None:
    assert faults(named({".css", ".js", ".typ"}), house.opening_comment) == []


def test_only_actions_write() -> None:
    assert faults([path for path in PRODUCT if not house.may_write(path)], house.writes) == []


def test_only_the_edges_read_the_clock() -> None:
    assert faults([path for path in PRODUCT if part_of(path) & CLOCKLESS], house.clocks) == []


def test_a_model_does_nothing_behind_the_back() -> None:
    assert faults([path for path in PRODUCT if "models" in part_of(path)], house.overrides) == []


def test_the_prepositions_are_said_by_name() -> None:
    assert (
        faults([path for path in PRODUCT if "actions" in part_of(path)], house.prepositions) == []
    )


def test_a_page_carries_no_script_style_or_handler() -> None:
    assert faults(named({".html", ".svg"}), house.inline) == []


def test_no_file_names_the_host_of_a_package_registry() -> None:
    assert faults(TEXTS, house.registries) == []


def test_nothing_is_left_unfinished_by_its_own_word() -> None:
    code = {".py", ".html", ".css", ".js", ".typ", ".toml", ""}
    assert faults([path for path in TEXTS if path.suffix in code], house.unfinished) == []


def test_events_are_in_the_past_tense_and_have_a_name_of_their_own() -> None:
    files = [path for path in PRODUCT if "events" in part_of(path)]
    told = [event for path in files for event in house.events(path.read_text(encoding="utf-8"))]
    assert [fault for _, _, fault in told if fault] == []
    assert [name for name, times in Counter(name for _, name, _ in told).items() if times > 1] == []


def test_every_folder_of_tests_mirrors_a_room() -> None:
    rooms = {path.parent.name for path in (HOUSE / "sereno").glob("*/__init__.py")}
    folders = {path.parent.name for path in (HOUSE / "tests").glob("*/__init__.py")}
    assert folders <= rooms | BESIDE_THE_ROOMS


def test_every_test_of_a_room_mirrors_a_file_of_it() -> None:
    tests = [
        path.relative_to(HOUSE / "tests")
        for path in FILES
        if path.is_relative_to(HOUSE / "tests") and path.name.startswith("test_")
    ]
    in_rooms = [test for test in tests if len(test.parts) > 1 and test.parts[0] != "journeys"]
    astray = [
        str(test)
        for test in in_rooms
        if not any((HOUSE / "sereno" / path).exists() for path in house.twin(test))
    ]
    assert not astray, "name the test after the file it is about"


BAD = [
    (house.shape, "import os\n"),
    (house.length, "x = 1\n" * 401),
    (house.opening_comment, "export const x = 1;\n"),
    (house.writes, "alert.save()\n"),
    (house.writes, "alert.save(update_fields=['urgency'])\n"),
    (house.writes, "await alert.asave()\n"),
    (house.writes, "Alert.objects.filter(pk=7).update(urgency='life')\n"),
    (house.writes, "Alert.objects.filter(pk=7).delete()\n"),
    (house.writes, "Alert.objects.create(device=device)\n"),
    (house.writes, "Alert.objects.bulk_create(alerts)\n"),
    (house.clocks, "at = timezone.now()\n"),
    (house.clocks, "at = datetime.datetime.now(UTC)\n"),
    (house.clocks, "today = timezone.localdate()\n"),
    (house.overrides, "class Alert:\n    def save(self): ...\n"),
    (house.prepositions, "def take(alert, by, at): ...\n"),
    (house.inline, "<script>go()</script>"),
    (house.inline, "<style>p { color: red }</style>"),
    (house.inline, '<p class="a" style="color: red">'),
    (house.inline, '<button onclick="go()">'),
    (house.inline, '<a href="javascript:go()">'),
    (house.registries, "index = https://" + ".".join(["py" + "pi", "org"])),
    (house.unfinished, "# TO" + "DO: later"),
]
GOOD = [
    (house.shape, ""),
    (house.shape, '"""What it is for."""\n'),
    (
        house.writes,
        "found.update(rows)\nseal.update(b'')\ncache.delete('key')\nfile.save('a', b'')\n",
    ),
    (house.writes, "set().add(1)\n"),
    (house.clocks, "day = timezone.localdate(at)\n"),
    (house.clocks, "x = clock.now()\n"),
    (house.prepositions, "def take(alert, *, by, at): ...\n"),
    (house.inline, '<script src="a.js" type="module"></script><p data-on="1">onclick=</p>'),
    (house.unfinished, "todo en orden"),
]


@pytest.mark.parametrize(("rule", "sample"), BAD)
def test_each_rule_catches_a_bad_example(rule: Callable[[str], Iterable[str]], sample: str) -> None:
    assert list(rule(sample))


@pytest.mark.parametrize(("rule", "sample"), GOOD)
def test_no_rule_complains_of_a_good_example(
    rule: Callable[[str], Iterable[str]], sample: str
) -> None:
    assert not list(rule(sample))


@pytest.mark.parametrize(
    ("path", "may"),
    [
        ("sereno/alerts/actions.py", True),
        ("sereno/incidents/actions/dispatch.py", True),
        ("sereno/alerts/migrations/0001_initial.py", True),
        ("sereno/alerts/views.py", False),
    ],
)
def test_actions_may_be_a_file_or_a_package(path: str, *, may: bool) -> None:
    assert house.may_write(PurePath(path)) is may


EVENT = "class {kind}(Event):\n    name = '{name}'\n"


@pytest.mark.parametrize(
    ("kind", "name", "good"),
    [
        ("AlertRaised", "alert.raised", True),
        ("SignalKept", "signal.kept", True),
        ("UnitArrived", "incident.unit_arrived", True),
        ("RaiseAlert", "alert.raised", False),
        ("AlertRaised", "alert.raise", False),
        ("AlertRaised", "raised", False),
        ("AlertRaised", "", False),
    ],
)
def test_an_event_that_is_no_past_fact_is_caught(kind: str, name: str, *, good: bool) -> None:
    told = list(house.events(EVENT.format(kind=kind, name=name)))
    assert len(told) == 1
    assert (told[0][2] == "") is good


def test_a_test_finds_its_file_or_its_package_or_what_the_browser_loads() -> None:
    assert set(house.twin(PurePath("alerts/intake/mqtt/test_frame.py"))) >= {
        PurePath("alerts/intake/mqtt/frame.py"),
        PurePath("alerts/intake/mqtt/frame/__init__.py"),
    }
    assert PurePath("web/static/web/live.js") in house.twin(PurePath("web/test_live.py"))
