"""The signed PDF of an edition, one more for each signature."""

from django.db import models

from sereno.people.models import Person
from sereno.reports.models.editions import Edition
from sereno.reports.rules.signing import Act


class SignedCopy(models.Model):
    """The drawn PDF with its signatures up to this one. The certificate is not kept, only whose."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="signed_copies")
    act = models.CharField(max_length=9, choices=[(act.value, act.words) for act in Act])
    name = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64)
    file = models.FileField(max_length=100)
    sha256 = models.CharField(max_length=64)
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "act"], name="signed_once_for_each_act"),
            models.UniqueConstraint(
                fields=["edition", "signed_by"], name="signed_once_by_each_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.act}"
