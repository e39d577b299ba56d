"""What the answers and the process of a new council lack, for its first steps."""

from datetime import date

from django.utils.translation import gettext

from sereno.assemblies.models import AnswerTime, Process, Suggestion
from sereno.assemblies.queries.asked import late_on
from sereno.assemblies.queries.calendar import phases, warnings
from sereno.assemblies.rules.process import Standing
from sereno.assemblies.rules.proposed import proposed
from sereno.people.models import Person
from sereno.people.queries import tells
from sereno.people.queries.beginning import begins


@tells("assemblies:suggestions")
def suggestions_wait(person: Person, today: date) -> list[str] | None:
    """What nobody has read yet, and what is past its time, for whoever answers."""
    if not person.may("suggestion.group"):
        return None
    late = late_on(AnswerTime.objects.all(), on=today).count()
    told = (
        (Suggestion.objects.waiting().count(), gettext("%(count)d por leer")),
        (late, gettext("%(count)d con el plazo vencido")),
    )
    return [words % {"count": count} for count, words in told if count]


@tells("assemblies:processes")
def steps_wait(person: Person, today: date) -> list[str] | None:
    """The steps of the last account whose day has passed, or comes soon."""
    process = Process.objects.first()
    if process is None or not person.may("process.keep"):
        return None
    stands = [step.standing for step in warnings(phases(process, on=today))]
    told = (
        (stands.count(Standing.LATE), gettext("%(count)d con atraso")),
        (stands.count(Standing.SOON), gettext("%(count)d por vencer")),
    )
    return [words % {"count": count} for count, words in told if count]


@begins("answers")
def lacks_answer_time(_today: date) -> list[str]:
    """A time that somebody of this council fixed, and not only the proposed one."""
    times = AnswerTime.objects.exclude(source=proposed().source)
    days = proposed().days
    return [] if times.exists() else [gettext("Confirme los %(days)d días") % {"days": days}]


@begins("process")
def lacks_process(today: date) -> list[str]:
    """The account of the year that ended, or a later one."""
    year = today.year - 1
    is_open = Process.objects.filter(year__gte=year).exists()
    return [] if is_open else [gettext("Falta abrir las cuentas de %(year)d") % {"year": year}]
