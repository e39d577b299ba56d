"""A council's own Word template is kept, and a document is drawn with it or with the house's."""

from datetime import datetime
from hashlib import sha256

from django.db import transaction

from sereno.logbook.actions import write
from sereno.people.models import Person
from sereno.reports import events
from sereno.reports.models import TemplateChoice, WordTemplate


class ChosenAlready(Exception):
    """The document is drawn with this template already."""


@transaction.atomic
def keep_template(kind: str, content: bytes, *, by: Person, at: datetime) -> WordTemplate:
    """Keep a template that was looked at before; the same bytes are kept once."""
    seal = sha256(content).hexdigest()
    same = WordTemplate.objects.filter(kind=kind, sha256=seal).first()
    if same:
        return same
    template = WordTemplate(kind=kind, content=content, sha256=seal, kept_at=at, kept_by=by)
    template.save(force_insert=True)
    write(events.TemplateKept(document=kind, sha256=seal), about=template, by=by, at=at)
    return template


@transaction.atomic
def choose_template(
    kind: str, template: WordTemplate | None, *, by: Person, at: datetime
) -> TemplateChoice:
    """Draw a document with this template from now on; with none, with the house's own.

    Editions that are frozen already keep the one that they name.
    """
    standing = TemplateChoice.objects.standing(kind).first()
    if (standing.template if standing else None) == template:
        raise ChosenAlready(kind)
    choice = TemplateChoice(kind=kind, template=template, chosen_at=at, chosen_by=by)
    choice.save(force_insert=True)
    seal = template.sha256 if template else ""
    write(events.TemplateAdopted(document=kind, sha256=seal), about=choice, by=by, at=at)
    return choice
