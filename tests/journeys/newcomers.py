"""An empty council for the journey of documents: who plans, keeps the money and directs.

Run as a program, in the settings of its installation; passwords are «la clave de <name>».
"""

import os


def gather() -> None:
    from sereno.people.rules import Role
    from tests.people.cast import enrol

    enrol("Carmen", Role.PLANNER)
    enrol("Diego", Role.FINANCE)
    enrol("Elena", Role.DIRECTOR)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sereno.settings")
    import django

    django.setup()
    gather()
