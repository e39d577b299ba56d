"""The script that brings the front-end files: what it copies, and what it says when it cannot."""

import json
import os
import runpy
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

HOUSE = Path(__file__).parent.parent
SCRIPT = HOUSE / "scripts" / "vendor"


@pytest.fixture(scope="module")
def vendor() -> SimpleNamespace:
    return SimpleNamespace(**runpy.run_path(str(SCRIPT), run_name="vendor"))


def test_every_file_comes_from_a_package_of_the_lock(vendor: SimpleNamespace) -> None:
    lock = json.loads((HOUSE / "package-lock.json").read_text(encoding="utf-8"))
    packages = [name.removeprefix("node_modules/") for name in lock["packages"] if name]
    assert packages
    for source in vendor.WANTED:
        assert any(source.startswith(f"{package}/") for package in packages), source


def test_the_lock_pins_versions_and_hashes_and_names_no_host() -> None:
    wanted = json.loads((HOUSE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    lock = json.loads((HOUSE / "package-lock.json").read_text(encoding="utf-8"))
    for name, version in wanted.items():
        package = lock["packages"][f"node_modules/{name}"]
        assert package["version"] == version
        assert package["integrity"].startswith("sha512-")
        assert "resolved" not in package


def test_a_foreign_stylesheet_is_put_in_its_layer(vendor: SimpleNamespace) -> None:
    layered = vendor.prepared('@charset "UTF-8";a{color:red}', "pico")
    assert layered == "@layer pico {\na{color:red}\n}\n"


def test_a_script_loses_the_address_of_a_map_that_is_not_served(vendor: SimpleNamespace) -> None:
    assert vendor.prepared("go();\n//# sourceMappingURL=x.js.map", "") == "go();\n"


def test_without_npm_one_line_says_what_to_do(tmp_path: Path) -> None:
    for name in ("package.json", "package-lock.json"):
        (tmp_path / name).write_bytes((HOUSE / name).read_bytes())
    script = tmp_path / "scripts" / "vendor"
    script.parent.mkdir()
    script.write_bytes(SCRIPT.read_bytes())
    empty = tmp_path / "bin"
    empty.mkdir()
    done = subprocess.run(
        [sys.executable, "-S", str(script)],  # Without packages there is no pip either.
        env={**os.environ, "PATH": str(empty)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "install the packages nodejs and npm" in done.stderr
