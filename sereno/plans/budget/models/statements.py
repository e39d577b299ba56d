"""What money was assigned and what became of it: lines, their shares, monthly statements."""

from datetime import date
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from sereno.people.models import Person
from sereno.plans.budget.rules import Amounts, Second, Terms
from sereno.plans.models import Indicator, Project
from sereno.territory.models import Parish


def money(*, null: bool = False) -> "models.DecimalField[Decimal | str | float | int, Decimal]":
    return models.DecimalField(max_digits=15, decimal_places=2, null=null, blank=null)


class Group(models.Model):
    """A group of the classifier of income and expense, in force for a while."""

    code = models.CharField(max_length=2)
    name = models.CharField(max_length=120)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["code", "starts_on"]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Line(models.Model):
    """A line of a year's budget: what the money is for, where it comes from, where it goes."""

    class Kind(models.TextChoices):
        EXPENSE = "expense", _("gasto")
        INCOME = "income", _("ingreso")

    year = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=60)
    description = models.CharField(max_length=300)
    kind = models.CharField(max_length=7, choices=Kind.choices)
    group = models.CharField(max_length=2)
    source = models.CharField(max_length=120, blank=True)
    parish = models.ForeignKey(Parish, null=True, blank=True, on_delete=models.PROTECT)
    programming = models.JSONField(default=list, blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["kind", "code"]
        constraints = [
            models.UniqueConstraint(fields=["year", "code"], name="budget_line_once_a_year"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.description}"

    @property
    def shares(self) -> list[Decimal]:
        """What was programmed for each month, of a hundred; empty where nothing was."""
        return [Decimal(share) for share in self.programming]


class Weight(models.Model):
    """How much of a line serves one project, or one indicator of it."""

    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="weights")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="weights")
    indicator = models.ForeignKey(Indicator, null=True, blank=True, on_delete=models.PROTECT)
    share = models.DecimalField(max_digits=5, decimal_places=2)

    class Meta:
        ordering = ["-share", "pk"]
        constraints = [
            models.CheckConstraint(
                name="budget_weight_is_a_share",
                condition=models.Q(share__gt=0, share__lte=100),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.line_id} → {self.project_id}: {self.share}"


class Month(models.Model):
    """A month of the statement; once closed, two people are needed to change it."""

    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["year", "number"]
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="budget_month_once"),
            models.CheckConstraint(
                name="budget_month_of_a_year",
                condition=models.Q(number__gte=1, number__lte=12),
            ),
            models.CheckConstraint(
                name="budget_month_closed_by_someone",
                condition=models.Q(closed_at=None, closed_by=None)
                | models.Q(closed_at__isnull=False, closed_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}-{self.number:02}"

    @property
    def first_day(self) -> date:
        return date(self.year, self.number, 1)


class SnapshotQuerySet(models.QuerySet["Snapshot"]):
    """Questions to the statements."""

    def standing(self) -> "SnapshotQuerySet":
        """What counts today, each line once a month."""
        return self.filter(replaced_at=None)


class Snapshot(models.Model):
    """A line at the end of a month; a correction is a new one, and the old one stays."""

    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="snapshots")
    month = models.ForeignKey(Month, on_delete=models.PROTECT, related_name="snapshots")
    initial = money()
    amendments = money()
    revised = money()
    certified = money(null=True)
    committed = money(null=True)
    accrued = money()
    paid = money()
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    agreed_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    replaced_at = models.DateTimeField(null=True, blank=True)

    objects = SnapshotQuerySet.as_manager()

    class Meta:
        ordering = ["month__year", "month__number", "taken_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["line", "month"],
                condition=models.Q(replaced_at=None),
                name="budget_one_standing_snapshot",
            ),
            models.CheckConstraint(
                name="budget_snapshot_agreed_by_another",
                condition=models.Q(agreed_by=None) | ~models.Q(agreed_by=models.F("taken_by")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.line_id} {self.month_id}"

    @property
    def amounts(self) -> Amounts:
        return Amounts(
            self.initial,
            self.amendments,
            self.revised,
            self.certified,
            self.committed,
            self.accrued,
            self.paid,
        )


class Correction(models.Model):
    """A statement proposed for a month that was closed: it counts once another person agrees."""

    month = models.ForeignKey(Month, on_delete=models.PROTECT, related_name="corrections")
    text = models.TextField()
    reason = models.CharField(max_length=300)
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)
    refused_because = models.TextField(blank=True)
    decided_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-proposed_at"]
        constraints = [
            models.CheckConstraint(
                name="budget_correction_decided_once",
                condition=models.Q(agreed_at=None) | models.Q(refused_at=None),
            ),
            models.CheckConstraint(
                name="budget_correction_agreed_by_another",
                condition=models.Q(agreed_at=None)
                | (
                    models.Q(decided_by__isnull=False)
                    & ~models.Q(decided_by=models.F("proposed_by"))
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.month_id} {self.reason}"

    @property
    def is_waiting(self) -> bool:
        return self.agreed_at is None and self.refused_at is None


class TermsInForce(models.Model):
    """How this council reads its budget, from a day on: bands of lag and the second balance."""

    class Second(models.TextChoices):
        OF_REVISED = "revised", _("codificado menos devengado")
        OF_COMMITTED = "committed", _("comprometido menos devengado")

    starts_on = models.DateField()
    behind_time = models.DecimalField(max_digits=5, decimal_places=2)
    behind_programming = models.DecimalField(max_digits=5, decimal_places=2)
    second = models.CharField(max_length=9, choices=Second.choices)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["starts_on", "pk"]

    def __str__(self) -> str:
        return str(self.starts_on)

    @property
    def terms(self) -> Terms:
        return Terms(self.behind_time, self.behind_programming, Second(self.second))
