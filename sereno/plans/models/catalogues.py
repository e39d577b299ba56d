"""What nation, world and canton want: dated catalogues that objectives of a plan serve."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Catalogue(models.Model):
    """A national plan, the SDGs or the canton's PDOT, in force for a while: they are replaced."""

    class Kind(models.TextChoices):
        NATIONAL_PLAN = "national_plan", _("Plan nacional de desarrollo")
        SDG = "sdg", _("Objetivos de Desarrollo Sostenible")
        PDOT = "pdot", _("Plan de desarrollo y ordenamiento territorial (PDOT)")
        OTHER = "other", _("Otro")

    code = models.SlugField(max_length=30, unique=True)
    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=13, choices=Kind.choices, default=Kind.OTHER)
    source = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class CatalogueObjective(models.Model):
    """One numbered entry of a catalogue; unconfirmed until a source for its title is seen."""

    class Kind(models.TextChoices):
        OBJECTIVE = "objective", _("objetivo")
        AXIS = "axis", _("eje")

    catalogue = models.ForeignKey(Catalogue, on_delete=models.PROTECT, related_name="objectives")
    number = models.CharField(max_length=10)
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=9, choices=Kind.choices, default=Kind.OBJECTIVE)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["catalogue", "number"], name="catalogue_objective_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"
