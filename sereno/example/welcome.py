"""What a person who starts the example needs to know: who may sign in, and with which word."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from sereno.example import files
from sereno.example.cast import PASSWORD

ROLES = {
    "operator": gettext_noop("operadora"),
    "supervisor": gettext_noop("supervisora"),
    "technician": gettext_noop("técnico"),
    "planner": gettext_noop("planificadora"),
    "finance": gettext_noop("financiero"),
    "director": gettext_noop("directora"),
    "auditor": gettext_noop("auditor"),
    "promoter": gettext_noop("promotora de barrio"),
    "neighbour": gettext_noop("vecino o vecina"),
}


def lines() -> list[str]:
    """One line a person, the password once: they are invented and share it."""
    people = [row for row in files.table("people") if row["shown"]]
    width = max(len(row["username"]) for row in people)
    return [
        _("Personas de demostración (todas con la clave %(password)s):") % {"password": PASSWORD},
        *(
            f"  {row['username']:{width}}  {row['first_name']}, {_(ROLES[row['role']])}"
            for row in people
        ),
    ]
