"""An edition: a document frozen at a line of the logbook, under a seal, never edited."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from sereno.people.models import Person
from sereno.reports.rules import document

if TYPE_CHECKING:
    from typing import Self


class EditionQuerySet(models.QuerySet["Edition"]):
    def published(self) -> "Self":
        return self.filter(published_at__isnull=False)

    def waiting(self) -> "Self":
        """Prepared by one person; another is to publish them or send them back."""
        return self.filter(published_at=None, returned_at=None)

    def in_force(self) -> "Self":
        """Published, and no later edition corrects them."""
        return self.published().exclude(corrected_by__published_at__isnull=False)


class Edition(models.Model):
    """What a document said when it was published; ``content`` is the text that the seal covers.

    ``subject`` says what it is about where a period does not: ``plan:3``, ``deliberation:2``.
    """

    class Kind(models.TextChoices):
        TRANSPARENCY = "transparency", _("transparencia activa del mes")
        WORK_PLAN = "work_plan", _("plan de trabajo tras la deliberación")
        NARRATIVE = "narrative", _("informe narrativo del año")
        PLAN = "plan", _("plan plurianual")
        MANAGEMENT = "management", _("informe de gestión por sector")
        FORM = "form", _("formulario de rendición de cuentas")
        MINUTES = "minutes", _("acta y certificado de una asamblea")
        GOALS = "goals", _("matriz de metas y objetivos (literal a4)")

    kind = models.CharField(max_length=20, choices=Kind.choices)
    subject = models.CharField(max_length=40, blank=True)
    slug = models.SlugField(max_length=120, unique=True)
    title = models.CharField(max_length=200)
    starts_on = models.DateField()
    ends_on = models.DateField()
    content = models.TextField()
    seal = models.CharField(max_length=64)
    line = models.BigIntegerField()
    prepared_at = models.DateTimeField()
    prepared_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    returned_at = models.DateTimeField(null=True, blank=True)
    returned_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    returned_because = models.TextField(blank=True)
    corrects = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrected_by"
    )
    correction_note = models.TextField(blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["-ends_on", "-prepared_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="edition_published_by_another",
                condition=models.Q(published_at=None, published_by=None)
                | (
                    models.Q(
                        published_at__isnull=False, published_by__isnull=False, returned_at=None
                    )
                    & ~models.Q(published_by=models.F("prepared_by"))
                ),
            ),
            models.UniqueConstraint(
                fields=["kind", "subject", "starts_on", "ends_on"],
                condition=models.Q(published_at=None, returned_at=None),
                name="edition_one_waits",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def document(self) -> document.Document:
        return document.read(self.content)

    @property
    def is_whole(self) -> bool:
        """Whether its text is still what was sealed."""
        return document.seal_of(self.content) == self.seal
