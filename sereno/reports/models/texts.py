"""What a person writes into a document before it is frozen: conclusions, challenges, a foreword."""

from typing import TYPE_CHECKING

from django.db import models

from sereno.people.models import Person

if TYPE_CHECKING:
    from typing import Self


class FreeTextQuerySet(models.QuerySet["FreeText"]):
    def standing(self) -> "Self":
        return self.filter(replaced_at=None)


class FreeText(models.Model):
    """A text of a document for what it is about. It is replaced, never edited.

    ``document`` is a kind of edition, ``subject`` what it is about (``2026``, ``deliberation:2``),
    ``code`` the place in the document that the text fills.
    """

    document = models.CharField(max_length=20)
    subject = models.CharField(max_length=40)
    code = models.CharField(max_length=60)
    text = models.TextField(blank=True)
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField(null=True, blank=True)

    objects = FreeTextQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "subject", "code"],
                condition=models.Q(replaced_at=None),
                name="free_text_stands_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.subject} {self.code}"
