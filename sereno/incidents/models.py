"""What an incident is, and the units that answer it."""

from django.db import models

from sereno.alerts.models import Alert, AlertKind
from sereno.devices.models import Device
from sereno.people.models import Person
from sereno.territory.models import Barrio, Parish


class Unit(models.Model):
    """Someone who can be sent: a patrol, an engine, an agent on foot."""

    class Agency(models.TextChoices):
        POLICE = "police", "Policía Nacional"
        FIRE = "fire", "Cuerpo de Bomberos"
        ECU911 = "ecu911", "ECU 911"
        AGENTS = "agents", "Agentes de Control Municipal"
        OWN = "own", "Patrulla del Consejo"

    callsign = models.CharField(max_length=20, unique=True)
    agency = models.CharField(max_length=8, choices=Agency.choices)
    vehicle = models.OneToOneField(Device, null=True, blank=True, on_delete=models.PROTECT)
    retired_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.callsign


class Incident(models.Model):
    """One matter being answered, from its opening to its end."""

    class KnownBy(models.TextChoices):
        NEIGHBOUR = "neighbour", "vecino o vecina"
        DEVICE = "device", "dispositivo"
        CAMERA = "camera", "cámara"
        PATROL = "patrol", "patrulla"
        ECU911 = "ecu911", "ECU 911"
        OTHER = "other", "otro medio"

    class Outcome(models.TextChoices):
        ATTENDED = "attended", "atendido en el lugar"
        HANDED_OVER = "handed_over", "entregado a otra institución"
        NOTHING_FOUND = "nothing_found", "sin novedad en el lugar"
        NOT_SENT = "not_sent", "resuelto sin enviar unidades"
        FALSE = "false", "falsa alarma"

    alert = models.OneToOneField(Alert, null=True, blank=True, on_delete=models.PROTECT)
    kind = models.ForeignKey(AlertKind, on_delete=models.PROTECT)
    known_by = models.CharField(max_length=9, choices=KnownBy.choices)
    parish = models.ForeignKey(Parish, null=True, blank=True, on_delete=models.PROTECT)
    barrio = models.ForeignKey(Barrio, null=True, blank=True, on_delete=models.PROTECT)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="opened")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="closed"
    )
    outcome = models.CharField(max_length=13, blank=True, choices=Outcome.choices)

    class Meta:
        indexes = [models.Index(fields=["opened_at"], name="incident_opened_at")]
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


class Dispatch(models.Model):
    """One unit sent to one incident, each step with its time."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="dispatches")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="dispatches")
    agency_code = models.CharField(max_length=40, blank=True)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT)
    arrived_at = models.DateTimeField(null=True, blank=True)
    cleared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit"],
                condition=models.Q(cleared_at=None),
                name="dispatch_unit_at_one_incident",
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
