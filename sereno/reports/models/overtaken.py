"""That records came after a figure was published, so that they no longer give its number."""

from django.db import models

from sereno.reports.models.figures import Figure


class Overtaken(models.Model):
    """When it was seen. The new number is not told here, for nobody has reviewed it.

    It is measured, reviewed and published as a correction, like any other.
    """

    figure = models.OneToOneField(Figure, on_delete=models.PROTECT, related_name="overtaken")
    seen_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.figure_id)
