"""What the council does with the barrios and with other institutions."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from sereno.people.models import Person
from sereno.territory.models import Barrio, Parish

if TYPE_CHECKING:
    from typing import Self


class ActivityQuerySet(models.QuerySet["Activity"]):
    def pending(self) -> "Self":
        """Neither held nor cancelled."""
        return self.filter(held_at=None, cancelled_at=None).order_by("planned_for", "pk")

    def held(self) -> "Self":
        return self.filter(held_at__isnull=False).order_by("held_at")


class Activity(models.Model):
    """A joint operation, training, drill or round table: planned, then held or not."""

    class Kind(models.TextChoices):
        JOINT_OPERATION = "joint_operation", _("operativo interinstitucional")
        TRAINING = "training", _("capacitación")
        DRILL = "drill", _("simulacro")
        ROUND_TABLE = "round_table", _("mesa de trabajo")

    kind = models.CharField(max_length=15, choices=Kind.choices)
    title = models.CharField(max_length=160)
    parish = models.ForeignKey(Parish, null=True, blank=True, on_delete=models.PROTECT)
    barrio = models.ForeignKey(Barrio, null=True, blank=True, on_delete=models.PROTECT)
    partners = models.CharField(max_length=200, blank=True)
    planned_for = models.DateTimeField()
    planned_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="planned")
    held_at = models.DateTimeField(null=True, blank=True)
    attendance = models.PositiveIntegerField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_because = models.TextField(blank=True)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["planned_for"], name="activity_planned_for"),
            models.Index(fields=["kind", "held_at", "parish"], name="activity_held"),
        ]
        constraints = [
            models.CheckConstraint(
                name="activity_held_or_cancelled",
                condition=models.Q(held_at=None) | models.Q(cancelled_at=None),
            ),
        ]

    def __str__(self) -> str:
        return self.title
