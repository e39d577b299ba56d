"""What people asked: the suggestion as it came, and the matter that several of them share."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from sereno.assemblies.models.meetings import Deliberation
from sereno.people.models import Person
from sereno.territory.models import Parish

if TYPE_CHECKING:
    from typing import Self


class Matter(models.Model):
    """What several suggestions ask, in the council's own words: this is what the public reads."""

    title = models.CharField(max_length=160)
    text = models.TextField()
    year = models.PositiveSmallIntegerField()
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="opened_matters")

    class Meta:
        ordering = ["-year", "pk"]

    def __str__(self) -> str:
        return self.title


class Support(models.Model):
    """One more who asks the same; ``voice`` is a random word of their browser, not a person."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="supports")
    voice = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["matter", "voice"], name="support_once_a_voice"),
        ]

    def __str__(self) -> str:
        return f"+1 {self.matter_id}"


class SuggestionQuerySet(models.QuerySet["Suggestion"]):
    def waiting(self) -> "Self":
        """Those that nobody has put into a matter yet, the oldest first."""
        return self.filter(matter=None).order_by("received_at", "pk")


class Suggestion(models.Model):
    """The words of one person. They may name people, so the public never sees them.

    The code that follows it is kept as its SHA-256 alone.
    """

    class Channel(models.TextChoices):
        WEB = "web", _("página pública")
        TABLE = "table", _("mesa de la asamblea")
        PAPER = "paper", _("papel")

    text = models.TextField()
    channel = models.CharField(max_length=5, choices=Channel.choices)
    code_digest = models.CharField(max_length=64, unique=True)
    parish = models.ForeignKey(Parish, null=True, blank=True, on_delete=models.PROTECT)
    deliberation = models.ForeignKey(
        Deliberation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="suggestions",
    )
    matter = models.ForeignKey(
        Matter, null=True, blank=True, on_delete=models.PROTECT, related_name="suggestions"
    )
    received_at = models.DateTimeField()
    taken_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="taken_suggestions"
    )
    grouped_at = models.DateTimeField(null=True, blank=True)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["received_at"], name="suggestion_received")]

    def __str__(self) -> str:
        return f"suggestion {self.pk}"


class Contact(models.Model):
    """How to reach who asked, if they said so: apart from the suggestion, erased on request."""

    suggestion = models.OneToOneField(Suggestion, on_delete=models.PROTECT, related_name="contact")
    words = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"contact of {self.suggestion_id}"
