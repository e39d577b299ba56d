"""What a signal and an alert are."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from sereno.alerts.rules import Class, Urgency
from sereno.devices.models import Device
from sereno.people.models import Person
from sereno.territory.models import Barrio, Parish

if TYPE_CHECKING:
    from typing import Self


class AlertKind(models.Model):
    """A kind of call for help, dated, with the card that tells an operator what to ask and do."""

    code = models.SlugField(max_length=30)
    name = models.CharField(max_length=80)
    urgency = models.CharField(max_length=10, choices=[(u, u) for u in Urgency])
    device_codes = models.JSONField(default=list)
    questions = models.JSONField(default=list)
    steps = models.JSONField(default=list)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=models.Q(ends_on=None), name="alert_kind_one_in_force"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def said(self) -> list[object]:
        """Everything about it that stays as it is for as long as it is in force."""
        card = [self.device_codes, self.questions, self.steps]
        return [self.code, self.name, self.urgency, *card, self.starts_on]


class TimeTarget(models.Model):
    """How soon a step is due, in seconds since the alert was raised.

    For an urgency and a zone; a row that names a kind counts for that kind instead.
    """

    class Step(models.TextChoices):
        ACKNOWLEDGE = "acknowledge", _("atender")
        DISPATCH = "dispatch", _("despachar")
        ARRIVE = "arrive", _("llegar")

    urgency = models.CharField(max_length=10, choices=[(u, u) for u in Urgency])
    kind = models.SlugField(max_length=30, blank=True)  # the code of an alert kind, or every kind
    zone = models.CharField(max_length=5, choices=Parish.Kind.choices)
    step = models.CharField(max_length=11, choices=Step.choices)
    seconds = models.PositiveIntegerField()
    source = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["urgency", "kind", "zone", "step"],
                condition=models.Q(ends_on=None),
                name="time_target_one_in_force",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.urgency} {self.zone} {self.step}: {self.seconds} s"

    @property
    def said(self) -> list[object]:
        where = [self.urgency, self.kind, self.zone]
        return [*where, self.step, self.seconds, self.source, self.starts_on]


class AlertQuerySet(models.QuerySet["Alert"]):
    def waiting(self) -> "Self":
        return self.filter(acknowledged_at=None).order_by("raised_at")


class Alert(models.Model):
    """A call for help that someone must answer."""

    kind = models.ForeignKey(AlertKind, on_delete=models.PROTECT)
    urgency = models.CharField(max_length=10, choices=[(u, u) for u in Urgency])
    channel = models.CharField(max_length=10)
    device = models.ForeignKey(Device, null=True, blank=True, on_delete=models.PROTECT)
    caller = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="cries"
    )
    parish = models.ForeignKey(Parish, null=True, blank=True, on_delete=models.PROTECT)
    barrio = models.ForeignKey(Barrio, null=True, blank=True, on_delete=models.PROTECT)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    is_approximate = models.BooleanField(default=False)
    raised_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="taken_alerts"
    )
    classification = models.CharField(max_length=12, blank=True, choices=[(c, c) for c in Class])
    classified_at = models.DateTimeField(null=True, blank=True)

    objects = AlertQuerySet.as_manager()

    class Meta:
        indexes = [
            # With what is counted over time, so that a million are counted without being read.
            models.Index(
                fields=["raised_at", "classification", "urgency", "parish", "acknowledged_at"],
                name="alert_counted_over_time",
            ),
            models.Index(
                fields=["raised_at"],
                condition=models.Q(acknowledged_at=None),
                name="alert_waiting",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="alert_acknowledged_by_someone",
                condition=models.Q(acknowledged_at=None, acknowledged_by=None)
                | models.Q(acknowledged_at__isnull=False, acknowledged_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk} {self.urgency}"


class SignalQuerySet(models.QuerySet["Signal"]):
    def of_the_sender(self, signal: "Signal", device: Device | None) -> "Self":
        """Those that the same device, person or unknown sender sent."""
        if device is not None:
            return self.filter(device=device)
        if signal.caller_id:
            return self.filter(caller=signal.caller_id, device=None)
        return self.filter(channel=signal.channel, sender=signal.sender, device=None, caller=None)

    def faulty(self) -> "Self":
        """Those that could not be read, the newest first."""
        return self.exclude(fault="").order_by("-pk")


class Signal(models.Model):
    """The bytes as they arrived: the first evidence, never edited."""

    channel = models.CharField(max_length=10)
    sender = models.CharField(max_length=200, blank=True)
    raw = models.BinaryField()
    received_at = models.DateTimeField()
    caller = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT)
    understood_at = models.DateTimeField(null=True, blank=True)
    fault = models.CharField(max_length=120, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    device = models.ForeignKey(Device, null=True, blank=True, on_delete=models.PROTECT)
    alert = models.ForeignKey(
        Alert, null=True, blank=True, on_delete=models.PROTECT, related_name="signals"
    )
    token = models.CharField(max_length=64, blank=True)

    objects = SignalQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["received_at"], name="signal_received_at"),
            models.Index(fields=["id"], condition=~models.Q(fault=""), name="signal_with_a_fault"),
        ]

    def __str__(self) -> str:
        return f"{self.channel} #{self.pk}"
