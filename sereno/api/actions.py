"""A token is made, shown once, used and revoked."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from sereno.api import events, rules
from sereno.api.models import Reply, Token
from sereno.logbook.actions import write
from sereno.people.models import Person


class UnknownScope(Exception):
    """A scope that does not exist, or none at all."""


class BadLife(Exception):
    """A token lasts from one day to a year."""


class NotYours(Exception):
    """Only its person, or whoever appoints people, revokes a token."""


class Replayed(Exception):
    """This very request was answered before: its answer goes out again, and nothing is done."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.pk)
        self.reply = reply


class KeyReused(Exception):
    """The same key came with another request: one of the two would be lost."""


@transaction.atomic
def make_token(
    name: str, scopes: Sequence[str], *, days: int, by: Person, at: datetime
) -> tuple[Token, str]:
    """Make one for oneself. The text that comes back is never to be had again."""
    if not scopes or not set(scopes) <= set(rules.SCOPES):
        raise UnknownScope(", ".join(scopes))
    if not 1 <= days <= rules.LONGEST_DAYS:
        raise BadLife(days)
    shown = rules.new_token()
    token = Token(
        person=by,
        name=name.strip(),
        sha256=rules.digest(shown),
        scopes=sorted(set(scopes)),
        made_at=at,
        expires_at=at + timedelta(days=days),
    )
    token.save(force_insert=True)
    write(events.TokenMade(scopes=" ".join(token.scopes)), about=token, by=by, at=at)
    return token, shown


@transaction.atomic
def revoke_token(token: Token, *, by: Person, at: datetime) -> None:
    """From now on it opens nothing; revoking it twice changes nothing."""
    if token.person_id != by.pk and not by.may("person.appoint"):
        raise NotYours(token.pk)
    if Token.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=at):
        write(events.TokenRevoked(), about=token, by=by, at=at)
        token.refresh_from_db()


def use_token(shown: str, *, at: datetime) -> Token | None:
    """The living token of a text; the day it was used is kept, once a day."""
    living = Token.objects.living(at).select_related("person")
    try:
        token = living.get(sha256=rules.digest(shown))
    except Token.DoesNotExist:
        return None
    today = timezone.localdate(at)
    if token.used_on != today:
        Token.objects.filter(pk=token.pk).update(used_on=today)
    return token


def begin_reply(token: Token, *, key: str, request: str, at: datetime) -> Reply:
    """Hold a key for one request until this transaction ends; whoever repeats it waits here.

    Refuses ``Replayed`` with the answer that was given, and ``KeyReused`` where another request
    had the same key.
    """
    Reply.objects.filter(begun_at__lt=at - timedelta(days=rules.KEY_DAYS)).delete()
    named = {"token": token, "key": rules.digest(key)}
    try:
        with transaction.atomic():
            return Reply.objects.create(**named, request=request, begun_at=at)
    except IntegrityError:
        found = Reply.objects.get(**named)
    if found.request != request:
        raise KeyReused(token.pk)
    raise Replayed(found)


def keep_reply(reply: Reply, *, status: int, content_type: str, body: str) -> None:
    """What was answered, in the transaction of what was done."""
    reply.status, reply.content_type, reply.body = status, content_type, body
    reply.save(update_fields=["status", "content_type", "body"])
