"""What became of a visit to a link of a register, beside those before it."""

from django.db import models


class LinkVisit(models.Model):
    """A link was visited: what it turned out to be, and when. Visits are only added."""

    link = models.CharField(max_length=2000, db_index=True)
    found = models.CharField(max_length=17)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.link} {self.found}"
