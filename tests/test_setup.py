"""Setting up refuses in one line on a machine that lacks something, and works only when needed."""

import shutil
import subprocess
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
EVERYWHERE = ("sh", "dirname", "cmp", "cp", "rm", "cat", "chmod")
LOCK = "requirements/base.txt"

OLD = """#!/bin/sh
case "$*" in --version) echo "Python 3.9.2" ;; *) exit 1 ;; esac
"""
WITHOUT_VENV = """#!/bin/sh
case "$*" in *ensurepip*) exit 1 ;; --version) echo "Python 3.11.2" ;; esac
"""
# Makes a .venv whose python notes each time it is asked to install something.
WHOLE = """#!/bin/sh
case "$*" in
    --version) echo "Python 3.11.2" ;;
    "-m venv .venv")
        /bin/mkdir -p .venv/bin
        printf '#!/bin/sh\\ncase "$*" in *install*) echo "$*" >> installed ;; esac\\n' \
            > .venv/bin/python
        /bin/chmod +x .venv/bin/python ;;
esac
"""


class Machine:
    """A clone on a machine that has the usual commands and perhaps a Python."""

    def __init__(self, folder: Path) -> None:
        self.clone = folder / "clone"
        self.commands = folder / "bin"
        for made in (self.clone / "scripts", self.clone / "requirements", self.commands):
            made.mkdir(parents=True)
        shutil.copy(HOUSE / "scripts" / "venv", self.clone / "scripts")
        (self.clone / LOCK).write_text("django==5.2\n")
        for name in EVERYWHERE:
            found = shutil.which(name)
            assert found is not None
            (self.commands / name).symlink_to(found)

    def has_python(self, script: str) -> None:
        python = self.commands / "python3"
        python.write_text(script)
        python.chmod(0o755)

    def set_up(self) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["scripts/venv", "base"],
            cwd=self.clone,
            env={"PATH": str(self.commands)},
            capture_output=True,
            text=True,
            check=False,
        )

    def refusal(self) -> str:
        done = self.set_up()
        assert done.returncode == 1
        (line,) = done.stderr.splitlines()
        return line

    def installs(self) -> int:
        noted = self.clone / "installed"
        return len(noted.read_text().splitlines()) if noted.exists() else 0


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_no_python_is_said_with_the_package_to_install(machine: Machine) -> None:
    assert "sudo apt install python3 python3-venv" in machine.refusal()


def test_an_old_python_is_said_with_its_version(machine: Machine) -> None:
    machine.has_python(OLD)
    line = machine.refusal()
    assert "Python 3.9.2" in line
    assert "3.11" in line


def test_a_python_without_venv_is_said_with_the_package_to_install(machine: Machine) -> None:
    machine.has_python(WITHOUT_VENV)
    assert "sudo apt install python3-venv" in machine.refusal()


def test_a_lock_is_installed_once_and_with_its_hashes(machine: Machine) -> None:
    machine.has_python(WHOLE)
    assert machine.set_up().returncode == 0
    assert machine.set_up().returncode == 0
    assert machine.installs() == 1
    assert "--require-hashes" in (machine.clone / "installed").read_text()


def test_a_changed_lock_is_installed_again(machine: Machine) -> None:
    machine.has_python(WHOLE)
    machine.set_up()
    (machine.clone / LOCK).write_text("django==5.2.1\n")
    machine.set_up()
    assert machine.installs() == 2
