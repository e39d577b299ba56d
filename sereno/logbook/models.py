"""What a line of the logbook is, and who follows it."""

from typing import TYPE_CHECKING

from django.db import models

from sereno.logbook.rules import Line

if TYPE_CHECKING:
    from typing import Self


class EntryQuerySet(models.QuerySet["Entry"]):
    def since(self, number: int) -> "Self":
        return self.filter(number__gt=number).order_by("number")

    def about(self, subject: str) -> "Self":
        return self.filter(subject=subject).order_by("number")


class Entry(models.Model):
    """One act. Its number is the cursor of every follower."""

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    event = models.CharField(max_length=60)
    subject = models.CharField(max_length=60)
    actor = models.CharField(max_length=60, blank=True)
    after = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="next")
    data = models.JSONField(default=dict)
    seal = models.CharField(max_length=64)

    objects = EntryQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["subject", "number"], name="logbook_subject"),
            models.Index(fields=["event", "number"], name="logbook_event"),
            models.Index(fields=["at"], name="logbook_at"),
        ]

    def __str__(self) -> str:
        return f"#{self.number} {self.event} {self.subject}"

    def line(self) -> Line:
        return Line(
            number=self.number,
            at=self.at,
            event=self.event,
            subject=self.subject,
            actor=self.actor,
            after=self.after_id,
            data=self.data,
        )


class Cursor(models.Model):
    """How far one follower has read, kept so that a restart goes on where it stopped."""

    follower = models.CharField(max_length=60, primary_key=True)
    number = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.follower} @ {self.number}"
