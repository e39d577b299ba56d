"""``python -m sereno``: the same as ``sereno``."""

from sereno.cli import main

if __name__ == "__main__":
    main()
