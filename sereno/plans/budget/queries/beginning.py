"""What the money of a new council lacks, for its first steps."""

from datetime import date, timedelta

from django.utils.dates import MONTHS
from django.utils.translation import gettext

from sereno.people.models import Person
from sereno.people.queries import tells
from sereno.people.queries.beginning import begins
from sereno.plans.budget.models import Line, Snapshot


@tells("budget:year")
def waits_for(person: Person, today: date) -> list[str] | None:
    """The month that ended and has no statement yet, for whoever enters it."""
    if not person.may("budget.write"):
        return None
    month = today.replace(day=1) - timedelta(days=1)
    if Snapshot.objects.filter(month__year=month.year, month__number=month.month).exists():
        return []
    return [gettext("falta la cédula de %(month)s") % {"month": MONTHS[month.month]}]


@begins("budget")
def lacks_budget(today: date) -> list[str]:
    """Lines of this year, and a statement that says something of one."""
    year = {"year": today.year}
    if not Line.objects.filter(year=today.year).exists():
        return [gettext("Faltan las partidas de %(year)d") % year]
    if not Snapshot.objects.filter(line__year=today.year).exists():
        return [gettext("Falta la cédula de algún mes de %(year)d") % year]
    return []
