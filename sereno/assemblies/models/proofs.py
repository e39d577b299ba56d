"""A record or a link that shows that something was done."""

from django.db import models

from sereno.people.models import Person


class Proof(models.Model):
    """A PDF kept under its SHA-256, or a link.

    It works once another person has opened it and found there what it says.
    """

    title = models.CharField(max_length=200)
    link = models.URLField(max_length=500, blank=True)
    file = models.FileField(max_length=100, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    step = models.ForeignKey(
        "assemblies.StepRecord",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="proofs",
    )
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="added_proofs")
    verified_at = models.DateTimeField(null=True, blank=True)
    rejected_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="opened_proofs"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="proof_is_a_file_or_a_link",
                condition=(models.Q(link="") & ~models.Q(sha256="") & ~models.Q(file=""))
                | (~models.Q(link="") & models.Q(sha256="", file="")),
            ),
            models.CheckConstraint(
                name="proof_opened_by_another",
                condition=models.Q(opened_by=None, verified_at=None, rejected_at=None)
                | (
                    models.Q(opened_by__isnull=False)
                    & ~models.Q(opened_by=models.F("added_by"))
                    & (
                        models.Q(verified_at__isnull=False, rejected_at=None)
                        | models.Q(verified_at=None, rejected_at__isnull=False)
                    )
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.title
