"""A catalogue of national or world objectives is entered, so that plans can point at it."""

from datetime import datetime

from django.db import transaction

from sereno.logbook.actions import write
from sereno.people.models import Person
from sereno.plans import events
from sereno.plans.actions.refusals import PeriodBackwards, SlugTaken
from sereno.plans.models import Catalogue, CatalogueObjective
from sereno.plans.rules import CatalogueDraft


@transaction.atomic
def add_catalogue(draft: CatalogueDraft, *, by: Person, at: datetime) -> Catalogue:
    """Enter a catalogue with its objectives; one without a source is still to be confirmed."""
    if draft.ends_on and draft.ends_on < draft.starts_on:
        raise PeriodBackwards(draft.name)
    if Catalogue.objects.filter(code=draft.code).exists():
        raise SlugTaken(draft.code)
    catalogue = Catalogue.objects.create(
        code=draft.code,
        name=draft.name,
        source=draft.source,
        starts_on=draft.starts_on,
        ends_on=draft.ends_on,
    )
    CatalogueObjective.objects.bulk_create(
        CatalogueObjective(
            catalogue=catalogue,
            number=objective.number,
            title=objective.title,
            source=objective.source,
        )
        for objective in draft.objectives
    )
    added = events.CatalogueAdded(code=catalogue.code, objectives=len(draft.objectives))
    write(added, about=catalogue, by=by, at=at)
    return catalogue
