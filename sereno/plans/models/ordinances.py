"""What the ordinances order, article by article, and how far each has been carried out."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sereno.plans.models.plan import Project


class Ordinance(models.Model):
    """A rule of the canton that orders things of the council."""

    number = models.CharField(max_length=40, blank=True)
    title = models.CharField(max_length=300)
    issued_on = models.DateField()
    reforms = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="reformed_by"
    )
    source = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["issued_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["title", "issued_on"], name="ordinance_of_a_day"),
        ]

    def __str__(self) -> str:
        return self.title


class Article(models.Model):
    """What one article orders, in the council's words, and what became of it."""

    class State(models.TextChoices):
        PENDING = "pending", _("sin empezar")
        UNDER_WAY = "under_way", _("en marcha")
        DONE = "done", _("cumplido")
        REPEALED = "repealed", _("derogado")

    ordinance = models.ForeignKey(Ordinance, on_delete=models.PROTECT, related_name="articles")
    number = models.CharField(max_length=40)
    orders = models.TextField()
    state = models.CharField(max_length=9, choices=State.choices, default=State.PENDING)
    project = models.ForeignKey(
        Project, null=True, blank=True, on_delete=models.PROTECT, related_name="articles"
    )
    evidence = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["ordinance", "number"], name="article_of_an_ordinance"),
            models.CheckConstraint(
                name="article_done_shows_it",
                condition=~models.Q(state="done") | ~models.Q(evidence=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ordinance_id} {self.number}"
