"""The council of these tests: everything signed, and the same with the locks on."""

from tests.verify.council import account, locked

__all__ = ["account", "locked"]
