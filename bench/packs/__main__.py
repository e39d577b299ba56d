"""One document is written in a process of its own: ``python -m bench.packs TASK FOLDER``.

It says what that cost: processor seconds of the work without the start of the program, with those
of a program it called, and the most memory of the process.
"""

import json
import resource
import sys
import time
from pathlib import Path

from bench.packs.tasks import BY_NAME


def cpu() -> float:
    own = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def peak() -> float:
    """In MB; ``ru_maxrss`` would count that of whoever began it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def main(name: str, folder: str) -> None:
    work = BY_NAME[name](Path(folder))
    began, started = cpu(), time.perf_counter()
    size = work()
    cost = {"cpu": cpu() - began, "wall": time.perf_counter() - started, "memory": peak()}
    sys.stdout.write(json.dumps(cost | {"size": size}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
