"""A number as it was printed, and what corrected it."""

from django.db import models

from sereno.people.models import Person
from sereno.results.models import Measurement


class Figure(models.Model):
    """A number as it was printed. It is corrected by a new one, never edited."""

    slug = models.SlugField(max_length=120, unique=True)
    caption = models.CharField(max_length=300)
    measurement = models.OneToOneField(Measurement, on_delete=models.PROTECT)
    printed_value = models.CharField(max_length=120)
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(Person, on_delete=models.PROTECT)
    corrects = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrected_by"
    )
    correction_note = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.caption
