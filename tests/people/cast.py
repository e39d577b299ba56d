"""The people of the tests: Rosa operates, Luis drives, Carmen plans, Pedro is a stranger."""

from datetime import UTC, datetime

from sereno.people import actions
from sereno.people.models import Person
from sereno.people.rules import Role

AT = datetime(2026, 1, 1, 13, 0, tzinfo=UTC)


def enrol(username: str, *roles: Role) -> Person:
    """Someone whose password is «la clave de …» and the name they sign in with."""
    name = username.strip().lower()
    newcomer = actions.Newcomer(username, username.title(), f"la clave de {name}", roles)
    return actions.enrol(newcomer, by=None, at=AT)
