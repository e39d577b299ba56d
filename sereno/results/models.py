"""What a measurement is, and the evidence behind it."""

from typing import TYPE_CHECKING

from django.db import models

from sereno.people.models import Person
from sereno.plans.models import Target

if TYPE_CHECKING:
    from typing import Self


class MeasurementQuerySet(models.QuerySet["Measurement"]):
    def approved(self) -> "Self":
        return self.filter(approved_at__isnull=False)


class Measurement(models.Model):
    """A number for a period, with the worksheet it was worked out from.

    Computed from records, or reported by a person with evidence. Draft, then
    reviewed, then approved: three people's acts, or returned with a reason.
    """

    class Origin(models.TextChoices):
        COMPUTED = "computed", "calculada de los registros"
        REPORTED = "reported", "reportada con evidencia"

    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="measurements")
    origin = models.CharField(max_length=8, choices=Origin.choices)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    value = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    numerator = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    denominator = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    formula = models.CharField(max_length=40, blank=True)
    worksheet = models.TextField(blank=True)
    seal = models.CharField(max_length=64)
    as_of_entry = models.BigIntegerField()
    note = models.TextField(blank=True)
    measured_at = models.DateTimeField()
    measured_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="measured")
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="reviewed"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="approved"
    )
    returned_at = models.DateTimeField(null=True, blank=True)
    returned_because = models.TextField(blank=True)

    objects = MeasurementQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.target_id} = {self.value}"


class Evidence(models.Model):
    """A file or a link that shows what a reported measurement says."""

    measurement = models.ForeignKey(Measurement, on_delete=models.PROTECT, related_name="evidence")
    title = models.CharField(max_length=200)
    file = models.FileField(upload_to="%Y/%m/", blank=True)
    media_type = models.CharField(max_length=60, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    link = models.URLField(blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT)

    def __str__(self) -> str:
        return self.title
