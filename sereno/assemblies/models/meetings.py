"""Where people met to hear the account: the deliberation, and how many came."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sereno.assemblies.models.proofs import Proof
from sereno.people.models import Person


class Deliberation(models.Model):
    """An assembly about the account of a year; who came is counted, never named."""

    class Kind(models.TextChoices):
        DELIBERATION = "deliberation", _("deliberación pública")
        ASSEMBLY = "assembly", _("asamblea ciudadana")
        TABLE = "table", _("mesa temática")
        CONSULTATION = "consultation", _("consulta ciudadana")

    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    title = models.CharField(max_length=160)
    place = models.CharField(max_length=160)
    held_on = models.DateField()
    called_at = models.DateTimeField()
    called_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="deliberations")
    counted_at = models.DateTimeField(null=True, blank=True)
    minutes = models.OneToOneField(
        Proof, null=True, blank=True, on_delete=models.PROTECT, related_name="minutes_of"
    )

    class Meta:
        ordering = ["-held_on", "-pk"]

    def __str__(self) -> str:
        return self.title


class Attendance(models.Model):
    """How many of a group came. A group without a row was not counted, which is not zero."""

    class By(models.TextChoices):
        SEX = "sex", _("sexo")
        PEOPLE = "people", _("autoidentificación")

    class Group(models.TextChoices):
        WOMEN = "women", _("mujeres")
        MEN = "men", _("hombres")
        OTHER_SEX = "other_sex", _("otra respuesta")
        MESTIZO = "mestizo", _("mestizas")
        INDIGENOUS = "indigenous", _("indígenas")
        AFRO = "afro", _("afroecuatorianas")
        MONTUBIO = "montubio", _("montubias")
        OTHER_PEOPLE = "other_people", _("de otro grupo")

    deliberation = models.ForeignKey(
        Deliberation, on_delete=models.PROTECT, related_name="attendance"
    )
    by = models.CharField(max_length=6, choices=By.choices)
    group = models.CharField(max_length=12, choices=Group.choices)
    count = models.PositiveIntegerField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["deliberation", "group"], name="attendance_one_count_of_a_group"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group} {self.count}"
