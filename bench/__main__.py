"""``make bench``: run every measurement and print one table with the machine and the versions."""

import asyncio
import sys

from bench import alarm_to_screen
from bench.machine import describe


def main() -> None:
    sys.stdout.write(f"{describe()}\n\n")
    sys.stdout.flush()
    sys.stdout.write(asyncio.run(alarm_to_screen.table()))


if __name__ == "__main__":
    main()
