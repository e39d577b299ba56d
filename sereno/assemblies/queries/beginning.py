"""What the answers and the process of a new council lack, for its first steps."""

from datetime import date

from django.utils.translation import gettext

from sereno.assemblies.models import AnswerTime, Process
from sereno.assemblies.rules.proposed import proposed
from sereno.people.queries.beginning import begins


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
