"""What the categories of a new council lack, for its first steps."""

from datetime import date

from django.utils.translation import gettext

from sereno.people.queries.beginning import begins
from sereno.results.models import BandScheme


@begins("bands")
def lacks_bands(today: date) -> list[str]:
    """Bands that somebody of this council adopted: none is in force by itself."""
    adopted = BandScheme.objects.filter(starts_on__lte=today)
    return [] if adopted.exists() else [gettext("Adopte las suyas o confirme la propuesta")]
