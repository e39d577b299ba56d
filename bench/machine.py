"""What machine this is, for a figure means nothing without it."""

import os
import platform
import sqlite3
import subprocess
from importlib.metadata import version
from pathlib import Path


def describe() -> str:
    processor = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
            if line.startswith("model name")
        ),
        platform.processor(),
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores of {processor}, {memory:.0f} GiB, load {os.getloadavg()[0]:.1f}; "
        f"{platform.system()} {platform.release()}; Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, Django {version('django')}, "
        f"uvicorn {version('uvicorn')}; commit {commit()}"
    )


def commit() -> str:
    asked = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],  # noqa: S607 -- the git of whoever measures
        capture_output=True,
        text=True,
        check=False,
    )
    return asked.stdout.strip() or "unknown"
