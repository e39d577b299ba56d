"""What is on the map: the canton, its parishes, barrios and places, and their outlines."""

from datetime import date

from django.db.models import Count, Q, QuerySet

from sereno.territory.actions.imports import preview_csv, preview_geojson
from sereno.territory.models import Barrio, Boundary, Canton, Draft, Parish, Place
from sereno.territory.rules.files import Level
from sereno.territory.rules.outlines import Outlines
from sereno.territory.rules.tables import Table


def in_force(on: date) -> QuerySet[Boundary]:
    """The outlines of an epoch: those that had begun by that day and had not ended."""
    return Boundary.objects.filter(starts_on__lte=on).filter(Q(ends_on=None) | Q(ends_on__gt=on))


def the_canton() -> Canton | None:
    """The canton this council serves, once it is founded."""
    return Canton.objects.order_by("pk").first()


def parishes(kind: Parish.Kind) -> QuerySet[Parish]:
    """Parishes of a kind by name, with how many barrios and places each has."""
    return (
        Parish.objects.filter(kind=kind)
        .annotate(
            barrio_count=Count("barrios", distinct=True),
            seated_count=Count("barrios", filter=Q(barrios__latitude__isnull=False), distinct=True),
            place_count=Count("places", distinct=True),
        )
        .order_by("name")
    )


def totals(rows: QuerySet[Parish]) -> dict[str, int]:
    """How many barrios, of them with a position, and places there are in these parishes."""
    barrios = Barrio.objects.filter(parish__in=rows.values("pk"))
    return {
        "barrios": barrios.count(),
        "seated": barrios.exclude(latitude=None).count(),
        "places": Place.objects.filter(parish__in=rows.values("pk")).count(),
    }


def barrios_of(parish: Parish) -> QuerySet[Barrio]:
    """Barrios by name, with how many places each has."""
    return parish.barrios.annotate(place_count=Count("place")).order_by("name")


def epochs_of(parish: Parish) -> QuerySet[Boundary]:
    """The outlines a parish has had, newest first."""
    return Boundary.objects.filter(parish=parish).order_by("-starts_on")


def preview(canton: Canton, draft: Draft, *, on: date) -> Table | Outlines:
    """What a file would bring in, decided as it will be when it is accepted."""
    data, level = bytes(draft.content), Level(draft.level)
    if draft.form == Draft.Form.TABLE:
        return preview_csv(canton, data, level=level, on=on)
    return preview_geojson(
        canton,
        data,
        level=level,
        starts_on=draft.starts_on or on,
        name_field=draft.name_field,
        code_field=draft.code_field,
        parish_field=draft.parish_field,
    )
