"""What a plan found wrong before it promised anything, tied to what answers it."""

from django.db import models

from sereno.plans.models.plan import Objective, Plan


class Problem(models.Model):
    """One line of a diagnosis: what is wrong, where, and who has to be brought together."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="problems")
    position = models.PositiveSmallIntegerField()
    theme = models.CharField(max_length=160)
    text = models.TextField()
    zones = models.CharField(max_length=300, blank=True)
    actors = models.CharField(max_length=300, blank=True)
    objectives = models.ManyToManyField(Objective, related_name="problems", blank=True)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text
