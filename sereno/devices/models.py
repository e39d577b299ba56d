"""What a device in the street is, and the states it has been in."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from sereno.devices.rules import Cause, State
from sereno.territory.models import Barrio, Parish, Place

if TYPE_CHECKING:
    from typing import Self


class DeviceQuerySet(models.QuerySet["Device"]):
    def standing(self) -> "Self":
        """Accepted and not retired: what the barrio may count on, whether it works or not."""
        return self.filter(
            state__in=[State.ACCEPTED, State.OPERATING, State.INTERMITTENT, State.OUT]
        )

    def working(self) -> "Self":
        return self.filter(state=State.OPERATING)


class Device(models.Model):
    """One thing in the street, known by the account it transmits."""

    class Kind(models.TextChoices):
        CAMERA = "camera", _("cámara")
        COMMUNITY_ALARM = "community_alarm", _("alarma comunitaria")
        PANIC_BUTTON = "panic_button", _("botón de pánico")
        MEGAPHONE = "megaphone", _("megáfono")
        VEHICLE = "vehicle", _("vehículo")
        SIREN = "siren", _("sirena")

    code = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=16, choices=Kind.choices)
    name = models.CharField(max_length=120)
    account = models.CharField(max_length=64, unique=True, null=True, blank=True)
    key_hash = models.CharField(max_length=64, blank=True)
    parish = models.ForeignKey(Parish, null=True, blank=True, on_delete=models.PROTECT)
    barrio = models.ForeignKey(Barrio, null=True, blank=True, on_delete=models.PROTECT)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    position_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=12, choices=[(state, state) for state in State])
    state_since = models.DateTimeField()
    cause = models.CharField(max_length=10, blank=True, choices=[(c, c) for c in Cause])
    last_contact_at = models.DateTimeField(null=True, blank=True)
    life_ends_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)

    objects = DeviceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="device_out_has_a_cause",
                condition=~models.Q(state=State.OUT) | ~models.Q(cause=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Condition(models.Model):
    """A state a device was in, from one time to another; open while it lasts."""

    device = models.ForeignKey(Device, on_delete=models.PROTECT, related_name="conditions")
    state = models.CharField(max_length=12, choices=[(state, state) for state in State])
    cause = models.CharField(max_length=10, blank=True, choices=[(c, c) for c in Cause])
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["device"], condition=models.Q(ends_at=None), name="condition_one_open"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.device_id} {self.state}"


class Patience(models.Model):
    """How long a kind of device may keep quiet before its silence is an act."""

    kind = models.CharField(max_length=16, choices=Device.Kind.choices, unique=True)
    seconds = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.kind} {self.seconds} s"
