"""What was published is to be changed: who asked, why, and who answered for it."""

from typing import TYPE_CHECKING, TypeVar

from django.db import models

from sereno.people.models import Person

if TYPE_CHECKING:
    from typing import Self

C = TypeVar("C", bound=models.Model, covariant=True)


class Changes(models.QuerySet[C]):
    def waiting(self) -> "Self":
        """Neither confirmed nor refused."""
        return self.filter(confirmed_at=None, refused_at=None)


class Change(models.Model):
    """One person asks for it and another confirms or refuses; what is asked stands beside."""

    because = models.TextField()
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    refused_at = models.DateTimeField(null=True)
    refused_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    refused_because = models.TextField(blank=True)

    class Meta:
        abstract = True
        ordering = ["-proposed_at", "-pk"]


def one_waits(of: str) -> models.UniqueConstraint:
    """Of a target or a task, one change at a time."""
    waiting = models.Q(confirmed_at=None, refused_at=None)
    return models.UniqueConstraint(fields=[of], condition=waiting, name=f"{of}_one_change_waits")


def confirmed_by_another(of: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=f"{of}_change_confirmed_by_another",
        condition=models.Q(confirmed_at=None, confirmed_by=None)
        | (
            models.Q(confirmed_at__isnull=False, confirmed_by__isnull=False, refused_at=None)
            & ~models.Q(confirmed_by=models.F("proposed_by"))
        ),
    )
