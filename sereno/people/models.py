"""What a person is: who signs a line of the logbook, with which role, on which shift."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sereno.people import rules
from sereno.people.rules import Role
from sereno.territory.models import Barrio

# How people call the roles, in words that fit whoever holds them.
ROLES: dict[Role, str | Promise] = {
    Role.OPERATOR: _("Operación de consola"),
    Role.SUPERVISOR: _("Supervisión"),
    Role.TECHNICIAN: _("Servicio técnico"),
    Role.PLANNER: _("Planificación"),
    Role.FINANCE: _("Finanzas"),
    Role.DIRECTOR: _("Dirección"),
    Role.AUDITOR: _("Auditoría"),
    Role.PROMOTER: _("Promoción barrial"),
    Role.NEIGHBOUR: _("Vecindad"),
}


class Person(AbstractUser):
    """Someone who may sign in. The logbook knows the number, never the name."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    full_name = models.CharField(max_length=120)
    telephone = models.CharField(max_length=20, blank=True)
    barrio = models.ForeignKey(Barrio, null=True, blank=True, on_delete=models.PROTECT)
    # Somebody else knows the password: it opens nothing but the page where it is changed.
    password_was_given = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.full_name or self.username

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self).split()[0]

    def roles(self) -> frozenset[rules.Role]:
        """The roles held now; asked once for each loaded person."""
        if not hasattr(self, "_roles"):
            held = getattr(self, "held", None)  # fetched with the list they stand in
            if held is None:
                held = self.appointments.filter(ends_at=None)
            self._roles = frozenset(rules.Role(one.role) for one in held)
        return self._roles

    def forget_roles(self) -> None:
        """Ask again the next time: a role was given or taken away."""
        self.__dict__.pop("_roles", None)
        self.__dict__.pop("held", None)

    def may(self, act: str) -> bool:
        return self.is_active and rules.may(self.roles(), act)

    def role_names(self) -> list[str]:
        """The roles held now, as people call them, in the order of the table."""
        return [str(word) for role, word in ROLES.items() if role in self.roles()]

    def is_staff_member(self) -> bool:
        """Whether any role makes a second factor necessary."""
        return bool(self.roles() - rules.NEIGHBOURHOOD)

    def audiences(self) -> frozenset[str]:
        return rules.audiences(self.roles()) if self.is_active else frozenset()


class Appointment(models.Model):
    """A role held from one time to another; open while it is held."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    role = models.CharField(
        max_length=12, choices=[(role.value, word) for role, word in ROLES.items()]
    )
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "role"],
                condition=models.Q(ends_at=None),
                name="appointment_one_open_of_a_role",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.role}"


class Shift(models.Model):
    """Hours someone stood at a post; open while they stand there."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="shifts")
    post = models.CharField(max_length=60)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    handover = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(ends_at=None), name="shift_one_open"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.post}"
