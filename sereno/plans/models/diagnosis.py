"""What a plan found before it promised anything: its numbers, and what is wrong."""

from django.db import models

from sereno.plans.models.plan import Objective, Plan
from sereno.plans.rules import printing


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


class Fact(models.Model):
    """A number that a diagnosis stands on, as its source says it: it is quoted, not measured."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="facts")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=160)
    value = models.DecimalField(max_digits=16, decimal_places=4)
    unit = models.CharField(max_length=60, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    source = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def said(self) -> str:
        """The number as it is printed, with its unit."""
        words = printing.share if self.unit == "%" else printing.number
        number = words(self.value)
        return number if self.unit in {"", "%"} else f"{number} {self.unit}"
