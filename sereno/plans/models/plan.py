"""What the council promised: the plan and its parts, from the component to the indicator."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sereno.people.models import Person
from sereno.plans.models.catalogues import CatalogueObjective
from sereno.plans.models.units import OrgUnit
from sereno.plans.rules import printing
from sereno.plans.rules.calculation import PLACES, TIMES


class Plan(models.Model):
    """A document in which goals were promised for a period."""

    class Kind(models.TextChoices):
        PLURIANNUAL = "pluriannual", _("plan plurianual")
        YEARLY = "yearly", _("plan operativo anual")
        INDICATORS = "indicators", _("indicadores propios de una unidad")
        COMMITMENTS = "commitments", _("plan de trabajo de la rendición de cuentas")
        INSTITUTIONAL = "institutional", _("plan institucional")
        MANIFESTO = "manifesto", _("plan de trabajo de una candidatura")

    kind = models.CharField(max_length=13, choices=Kind.choices)
    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=200)
    source = models.CharField(max_length=300, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    vision = models.TextField(blank=True)
    vision_until = models.PositiveSmallIntegerField(null=True, blank=True)
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="drafted_plans")
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="published_plans"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="plan_period_goes_forward",
                condition=models.Q(ends_on__gte=models.F("starts_on")),
            ),
            models.CheckConstraint(
                name="plan_published_by_another",
                condition=models.Q(published_at=None, published_by=None)
                | (
                    models.Q(published_at__isnull=False, published_by__isnull=False)
                    & ~models.Q(published_by=models.F("drafted_by"))
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Component(models.Model):
    """A part of a plan, such as its technological component."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="components")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=160)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.name


class Objective(models.Model):
    """What a component wants to reach."""

    component = models.ForeignKey(Component, on_delete=models.PROTECT, related_name="objectives")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    alignments = models.ManyToManyField(CatalogueObjective, through="Alignment")

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.text


class Alignment(models.Model):
    """An objective serves a national or world objective, as its document says."""

    objective = models.ForeignKey(Objective, on_delete=models.PROTECT)
    serves = models.ForeignKey(CatalogueObjective, on_delete=models.PROTECT)
    note = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.objective_id} → {self.serves_id}"


class Project(models.Model):
    """What is done to reach an objective, and who answers for it."""

    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="projects")
    name = models.CharField(max_length=300)
    responsible = models.ForeignKey(OrgUnit, on_delete=models.PROTECT)
    partners = models.CharField(max_length=300, blank=True)
    suggestion = models.TextField(blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    period_note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class Indicator(models.Model):
    """What is counted, in which unit, which way is better, and where its rows come from.

    What ``accumulates`` begins every period at zero: its baseline is no place to start from.
    """

    class Direction(models.TextChoices):
        RISE = "rise", _("debe subir")
        FALL = "fall", _("debe bajar")
        KEEP = "keep", _("debe mantenerse")
        WITHIN = "within", _("debe quedar entre dos límites")

    class Calculation(models.TextChoices):
        SUM = "sum", _("se suman")
        LATEST = "latest", _("vale el último")
        MEAN = "mean", _("se promedian")
        MAX = "max", _("vale el mayor")
        RATIO = "ratio", _("se suman las partes y los totales, y luego se divide")
        APART = "apart", _("no se juntan: cada uno por su lado")

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="indicators")
    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=300)
    definition = models.TextField(blank=True)
    unit = models.CharField(max_length=60)
    direction = models.CharField(max_length=6, choices=Direction.choices)
    accumulates = models.BooleanField(default=False)
    over_time = models.CharField(
        max_length=6, choices=Calculation.choices, default=Calculation.LATEST
    )
    over_place = models.CharField(
        max_length=6, choices=Calculation.choices, default=Calculation.APART
    )
    source = models.CharField(max_length=60, blank=True)
    formula = models.CharField(max_length=40, blank=True)
    baseline = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    baseline_note = models.CharField(max_length=200, blank=True)
    verification = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="indicator_says_how_it_is_calculated",
                condition=models.Q(over_time__in=TIMES, over_place__in=PLACES),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_computed(self) -> bool:
        """Worked out from records, rather than reported by a person."""
        return bool(self.source)

    @property
    def baseline_said(self) -> str:
        """Where it began, as it is printed; empty where nobody knows."""
        return "" if self.baseline is None else str(printing.printed(self.baseline, self.unit))
