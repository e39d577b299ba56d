"""A token: what a program shows to act for a person, and less than that person may."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models

from sereno.people.models import Person

if TYPE_CHECKING:
    from typing import Self


class TokenQuerySet(models.QuerySet["Token"]):
    def living(self, at: datetime) -> "Self":
        """Neither revoked nor past their last day, and their person still works here."""
        return self.filter(revoked_at=None, expires_at__gt=at, person__is_active=True)


class Token(models.Model):
    """Kept as the SHA-256 of what was shown once: who reads the database cannot use it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=80)
    sha256 = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    used_on = models.DateField(null=True, blank=True)

    objects = TokenQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.name


class Reply(models.Model):
    """What a write was answered, so that the same request sent again changes nothing.

    A tracking code is never kept here: whoever repeats the request works it out again.
    """

    token = models.ForeignKey(Token, on_delete=models.PROTECT, related_name="replies")
    key = models.CharField(max_length=64)
    request = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    content_type = models.CharField(max_length=80, blank=True)
    body = models.TextField(blank=True)
    begun_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["begun_at"], name="api_reply_begun")]
        constraints = [
            models.UniqueConstraint(fields=["token", "key"], name="api_reply_once_a_key"),
        ]

    def __str__(self) -> str:
        return f"{self.token_id} {self.status}"
