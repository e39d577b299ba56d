"""One tool reads one file in a process of its own: ``python -m bench.readers.once TOOL FILE``.

The first line says what it cost, the second what came out.
"""

import json
import resource
import sys
import time
from pathlib import Path

from bench.readers.tools import BY_NAME


def peak() -> float:
    """The most memory of this process in MB; ``ru_maxrss`` would count that of whoever began it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def main(name: str, path: str) -> None:
    started = time.perf_counter()
    told = BY_NAME[name](Path(path))
    wall = time.perf_counter() - started
    own = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    cost = {
        "cpu": own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime,
        "wall": wall,
        "memory": peak(),
    }
    sys.stdout.write(f"{json.dumps(cost)}\n{told.to_json()}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
