"""The activities of a project: when each is done, by whom, and what became of it so far."""

from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import models

from sereno.people.models import Person
from sereno.plans.models.changes import Change, Changes, confirmed_by_another, one_waits
from sereno.plans.models.plan import Project
from sereno.plans.models.units import OrgUnit
from sereno.plans.rules import Programming, of_row, programmed

if TYPE_CHECKING:
    from typing import Self


class Task(models.Model):
    """An activity with its days, its twelve monthly parts and its money, as a POA has them."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="tasks")
    name = models.CharField(max_length=300)
    responsible = models.ForeignKey(OrgUnit, null=True, blank=True, on_delete=models.PROTECT)
    partners = models.CharField(max_length=300, blank=True)
    period_note = models.CharField(max_length=300, blank=True)
    verification = models.CharField(max_length=300, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    shares = models.JSONField(default=list, blank=True)
    cost = models.DecimalField(max_digits=15, decimal_places=2, null=True, blank=True)
    spending = models.JSONField(default=list, blank=True)
    earlier = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="task_period_goes_forward",
                condition=models.Q(ends_on__gte=models.F("starts_on")),
            ),
            models.CheckConstraint(
                name="task_costs_nothing_or_more",
                condition=models.Q(cost=None) | models.Q(cost__gte=0),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def answers(self) -> OrgUnit:
        """The unit that answers for it: its own, or its project's."""
        return self.responsible or self.project.responsible

    @property
    def programming(self) -> Programming:
        return Programming(
            self.starts_on,
            self.ends_on,
            tuple(Decimal(share) for share in self.shares),
            self.cost,
            tuple(Decimal(part) for part in self.spending),
        )

    def due(self, year: int, month: int) -> Decimal | None:
        """How much of a hundred was to be done by the end of a month; unknown where unprogrammed.

        Before its year nothing was due, after it everything.
        """
        if not self.shares:
            return None
        if self.starts_on.year != year:
            return Decimal(100 if self.starts_on.year < year else 0)
        return programmed(self.programming.shares, month=month)


class TaskChange(Change):
    """A published activity is to be programmed otherwise: who asked, why, and who answered."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="changes")
    old = models.JSONField()
    new = models.JSONField()

    objects = Changes["TaskChange"].as_manager()

    class Meta(Change.Meta):
        constraints = [one_waits("task"), confirmed_by_another("task")]

    def __str__(self) -> str:
        return f"{self.task_id}: {self.because}"

    @property
    def was(self) -> Programming:
        return of_row(self.old)

    @property
    def becomes(self) -> Programming:
        return of_row(self.new)


class Told(models.QuerySet["TaskProgress"]):
    def waiting(self) -> "Self":
        """Neither confirmed nor returned."""
        return self.filter(confirmed_at=None, returned_at=None)

    def standing(self) -> "Self":
        """Confirmed by another person; the last one of a task is what was done so far."""
        return self.exclude(confirmed_at=None).order_by("year", "month", "confirmed_at", "pk")


class TaskProgress(models.Model):
    """How much of an activity was done by the end of a month, where that can be seen."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="progress")
    year = models.PositiveSmallIntegerField()
    month = models.PositiveSmallIntegerField()
    done = models.DecimalField(max_digits=5, decimal_places=2)
    evidence = models.CharField(max_length=500, blank=True)
    note = models.CharField(max_length=300, blank=True)
    told_at = models.DateTimeField()
    told_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    returned_at = models.DateTimeField(null=True)
    returned_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    returned_because = models.TextField(blank=True)

    objects = Told.as_manager()

    class Meta:
        ordering = ["year", "month", "told_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["task"],
                condition=models.Q(confirmed_at=None, returned_at=None),
                name="task_one_progress_waits",
            ),
            models.CheckConstraint(
                name="task_progress_of_a_hundred",
                condition=models.Q(done__gte=0, done__lte=100, month__gte=1, month__lte=12),
            ),
            models.CheckConstraint(
                name="task_progress_shows_it",
                condition=models.Q(done=0) | ~models.Q(evidence=""),
            ),
            models.CheckConstraint(
                name="task_progress_confirmed_by_another",
                condition=models.Q(confirmed_at=None, confirmed_by=None)
                | (
                    models.Q(
                        confirmed_at__isnull=False, confirmed_by__isnull=False, returned_at=None
                    )
                    & ~models.Q(confirmed_by=models.F("told_by"))
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task_id} {self.year}-{self.month:02}: {self.done}"
