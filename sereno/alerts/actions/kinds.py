"""A kind of alert is entered, said anew from today, or taken out of use; what was said stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from sereno.alerts import events, rules
from sereno.alerts.models import AlertKind
from sereno.logbook.actions import hold_the_pen, write
from sereno.logbook.rules import seal_of_words
from sereno.people.models import Person

CODE = AlertKind._meta.get_field("code").max_length or 0


class KindTaken(Exception):
    """A kind of that name stands, or stood: say that one anew."""


class KindNeeded(Exception):
    """What nobody knows is danger to life: its kind stays, and stays as grave."""


class NotInForce(Exception):
    """Another person took that kind out of use in the meantime."""


@dataclass
class DeviceCodeTaken(Exception):
    """Devices say that code for another kind: an alert has one."""

    code: str
    kind: str


@dataclass(frozen=True)
class KindDraft:
    """What a kind is called, how grave it is, what devices call it, and the operator's card."""

    name: str
    urgency: rules.Urgency
    device_codes: Sequence[str] = ()
    questions: Sequence[str] = ()
    steps: Sequence[str] = ()


@transaction.atomic
def add_kind(draft: KindDraft, *, by: Person, at: datetime) -> AlertKind:
    """A kind that nobody had named; its code is its name, and does not change."""
    hold_the_pen()
    code = slugify(draft.name)[:CODE].strip("-")
    if not code or AlertKind.objects.filter(code=code).exists():
        raise KindTaken(draft.name)
    _refuse_twice(draft, code)
    return begin(code, draft, by=by, at=at)


@transaction.atomic
def revise_kind(kind: AlertKind, draft: KindDraft, *, by: Person, at: datetime) -> AlertKind:
    """Say it anew from now on; alerts that were raised keep the one they were raised as."""
    hold_the_pen()
    if kind.code == rules.UNKNOWN_KIND and draft.urgency != rules.URGENCY_OF_WHAT_NOBODY_KNOWS:
        raise KindNeeded(kind.code)
    _refuse_twice(draft, kind.code)
    _end(kind, at=at)
    return begin(kind.code, draft, by=by, at=at)


@transaction.atomic
def retire_kind(kind: AlertKind, *, by: Person, at: datetime) -> None:
    """Nothing is raised as this kind any more; a device that says its code is still heard."""
    hold_the_pen()
    if kind.code == rules.UNKNOWN_KIND:
        raise KindNeeded(kind.code)
    _end(kind, at=at)
    write(events.KindRetired(kind=kind.code), about=kind, by=by, at=at)


def _refuse_twice(draft: KindDraft, code: str) -> None:
    """Nobody could tell which of two kinds a device means."""
    said = {word.casefold() for word in (*draft.device_codes, code)}
    for other in AlertKind.objects.filter(ends_on=None).exclude(code=code):
        for word in (other.code, *other.device_codes):
            if word.casefold() in said:
                raise DeviceCodeTaken(word, other.name)


def _end(kind: AlertKind, *, at: datetime) -> None:
    standing = AlertKind.objects.filter(pk=kind.pk, ends_on=None)
    if not standing.update(ends_on=max(timezone.localdate(at), kind.starts_on)):
        raise NotInForce(kind.code)


def begin(code: str, draft: KindDraft, *, by: Person | None, at: datetime) -> AlertKind:
    """A kind from today, and the line that says what it is; by nobody where the house needs it."""
    kind = AlertKind.objects.create(
        code=code,
        name=draft.name,
        urgency=draft.urgency,
        device_codes=list(draft.device_codes),
        questions=list(draft.questions),
        steps=list(draft.steps),
        starts_on=timezone.localdate(at),
    )
    seal = seal_of_words(kind.said)
    said = events.KindDescribed(kind=code, urgency=draft.urgency, seal=seal)
    write(said, about=kind, by=by, at=at)
    return kind
