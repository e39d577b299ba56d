"""The council's own documents: the file as it came, what was read in it, and what became of it."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from sereno.people.models import Person
from sereno.plans.models import Plan

if TYPE_CHECKING:
    from typing import Self


class DocumentQuerySet(models.QuerySet["Document"]):
    def waiting(self) -> "Self":
        """Those that nobody has begun to read, the oldest first."""
        return self.filter(state=Document.State.WAITING).order_by("kept_at", "pk")


class Document(models.Model):
    """A file kept under its own SHA-256, with its reading or the reason why there is none."""

    class State(models.TextChoices):
        WAITING = "waiting", _("espera su lectura")
        READING = "reading", _("se está leyendo")
        READ = "read", _("leído, por revisar")
        REFUSED = "refused", _("no se pudo leer")
        REVIEWED = "reviewed", _("revisado")

    file = models.FileField(max_length=120)
    sha256 = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    format = models.CharField(max_length=12, blank=True)
    pages = models.PositiveIntegerField(default=0)
    kind = models.CharField(max_length=40, blank=True)
    wanted_kind = models.CharField(max_length=40, blank=True)
    score = models.FloatField(default=0)
    because = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    code = models.CharField(max_length=40, blank=True)
    says = models.TextField(blank=True)
    rest = models.JSONField(default=dict, blank=True)
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    looked_at = models.DateTimeField(null=True, blank=True)
    looked_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    plan = models.ForeignKey(Plan, null=True, blank=True, on_delete=models.PROTECT)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    month = models.PositiveSmallIntegerField(null=True, blank=True)
    corrects = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrections"
    )

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-kept_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="document_refused_says_why",
                condition=~models.Q(state="refused") | (~models.Q(code="") & ~models.Q(says="")),
            ),
            models.CheckConstraint(
                name="document_month_of_a_year",
                condition=models.Q(month=None) | models.Q(month__gte=1, month__lte=12),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_on_its_way(self) -> bool:
        return self.state in {self.State.WAITING, self.State.READING}

    @property
    def findings(self) -> list[dict[str, Any]]:
        return list(self.rest.get("findings", ()))

    @property
    def facts(self) -> list[dict[str, Any]]:
        return list(self.rest.get("facts", ()))

    @property
    def unplaced(self) -> list[dict[str, Any]]:
        """The words that no field took: somebody must look at them."""
        return list(self.rest.get("unplaced", ()))

    @property
    def beside(self) -> list[dict[str, Any]]:
        """Rows that can become nothing: who publishes, who signs, what was concluded."""
        return list(self.rest.get("beside", ()))

    @property
    def notes(self) -> list[str]:
        """The codes of what the format itself met, such as macros that were not run."""
        return list(self.rest.get("notes", ()))

    @property
    def headings(self) -> list[dict[str, Any]]:
        """The first row of each table, for whoever maps its columns by hand."""
        return list(self.rest.get("headings", ()))

    @property
    def source(self) -> list[dict[str, Any]]:
        """The paper itself, where it has no pages to be drawn."""
        return list(self.rest.get("source", ()))

    @property
    def sizes(self) -> list[list[float]]:
        """The width and height of each page, in points."""
        return list(self.rest.get("sizes", ()))


class ItemQuerySet(models.QuerySet["Item"]):
    def open(self) -> "Self":
        """Those that nobody has decided."""
        return self.filter(state__in=[Item.State.PROPOSED, Item.State.DOUBTFUL])

    def accepted(self) -> "Self":
        return self.filter(state=Item.State.ACCEPTED)

    def in_order(self) -> "Self":
        return self.order_by("table", "row")


class Item(models.Model):
    """A row that was read, with the place of every field, and what a planner made of it.

    ``fields`` is what stands today, ``read`` what the reader said; ``became`` is the word of what
    it came to, such as ``target:12``, and ``made`` every word that it added, in order.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", _("propuesta")
        DOUBTFUL = "doubtful", _("dudosa")
        ACCEPTED = "accepted", _("aceptada")
        REFUSED = "refused", _("descartada")
        UNDONE = "undone", _("deshecha")

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="items")
    table = models.PositiveIntegerField()
    row = models.PositiveIntegerField()
    title = models.CharField(max_length=300, blank=True)
    fields = models.JSONField(default=dict)
    read = models.JSONField(default=dict)
    repeats = models.PositiveIntegerField(null=True, blank=True)
    doubts = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=8, choices=State.choices)
    became = models.CharField(max_length=60, blank=True)
    made = models.JSONField(default=list, blank=True)
    reject = models.CharField(max_length=300, blank=True)
    is_unreviewed = models.BooleanField(default=False)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ItemQuerySet.as_manager()

    class Meta:
        ordering = ["table", "row"]
        constraints = [
            models.UniqueConstraint(fields=["document", "table", "row"], name="item_once"),
            models.CheckConstraint(
                name="item_accepted_became_something",
                condition=~models.Q(state="accepted") | ~models.Q(became=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.table}.{self.row}"

    @property
    def is_open(self) -> bool:
        return self.state in {self.State.PROPOSED, self.State.DOUBTFUL}


class Origin(models.Model):
    """Where a thing of the plan comes from: the document and the places of its words."""

    subject = models.CharField(max_length=60, db_index=True)
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="origins")
    field = models.CharField(max_length=40)
    text = models.TextField(blank=True)
    places = models.JSONField(default=list)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.subject} ← {self.item_id} {self.field}"


class ColumnMapping(models.Model):
    """Which field each column of a table is, said by hand once and known by its heading."""

    signature = models.CharField(max_length=600, unique=True)
    columns = models.JSONField(default=dict)
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.signature
