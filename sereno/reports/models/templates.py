"""The Word templates that a council gave, and which one each document is drawn with."""

from typing import TYPE_CHECKING

from django.db import models

from sereno.people.models import Person
from sereno.reports.models.editions import Edition

if TYPE_CHECKING:
    from typing import Self


class WordTemplate(models.Model):
    """A template as it was given, under its seal. It is never edited; another one may follow."""

    kind = models.CharField(max_length=20, choices=Edition.Kind.choices)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "sha256"], name="word_template_kept_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.sha256[:12]}"


class TemplateChoiceQuerySet(models.QuerySet["TemplateChoice"]):
    def standing(self, kind: str) -> "Self":
        return self.filter(kind=kind).order_by("-pk")[:1]


class TemplateChoice(models.Model):
    """From when on a document is drawn with a template; with none, with the house's own."""

    kind = models.CharField(max_length=20, choices=Edition.Kind.choices)
    template = models.ForeignKey(
        WordTemplate, null=True, blank=True, on_delete=models.PROTECT, related_name="choices"
    )
    chosen_at = models.DateTimeField()
    chosen_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = TemplateChoiceQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.template_id}"
