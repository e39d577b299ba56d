"""A test that needs what is not here is skipped by name, or fails where nothing may be skipped."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import needs

HOUSE = Path(__file__).parent.parent
SAMPLE = """
import pytest

@pytest.mark.needs("Chromium")
def test_a_page_is_seen() -> None:
    assert True

def test_a_sum_is_right() -> None:
    assert 1 + 1 == 2
"""


def run(folder: Path, *words: str, **chosen: str) -> subprocess.CompletedProcess[str]:
    sample = folder / "test_sample.py"
    sample.write_text(SAMPLE)
    return subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider"),
            *(f"--config-file={HOUSE / 'pyproject.toml'}", f"--rootdir={HOUSE}"),
            *words,
            str(sample),
        ],
        cwd=HOUSE,
        env={name: value for name, value in os.environ.items() if name != "SERENO_REQUIRE_ALL"}
        | {"SERENO_CHROMIUM": "/nowhere/chromium"}
        | chosen,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_need_that_is_not_here_is_named_in_one_line(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Not run here: needs Chromium" in done.stdout
    assert "1 passed, 1 skipped" in done.stdout


def test_where_all_is_required_a_skip_is_a_failure(tmp_path: Path) -> None:
    done = run(tmp_path, SERENO_REQUIRE_ALL="1")
    assert done.returncode == 1
    assert "needs Chromium, and SERENO_REQUIRE_ALL=1" in done.stdout


def test_a_pass_may_leave_out_what_another_has_seen(tmp_path: Path) -> None:
    done = run(tmp_path, "--leave-out=Chromium", SERENO_REQUIRE_ALL="1")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed, 1 deselected" in done.stdout


def test_an_unknown_need_is_a_mistake_of_the_test() -> None:
    with pytest.raises(LookupError, match="no such need: Oracle"):
        needs.is_here("Oracle")
