"""Whoever starts the example is told who may sign in."""

from sereno.example import files, welcome
from sereno.example.cast import PASSWORD
from sereno.people.rules import Role


def test_every_role_and_the_password_are_told() -> None:
    first, *people = welcome.lines()
    assert PASSWORD in first
    shown = [row for row in files.table("people") if row["shown"]]
    assert len(people) == len(shown)
    assert {row["role"] for row in shown} == set(Role) == set(welcome.ROLES)
    assert all(row["username"] in line for row, line in zip(shown, people, strict=True))
