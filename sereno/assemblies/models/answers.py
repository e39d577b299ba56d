"""What was answered: a commitment and how far it went, or a reasoned no."""

from typing import TYPE_CHECKING

from django.db import models

from sereno.assemblies.models.asking import Matter
from sereno.assemblies.models.proofs import Proof
from sereno.people.models import Person
from sereno.plans.models import Indicator, OrgUnit, Project, Target

if TYPE_CHECKING:
    from typing import Self


class AnswerTime(models.Model):
    """How many days an answer may take, in force for a while: law changes it."""

    days = models.PositiveSmallIntegerField()
    starts_on = models.DateField(unique=True)
    ends_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300)

    class Meta:
        ordering = ["starts_on"]

    def __str__(self) -> str:
        return f"{self.days} d"


class Commitment(models.Model):
    """What the council will do about a matter, tied to its plan, with who and until when."""

    matter = models.OneToOneField(Matter, on_delete=models.PROTECT, related_name="commitment")
    text = models.TextField()
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="commitments")
    indicator = models.ForeignKey(
        Indicator, null=True, blank=True, on_delete=models.PROTECT, related_name="commitments"
    )
    target = models.ForeignKey(
        Target, null=True, blank=True, on_delete=models.PROTECT, related_name="commitments"
    )
    responsible = models.ForeignKey(OrgUnit, on_delete=models.PROTECT)
    due_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="made_commitments")

    def __str__(self) -> str:
        return self.text


class RefusalQuerySet(models.QuerySet["Refusal"]):
    def standing(self) -> "Self":
        """Those given or on their way: not sent back."""
        return self.filter(returned_at=None)

    def given(self) -> "Self":
        return self.filter(confirmed_at__isnull=False)


class Refusal(models.Model):
    """A no with its reason: written by one person, given by another."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="refusals")
    reason = models.TextField()
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="proposed_refusals"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="given_refusals"
    )
    returned_at = models.DateTimeField(null=True, blank=True)
    returned_because = models.TextField(blank=True)

    objects = RefusalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["matter"],
                condition=models.Q(returned_at=None),
                name="refusal_one_standing_of_a_matter",
            ),
            models.CheckConstraint(
                name="refusal_given_by_another",
                condition=models.Q(confirmed_at=None, confirmed_by=None)
                | (
                    models.Q(confirmed_at__isnull=False, confirmed_by__isnull=False)
                    & models.Q(returned_at=None)
                    & ~models.Q(confirmed_by=models.F("proposed_by"))
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"no {self.matter_id}"


class AdvanceQuerySet(models.QuerySet["Advance"]):
    def confirmed(self) -> "Self":
        return self.filter(confirmed_at__isnull=False)


class Advance(models.Model):
    """What was done about a commitment by a day. It counts once another person confirms it."""

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="advances")
    as_of = models.DateField()
    result = models.TextField()
    percent = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    proof = models.ForeignKey(Proof, null=True, blank=True, on_delete=models.PROTECT)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="noted_advances")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="confirmed_advances"
    )

    objects = AdvanceQuerySet.as_manager()

    class Meta:
        ordering = ["as_of", "pk"]
        constraints = [
            models.CheckConstraint(
                name="advance_of_a_hundred",
                condition=models.Q(percent=None) | models.Q(percent__gte=0, percent__lte=100),
            ),
            models.CheckConstraint(
                name="advance_above_zero_has_proof",
                condition=models.Q(percent=None)
                | models.Q(percent=0)
                | models.Q(proof__isnull=False),
            ),
            models.CheckConstraint(
                name="advance_confirmed_by_another",
                condition=models.Q(confirmed_at=None, confirmed_by=None)
                | (
                    models.Q(confirmed_at__isnull=False, confirmed_by__isnull=False)
                    & ~models.Q(confirmed_by=models.F("noted_by"))
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.as_of}"
