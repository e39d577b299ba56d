"""What all tests share: the needs that may be missing, a real server, a real browser."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone, translation
from hypothesis import settings as examples

from sereno.prepare import compile_messages
from tests import needs
from tests.live import Installation

pytest_plugins = ["tests.browser"]


# No test is timed: a busy machine is not a fault of the code.
examples.register_profile("untimed", deadline=None)
examples.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--leave-out",
        action="append",
        default=[],
        choices=needs.ALL,
        help="leave out the tests that need this",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        f"needs(*names): the test needs {', '.join(needs.ALL)}; tests/needs.py looks for each",
    )


def pytest_sessionstart(session: pytest.Session) -> None:
    """English is there to be read, made once, before any worker starts."""
    if not hasattr(session.config, "workerinput"):
        compile_messages()


def needed_by(item: pytest.Item) -> set[str]:
    return {name for marker in item.iter_markers("needs") for name in marker.args}


def on_postgresql() -> bool:
    return "postgresql" in settings.DATABASES["default"]["ENGINE"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what this pass is not for: a test of one database waits for the pass on it."""
    left_out = set(config.getoption("--leave-out"))
    if on_postgresql():
        left_out.add(needs.SQLITE)
    elif needs.is_here(needs.POSTGRESQL):
        left_out.add(needs.POSTGRESQL)
    gone = [item for item in items if needed_by(item) & left_out]
    config.hook.pytest_deselected(items=gone)
    items[:] = [item for item in items if item not in gone]


def pytest_runtest_setup(item: pytest.Item) -> None:
    absent = sorted(name for name in needed_by(item) if not needs.is_here(name))
    if absent and needs.all_required():
        pytest.fail(f"needs {' and '.join(absent)}, and SERENO_REQUIRE_ALL=1", pytrace=False)
    if absent:
        pytest.skip(f"needs {' and '.join(absent)}")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter: Any = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and reporter.stats.get("skipped") and needs.all_required():
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any) -> None:
    reasons = {report.longrepr[2] for report in terminalreporter.stats.get("skipped", [])}
    if reasons:
        said = ", ".join(sorted(reason.removeprefix("Skipped: ") for reason in reasons))
        terminalreporter.write_line(f"Not run here: {said}")
        if needs.all_required():
            terminalreporter.write_line("With SERENO_REQUIRE_ALL=1 a test not run is a failure.")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Callable[..., Installation]]:
    """Sets up Sereno as a council would: its own folder, its own port, its own process."""
    made: list[Installation] = []

    def install(**chosen: str) -> Installation:
        made.append(Installation(tmp_path / f"sereno-{len(made)}", **chosen))
        return made[-1]

    yield install
    for installation in made:
        installation.remove()


@pytest.fixture(autouse=True)
def spanish() -> Iterator[None]:
    """A page read in English by one test does not leave the next one in English."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture
def november(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """A page that asks for the day gets one of the year that the examples are of."""
    moment = datetime(2026, 11, 25, 15, tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: moment)
    return moment


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Coroutines in tests run on asyncio, as Sereno does."""
    return "asyncio"
