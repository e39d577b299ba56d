"""What an incident is, and the units that answer it."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from sereno.alerts.models import Alert, AlertKind
from sereno.devices.models import Device
from sereno.people.models import Person
from sereno.territory.models import Barrio, Parish, Place

if TYPE_CHECKING:
    from typing import Self


class UnitQuerySet(models.QuerySet["Unit"]):
    def in_service(self) -> "Self":
        return self.filter(retired_at=None).order_by("agency", "callsign")


class Unit(models.Model):
    """Someone who can be sent: a patrol, an engine, an agent on foot, the desk of an agency.

    A crew can be at one incident only; a desk such as that of ECU 911 answers many at once.
    It is where its vehicle was last seen, else at its base.
    """

    class Agency(models.TextChoices):
        POLICE = "police", _("Policía Nacional")
        FIRE = "fire", _("Cuerpo de Bomberos")
        ECU911 = "ecu911", _("ECU 911")
        AGENTS = "agents", _("Agentes de Control Municipal")
        OWN = "own", _("Patrulla del Consejo")

    callsign = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=80, blank=True)
    agency = models.CharField(max_length=8, choices=Agency.choices)
    is_crew = models.BooleanField(default=True)
    vehicle = models.OneToOneField(Device, null=True, blank=True, on_delete=models.PROTECT)
    base = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT)
    retired_at = models.DateTimeField(null=True, blank=True)

    objects = UnitQuerySet.as_manager()

    def __str__(self) -> str:
        return self.callsign


class IncidentQuerySet(models.QuerySet["Incident"]):
    def open(self) -> "Self":
        return self.filter(closed_at=None).order_by("opened_at")


class Incident(models.Model):
    """One matter being answered, from its opening to its end."""

    class KnownBy(models.TextChoices):
        NEIGHBOUR = "neighbour", _("vecino o vecina")
        DEVICE = "device", _("dispositivo")
        CAMERA = "camera", _("cámara")
        PATROL = "patrol", _("patrulla")
        ECU911 = "ecu911", _("ECU 911")
        OTHER = "other", _("otro medio")

    class Outcome(models.TextChoices):
        ATTENDED = "attended", _("atendido en el lugar")
        HANDED_OVER = "handed_over", _("entregado a otra institución")
        NOTHING_FOUND = "nothing_found", _("sin novedad en el lugar")
        NOT_SENT = "not_sent", _("resuelto sin enviar unidades")
        FALSE = "false", _("falsa alarma")

    alert = models.OneToOneField(Alert, null=True, blank=True, on_delete=models.PROTECT)
    kind = models.ForeignKey(AlertKind, on_delete=models.PROTECT)
    known_by = models.CharField(max_length=9, choices=KnownBy.choices)
    parish = models.ForeignKey(Parish, null=True, blank=True, on_delete=models.PROTECT)
    barrio = models.ForeignKey(Barrio, null=True, blank=True, on_delete=models.PROTECT)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    is_approximate = models.BooleanField(default=False)
    reference = models.CharField(max_length=200, blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="opened")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="closed"
    )
    outcome = models.CharField(max_length=13, blank=True, choices=Outcome.choices)

    objects = IncidentQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["opened_at"], name="incident_opened_at"),
            models.Index(
                fields=["opened_at"], condition=models.Q(closed_at=None), name="incident_open"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="incident_closed_with_an_outcome",
                condition=models.Q(closed_at=None, closed_by=None, outcome="")
                | (
                    models.Q(closed_at__isnull=False, closed_by__isnull=False)
                    & ~models.Q(outcome="")
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"


class DispatchQuerySet(models.QuerySet["Dispatch"]):
    def under_way(self) -> "Self":
        """Sent and not yet free again."""
        return self.filter(cleared_at=None).order_by("sent_at", "pk")


class Dispatch(models.Model):
    """One unit sent to one incident, each step with its time."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="dispatches")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="dispatches")
    # Copied from the unit, so that the database itself refuses to send a crew to two places.
    is_crew = models.BooleanField(default=True)
    agency_code = models.CharField(max_length=40, blank=True)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT)
    arrived_at = models.DateTimeField(null=True, blank=True)
    cleared_at = models.DateTimeField(null=True, blank=True)

    objects = DispatchQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["incident", "arrived_at"], name="dispatch_first_arrival"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["unit"],
                condition=models.Q(cleared_at=None, is_crew=True),
                name="dispatch_crew_at_one_incident",
            ),
            models.UniqueConstraint(
                fields=["unit", "incident"],
                condition=models.Q(cleared_at=None),
                name="dispatch_unit_once_at_an_incident",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} → {self.incident_id}"


class Note(models.Model):
    """What someone wrote about an incident. The logbook knows that, never what."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="notes")
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT)
    text = models.TextField()

    def __str__(self) -> str:
        return f"#{self.pk}"
