"""What a place is, from the canton to the bench in the park."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Canton(models.Model):
    """The canton that the council serves; one an installation."""

    code = models.CharField(max_length=4, unique=True)
    name = models.CharField(max_length=80)

    def __str__(self) -> str:
        return self.name


class Council(models.Model):
    """What the council of the canton is called and how it is reached: said once, shown often."""

    canton = models.OneToOneField(Canton, on_delete=models.PROTECT, related_name="council")
    name = models.CharField(max_length=160)
    short_name = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    telephone = models.CharField(max_length=40, blank=True)
    address = models.CharField(max_length=200, blank=True)
    transparency_officer = models.CharField(max_length=160, blank=True)

    def __str__(self) -> str:
        return self.name


class Parish(models.Model):
    """A parish. The official DPA code is there where one was given: some urban ones have none."""

    class Kind(models.TextChoices):
        URBAN = "urban", _("urbana")
        RURAL = "rural", _("rural")

    canton = models.ForeignKey(Canton, on_delete=models.PROTECT, related_name="parishes")
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=5, choices=Kind.choices)
    dpa_code = models.CharField(max_length=6, null=True, blank=True, unique=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    area_km2 = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    population = models.PositiveIntegerField(null=True, blank=True)
    population_source = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["canton", "name"], name="parish_name_in_canton"),
        ]

    def __str__(self) -> str:
        return self.name


class Barrio(models.Model):
    """A barrio, with its seat where somebody knows it."""

    parish = models.ForeignKey(Parish, on_delete=models.PROTECT, related_name="barrios")
    name = models.CharField(max_length=80)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["parish", "name"], name="barrio_name_in_parish"),
        ]

    def __str__(self) -> str:
        return self.name


class Place(models.Model):
    """Somewhere people meet: what a plan promises to cover is counted over these."""

    class Kind(models.TextChoices):
        PARK = "park", _("parque o área recreativa")
        MARKET = "market", _("mercado")
        SQUARE = "square", _("plaza")
        SCHOOL = "school", _("centro educativo")
        OTHER = "other", _("otro lugar")

    kind = models.CharField(max_length=6, choices=Kind.choices)
    name = models.CharField(max_length=120)
    parish = models.ForeignKey(Parish, on_delete=models.PROTECT, related_name="places")
    barrio = models.ForeignKey(Barrio, null=True, blank=True, on_delete=models.PROTECT)
    latitude = models.FloatField()
    longitude = models.FloatField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["parish", "name"], name="place_name_in_parish"),
        ]

    def __str__(self) -> str:
        return self.name


class Draft(models.Model):
    """A file that was sent and looked at, and that nobody has accepted yet."""

    class Form(models.TextChoices):
        TABLE = "table", _("tabla (CSV)")
        OUTLINES = "outlines", _("límites (GeoJSON)")

    form = models.CharField(max_length=8, choices=Form.choices)
    level = models.CharField(max_length=6)
    file_name = models.CharField(max_length=120)
    content = models.BinaryField()
    source = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    name_field = models.CharField(max_length=60, blank=True)
    code_field = models.CharField(max_length=60, blank=True)
    parish_field = models.CharField(max_length=60, blank=True)
    sent_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.file_name


class Boundary(models.Model):
    """The outline of a canton, parish or barrio during one epoch, as GeoJSON in WGS 84."""

    canton = models.ForeignKey(Canton, null=True, blank=True, on_delete=models.PROTECT)
    parish = models.ForeignKey(Parish, null=True, blank=True, on_delete=models.PROTECT)
    barrio = models.ForeignKey(Barrio, null=True, blank=True, on_delete=models.PROTECT)
    geometry = models.JSONField()
    source = models.CharField(max_length=200)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="boundary_of_exactly_one",
                condition=(
                    models.Q(canton__isnull=False, parish=None, barrio=None)
                    | models.Q(canton=None, parish__isnull=False, barrio=None)
                    | models.Q(canton=None, parish=None, barrio__isnull=False)
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.canton or self.parish or self.barrio} {self.starts_on}"
