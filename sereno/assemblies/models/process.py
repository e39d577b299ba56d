"""The accountability process: its steps as dated data, and how one year went through them."""

from datetime import date

from django.db import models

from sereno.assemblies.rules.process import Deadline
from sereno.assemblies.rules.process import due_on as last_day
from sereno.people.models import Person
from sereno.plans.models import OrgUnit


class ProcessStep(models.Model):
    """One step that a norm asks of a kind of entity, in force for the account of some years.

    Kinds of entity, calendars and phases are words of the data: norms change them.
    """

    entity = models.CharField(max_length=60)
    calendar = models.CharField(max_length=60)
    from_year = models.PositiveSmallIntegerField()
    to_year = models.PositiveSmallIntegerField(null=True, blank=True)
    phase = models.PositiveSmallIntegerField()
    phase_name = models.CharField(max_length=160)
    position = models.PositiveSmallIntegerField()
    code = models.SlugField(max_length=60)
    name = models.CharField(max_length=200)
    record = models.CharField(max_length=300)
    due_month = models.PositiveSmallIntegerField(null=True, blank=True)
    due_day = models.PositiveSmallIntegerField(null=True, blank=True)
    days_from_deliberation = models.SmallIntegerField(null=True, blank=True)
    source = models.CharField(max_length=300)

    class Meta:
        ordering = ["phase", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["entity", "calendar", "from_year", "code"], name="process_step_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.phase}.{self.position} {self.code}"


class Process(models.Model):
    """The account of one year: which calendar it follows, and when the deliberation is."""

    year = models.PositiveSmallIntegerField(unique=True)
    entity = models.CharField(max_length=60)
    calendar = models.CharField(max_length=60)
    deliberation_on = models.DateField(null=True, blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="processes")

    class Meta:
        ordering = ["-year"]

    def __str__(self) -> str:
        return str(self.year)


class StepRecord(models.Model):
    """A step in one year: who answers for it, when it was done, and what shows it."""

    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="records")
    step = models.ForeignKey(ProcessStep, on_delete=models.PROTECT, related_name="records")
    responsible = models.ForeignKey(OrgUnit, null=True, blank=True, on_delete=models.PROTECT)
    done_on = models.DateField(null=True, blank=True)
    told_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="told_steps"
    )

    class Meta:
        ordering = ["step__phase", "step__position"]
        constraints = [
            models.UniqueConstraint(fields=["process", "step"], name="step_record_once"),
        ]

    def __str__(self) -> str:
        return f"{self.process_id} {self.step_id}"

    @property
    def due_on(self) -> date | None:
        """The last day by the calendar; the process must be loaded with the step."""
        deadline = Deadline(
            self.step.due_month, self.step.due_day, self.step.days_from_deliberation
        )
        year, deliberation_on = self.process.year, self.process.deliberation_on
        return last_day(deadline, year=year, deliberation_on=deliberation_on)


class ClosedPhase(models.Model):
    """A phase whose every step was done and shown."""

    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="closed_phases")
    phase = models.PositiveSmallIntegerField()
    closed_at = models.DateTimeField()
    closed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="closed_phases")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["process", "phase"], name="closed_phase_once"),
        ]

    def __str__(self) -> str:
        return f"{self.process_id} {self.phase}"
