"""What a new monitoring centre lacks to send help, for the first steps of its council."""

from datetime import date

from django.utils.translation import gettext

from sereno.incidents.models import Unit
from sereno.people.queries.beginning import begins


@begins("units")
def lacks_units(_today: date) -> list[str]:
    return [] if Unit.objects.in_service().exists() else [gettext("No hay a quién enviar")]
