"""What became of some bytes: read, or refused with the name of what is wrong with them."""

from collections.abc import Callable

from sereno.alerts.rules import BadFrame, Reading


def read_or_named(parse: Callable[[bytes, str], Reading], raw: bytes, sender: str) -> bool:
    """Whether it is a reading, or a bad frame whose text is the name of a fault."""
    try:
        return isinstance(parse(raw, sender), Reading)
    except BadFrame as fault:
        return str(fault).isidentifier()
