"""What the money of a new council lacks, for its first steps."""

from datetime import date

from django.utils.translation import gettext

from sereno.people.queries.beginning import begins
from sereno.plans.budget.models import Line, Snapshot


@begins("budget")
def lacks_budget(today: date) -> list[str]:
    """Lines of this year, and a statement that says something of one."""
    year = {"year": today.year}
    if not Line.objects.filter(year=today.year).exists():
        return [gettext("Faltan las partidas de %(year)d") % year]
    if not Snapshot.objects.filter(line__year=today.year).exists():
        return [gettext("Falta la cédula de algún mes de %(year)d") % year]
    return []
