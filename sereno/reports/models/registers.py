"""What the transparency law asks for and no other room keeps: registers filled by hand."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from sereno.people.models import Person

if TYPE_CHECKING:
    from typing import Self


class RegisterPageQuerySet(models.QuerySet["RegisterPage"]):
    def standing(self) -> "Self":
        return self.filter(replaced_at=None)


class RegisterPage(models.Model):
    """A numeral in a month: its rows, or a declared absence. It is replaced, never edited.

    ``rows`` is a list of rows, each a list of texts in the order of the numeral's columns.
    """

    class State(models.TextChoices):
        ROWS = "rows", _("con información")
        NOT_APPLICABLE = "not_applicable", _("NO APLICA")
        NOT_AVAILABLE = "not_available", _("INFORMACIÓN NO DISPONIBLE")

    numeral = models.CharField(max_length=12)
    year = models.PositiveSmallIntegerField()
    month = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=14, choices=State.choices)
    because = models.CharField(max_length=300, blank=True)
    rows = models.JSONField(default=list, blank=True)
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField(null=True, blank=True)

    objects = RegisterPageQuerySet.as_manager()

    class Meta:
        ordering = ["year", "month", "numeral", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["numeral", "year", "month"],
                condition=models.Q(replaced_at=None),
                name="register_page_stands_once",
            ),
            models.CheckConstraint(
                name="register_page_of_a_year",
                condition=models.Q(month__gte=1, month__lte=12),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.numeral} {self.year}-{self.month:02}"
