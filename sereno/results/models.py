"""What a measurement is, and the evidence behind it."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sereno.logbook.rules import seal_of_words
from sereno.people.models import Person
from sereno.plans.models import Target
from sereno.plans.rules.printing import Printed, printed
from sereno.results.rules import bands, rows
from sereno.results.rules.judged import number_of
from sereno.web.rules import Absent

if TYPE_CHECKING:
    from typing import Self


class MeasurementQuerySet(models.QuerySet["Measurement"]):
    def approved(self) -> "Self":
        return self.filter(approved_at__isnull=False)

    def open(self) -> "Self":
        """Drafts on their way: neither approved nor returned."""
        return self.filter(approved_at=None, returned_at=None)

    def to_review(self) -> "Self":
        return self.open().filter(reviewed_at=None)

    def to_approve(self) -> "Self":
        return self.open().filter(reviewed_at__isnull=False)

    def returned(self) -> "Self":
        return self.filter(returned_at__isnull=False)

    def newest_first(self) -> "Self":
        """By the period they reach, and late data before what it replaces."""
        return self.order_by("-ends_at", "-measured_at", "-pk")


class Measurement(models.Model):
    """A number for a period, with the worksheet it was worked out from.

    Computed from records, or reported by a person with evidence. Draft, then reviewed, then
    approved, never by its author; or returned with a reason, and then a new draft takes its
    place. Late data does the same to an approved one, which stays as it is. A target has one
    draft for each day that is counted up to, so that the months of a year can come together.
    """

    class Origin(models.TextChoices):
        COMPUTED = "computed", _("calculada de los registros")
        REPORTED = "reported", _("reportada con evidencia")

    class Absence(models.TextChoices):
        UNKNOWN = Absent.UNKNOWN.value, _("sin dato")
        NOT_APPLICABLE = Absent.NOT_APPLICABLE.value, _("no aplica")

    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="measurements")
    origin = models.CharField(max_length=8, choices=Origin.choices)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    value = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    numerator = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    denominator = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    absence = models.CharField(max_length=14, blank=True, choices=Absence.choices)
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
    returned_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="returned"
    )
    returned_because = models.TextField(blank=True)

    objects = MeasurementQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["target", "-ends_at"], name="measurement_newest"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["target", "ends_at"],
                condition=models.Q(approved_at=None, returned_at=None),
                name="measurement_one_draft_of_a_moment",
            ),
            models.CheckConstraint(
                name="measurement_reviewed_by_another",
                condition=models.Q(reviewed_at=None, reviewed_by=None)
                | (
                    models.Q(reviewed_at__isnull=False, reviewed_by__isnull=False)
                    & ~models.Q(reviewed_by=models.F("measured_by"))
                ),
            ),
            models.CheckConstraint(
                name="measurement_approved_by_another",
                condition=models.Q(approved_at=None, approved_by=None)
                | (
                    models.Q(approved_at__isnull=False, approved_by__isnull=False)
                    & models.Q(reviewed_at__isnull=False, returned_at=None)
                    & ~models.Q(approved_by=models.F("measured_by"))
                ),
            ),
            models.CheckConstraint(
                name="measurement_says_why_it_has_no_value",
                condition=models.Q(value__isnull=False, absence="")
                | (models.Q(value=None) & ~models.Q(absence="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.target_id} = {self.value}"

    @property
    def last_at(self) -> datetime:
        """The last moment counted: a period that ends at midnight ends on the day before."""
        return self.ends_at - timedelta(microseconds=1)

    @property
    def last_day(self) -> date:
        """The last day counted, by the council's own time."""
        return timezone.localdate(self.last_at)

    @property
    def actual(self) -> Decimal | Absent:
        """The number to judge by; or why there is none."""
        return number_of(self)

    @property
    def said(self) -> Printed:
        """The number as it is printed; the target must be loaded with its indicator."""
        if self.target.kind == Target.Kind.SCALE and self.value is not None:
            return Printed(self.target.step_said(self.value))
        return printed(
            self.value,
            self.target.indicator.unit,
            numerator=self.numerator,
            denominator=self.denominator,
        )

    @property
    def sealed(self) -> str:
        """The file whose SHA-256 is the seal."""
        return rows.sealed(self.worksheet, self.value)

    def is_whole(self) -> bool:
        """Whether worksheet and value are still what was sealed."""
        return rows.seal(self.worksheet, self.value) == self.seal


class Evidence(models.Model):
    """A file or a link that shows what a reported measurement says.

    Of a photograph the public gets another file, without what the camera wrote; the original
    stays apart under its own SHA-256, for whoever has to check it.
    """

    measurement = models.ForeignKey(Measurement, on_delete=models.PROTECT, related_name="evidence")
    title = models.CharField(max_length=200)
    file = models.FileField(max_length=100, blank=True)
    media_type = models.CharField(max_length=60, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    public_file = models.FileField(max_length=110, blank=True)
    public_sha256 = models.CharField(max_length=64, blank=True)
    link = models.URLField(blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="evidence_is_a_file_or_a_link",
                condition=(models.Q(link="") & ~models.Q(sha256="") & ~models.Q(file=""))
                | (~models.Q(link="") & models.Q(sha256="", file="")),
            ),
            models.CheckConstraint(
                name="evidence_public_copy_has_its_seal",
                condition=models.Q(public_file="", public_sha256="")
                | (~models.Q(public_file="") & ~models.Q(public_sha256="")),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Visit(models.Model):
    """A link of evidence was visited: what it turned out to be, and when. Visits are only added."""

    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="visits")
    at = models.DateTimeField()
    found = models.CharField(max_length=17)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.evidence_id} {self.found}"


class BandScheme(models.Model):
    """The categories of compliance in force from a day on, and the document that defines them.

    None is in force by itself: the national guidance of 2023 has bands, but its limits are still
    to be confirmed, and what is proposed in its place says so (docs/arithmetic.md).
    """

    name = models.CharField(max_length=120)
    source = models.CharField(max_length=300)
    starts_on = models.DateField(unique=True)
    lines = models.TextField()
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT)

    class Meta:
        ordering = ["-starts_on"]

    def __str__(self) -> str:
        return self.name

    @property
    def bands(self) -> list[bands.Band]:
        return bands.read(self.lines)

    @property
    def seal(self) -> str:
        return seal_of_words([self.name, self.source, self.starts_on, self.lines])
