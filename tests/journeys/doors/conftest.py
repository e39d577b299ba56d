"""The council whose figure is to be bent: the one that ``verify`` is tried on."""

from tests.verify.council import account, locked

__all__ = ["account", "locked"]
