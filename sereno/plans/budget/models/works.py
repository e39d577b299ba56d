"""What a line buys: contracts, the works asked under them, what shows them done, and payments."""

from datetime import date

from django.db import models

from sereno.people.models import Person
from sereno.plans.budget.models.statements import Line, money
from sereno.plans.budget.rules.works import last_day


class Contract(models.Model):
    """What a company was asked to deliver, with money of a line, in so many days."""

    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="contracts")
    code = models.CharField(max_length=60, unique=True)
    supplier = models.CharField(max_length=160)
    purpose = models.CharField(max_length=300)
    amount = money()
    starts_on = models.DateField()
    days = models.PositiveSmallIntegerField()
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-starts_on", "code"]

    def __str__(self) -> str:
        return f"{self.code} {self.purpose}"

    @property
    def ends_on(self) -> date:
        return last_day(self.starts_on, days=self.days)


class WorkOrder(models.Model):
    """One work asked under a contract; its devices are words, for plans know no device."""

    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="orders")
    code = models.CharField(max_length=60)
    task = models.CharField(max_length=300)
    devices = models.CharField(max_length=300, blank=True)
    amount = money()
    ordered_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["ordered_on", "code"]
        constraints = [
            models.UniqueConstraint(fields=["contract", "code"], name="budget_order_once"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.task}"


class Proof(models.Model):
    """What shows that a work was done: an act, a photograph, a report, and where it is kept."""

    order = models.ForeignKey(WorkOrder, on_delete=models.PROTECT, related_name="proofs")
    title = models.CharField(max_length=200)
    address = models.CharField(max_length=300)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["added_at", "pk"]

    def __str__(self) -> str:
        return self.title


class Payment(models.Model):
    """Money that left on a contract, for one of its orders or for none."""

    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="payments")
    order = models.ForeignKey(
        WorkOrder, null=True, blank=True, on_delete=models.PROTECT, related_name="payments"
    )
    number = models.CharField(max_length=60)
    amount = money()
    paid_on = models.DateField()
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["paid_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["contract", "number"], name="budget_payment_once"),
            models.CheckConstraint(
                name="budget_payment_is_money", condition=models.Q(amount__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.amount}"
