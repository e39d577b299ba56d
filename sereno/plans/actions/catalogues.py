"""Catalogues that objectives serve: those every council receives, and those it enters itself."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from django.db import transaction

from sereno.logbook.actions import write
from sereno.people.models import Person
from sereno.plans import events
from sereno.plans.actions.refusals import AlreadyThere, PeriodBackwards, SlugTaken
from sereno.plans.models import Catalogue, CatalogueObjective
from sereno.plans.rules import CatalogueDraft, CatalogueObjectiveDraft

FILE = Path(__file__).parent.parent / "data" / "catalogues.json"
SEEN = "Título abreviado, visto en una fuente pública"


@transaction.atomic
def load_catalogues(*, at: datetime) -> int:
    """Add what every council receives and is not there yet; how many entries. None is replaced."""
    made = 0
    for draft in shipped():
        catalogue = Catalogue.objects.filter(code=draft.code).first()
        if catalogue is None:
            add_catalogue(draft, by=None, at=at)
            made += len(draft.objectives)
            continue
        known = set(catalogue.objectives.values_list("number", flat=True))
        new = [one for one in draft.objectives if one.number not in known]
        if new:
            add_objectives(catalogue, new, by=None, at=at)
            made += len(new)
    return made


@transaction.atomic
def add_catalogue(draft: CatalogueDraft, *, by: Person | None, at: datetime) -> Catalogue:
    """Enter a catalogue with its objectives; one without a source is still to be confirmed."""
    _check_period(draft)
    if Catalogue.objects.filter(code=draft.code).exists():
        raise SlugTaken(draft.code)
    catalogue = Catalogue.objects.create(
        code=draft.code,
        name=draft.name,
        kind=draft.kind,
        source=draft.source,
        starts_on=draft.starts_on,
        ends_on=draft.ends_on,
    )
    _enter(catalogue, draft.objectives)
    added = events.CatalogueAdded(code=catalogue.code, objectives=len(draft.objectives))
    write(added, about=catalogue, by=by, at=at)
    return catalogue


@transaction.atomic
def add_objectives(
    catalogue: Catalogue,
    drafts: Sequence[CatalogueObjectiveDraft],
    *,
    by: Person | None,
    at: datetime,
) -> None:
    """Enter more entries of a catalogue; a number that is there already is refused."""
    _enter(catalogue, drafts)
    extended = events.CatalogueExtended(code=catalogue.code, objectives=len(drafts))
    write(extended, about=catalogue, by=by, at=at)


@transaction.atomic
def amend_catalogue(
    catalogue: Catalogue, draft: CatalogueDraft, *, by: Person, at: datetime
) -> Catalogue:
    """Correct its name, its source or since when and until when it is in force."""
    _check_period(draft)
    for name in ("name", "kind", "source", "starts_on", "ends_on"):
        setattr(catalogue, name, getattr(draft, name))
    catalogue.save()
    write(events.CatalogueAmended(code=catalogue.code), about=catalogue, by=by, at=at)
    return catalogue


@transaction.atomic
def confirm_title(
    objective: CatalogueObjective, draft: CatalogueObjectiveDraft, *, by: Person, at: datetime
) -> CatalogueObjective:
    """Say how an entry is really called and where that was seen; its number stays."""
    objective.title, objective.source = draft.title, draft.source
    objective.save(update_fields=["title", "source"])
    catalogue = objective.catalogue
    confirmed = events.CatalogueTitleConfirmed(code=catalogue.code, number=objective.number)
    write(confirmed, about=catalogue, by=by, at=at)
    return objective


def shipped() -> Iterator[CatalogueDraft]:
    """The catalogues that come with Sereno."""
    for page in json.loads(FILE.read_text(encoding="utf-8"))["catalogues"]:
        yield CatalogueDraft(
            code=page["code"],
            name=page["name"],
            kind=page["kind"],
            starts_on=date.fromisoformat(page["from"]),
            ends_on=date.fromisoformat(page["to"]) if page["to"] else None,
            source=page["source"],
            objectives=tuple(
                CatalogueObjectiveDraft(
                    number=one["number"],
                    title=one["title"],
                    kind=one.get("kind", "objective"),
                    source=SEEN if one["basis"] == "sourced" else "",
                )
                for one in page["objectives"]
            ),
        )


def _check_period(draft: CatalogueDraft) -> None:
    if draft.ends_on and draft.ends_on < draft.starts_on:
        raise PeriodBackwards(draft.name)


def _enter(catalogue: Catalogue, drafts: Sequence[CatalogueObjectiveDraft]) -> None:
    known = set(catalogue.objectives.values_list("number", flat=True))
    for draft in drafts:
        if draft.number in known:
            raise AlreadyThere(draft.number)
        known.add(draft.number)
    CatalogueObjective.objects.bulk_create(
        CatalogueObjective(
            catalogue=catalogue,
            number=draft.number,
            title=draft.title,
            kind=draft.kind,
            source=draft.source,
        )
        for draft in drafts
    )
