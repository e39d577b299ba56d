"""What was promised for a period, and how a published promise changes."""

from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from sereno.plans.models.changes import Change, Changes, confirmed_by_another, one_waits
from sereno.plans.models.plan import Indicator
from sereno.plans.rules import printing, saying, steps
from sereno.territory.models import Parish


class Target(models.Model):
    """What was promised for a period, parsed, with the document's own words beside it."""

    class Kind(models.TextChoices):
        QUANTITY = "quantity", _("cantidad")
        SHARE = "share", _("porcentaje de un universo")
        FREQUENCY = "frequency", _("frecuencia")
        MILESTONE = "milestone", _("hito o documento")
        SCALE = "scale", _("escala de palabras")
        OBSERVED = "observed", _("sin meta: solo se observa")

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="targets")
    kind = models.CharField(max_length=9, choices=Kind.choices)
    value = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    universe = models.CharField(max_length=200, blank=True)
    universe_size = models.PositiveIntegerField(null=True, blank=True)
    every_days = models.PositiveIntegerField(null=True, blank=True)
    high = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    scale = models.TextField(blank=True)
    condition = models.CharField(max_length=300, blank=True)
    source_words = models.CharField(max_length=300, blank=True)
    group = models.CharField(max_length=120, blank=True)
    parish = models.ForeignKey(Parish, null=True, blank=True, on_delete=models.PROTECT)
    starts_on = models.DateField()
    ends_on = models.DateField()
    earlier = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="target_period_goes_forward",
                condition=models.Q(ends_on__gte=models.F("starts_on")),
            ),
            models.CheckConstraint(
                name="target_says_how_much",
                condition=(
                    models.Q(kind__in=["milestone", "observed"])
                    | models.Q(kind="frequency", every_days__isnull=False)
                    | models.Q(kind__in=["quantity", "share", "scale"], value__isnull=False)
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.source_words or self.value}"

    @property
    def said(self) -> str:
        """How much was promised, in people's words; the document's own are ``source_words``."""
        return saying.said(self, self.indicator.unit)

    @property
    def is_told_by_parts(self) -> bool:
        """A percentage is reported by its part and its whole, promised or only observed."""
        is_percent = self.indicator.unit.strip().lower() in printing.PERCENT
        observed = self.kind == self.Kind.OBSERVED
        return self.kind == self.Kind.SHARE or (observed and is_percent)

    @property
    def steps(self) -> list[str]:
        """The words of its scale, the worst first."""
        return steps(self.scale)

    def step_said(self, step: Decimal) -> str:
        """A step of its scale as the word it stands for."""
        return saying.step(self.scale, step)


class TargetChange(Change):
    """A published target is to promise another amount: who asked, why, and who answered for it."""

    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="changes")
    old_value = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    old_high = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    old_every_days = models.PositiveIntegerField(null=True)
    new_value = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    new_high = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    new_every_days = models.PositiveIntegerField(null=True)

    objects = Changes["TargetChange"].as_manager()

    class Meta(Change.Meta):
        constraints = [one_waits("target"), confirmed_by_another("target")]

    def __str__(self) -> str:
        return f"{self.target_id}: {self.old_value} → {self.new_value}"

    @property
    def old_said(self) -> str:
        """What was promised, in people's words; the target must be loaded with its indicator."""
        return self._said(self.old_value, self.old_high, self.old_every_days)

    @property
    def new_said(self) -> str:
        return self._said(self.new_value, self.new_high, self.new_every_days)

    def _said(self, value: Decimal | None, high: Decimal | None, every_days: int | None) -> str:
        kept = self.target
        return Target(
            indicator=kept.indicator,
            kind=kept.kind,
            value=value,
            high=high,
            every_days=every_days,
            universe=kept.universe,
            universe_size=kept.universe_size,
            scale=kept.scale,
        ).said
