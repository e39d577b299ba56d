"""The organisation chart: who answers for what, at which level of the council's processes."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrgUnit(models.Model):
    """A unit of the organisation chart: who is responsible, for what, and under whom."""

    class Level(models.TextChoices):
        GOVERNING = "governing", _("gobernante")
        VALUE = "value", _("agregador de valor")
        ADVICE = "advice", _("habilitante de asesoría")
        SUPPORT = "support", _("habilitante de apoyo")
        LOCAL = "local", _("desconcentrado")

    name = models.CharField(max_length=120, unique=True)
    level = models.CharField(max_length=9, choices=Level.choices, blank=True)
    code = models.CharField(max_length=20, blank=True)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    objective = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["level", "code"],
                condition=~models.Q(code=""),
                name="org_unit_code_in_its_level",
            ),
            models.CheckConstraint(
                name="org_unit_not_under_itself",
                condition=models.Q(parent=None) | ~models.Q(parent=models.F("pk")),
            ),
        ]

    def __str__(self) -> str:
        return self.name
