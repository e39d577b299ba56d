"""Enrol someone from the machine itself: how the first director of a council gets in."""

from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from sereno.people import actions
from sereno.people.models import Person
from sereno.people.rules import Role


class Command(BaseCommand):
    help = "Inscribe a una persona con una función; pide la contraseña sin mostrarla."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", help="el nombre con que ingresa")
        parser.add_argument("full_name", help="su nombre completo, entre comillas")
        parser.add_argument("role", choices=[role.value for role in Role], help="su función")

    def handle(self, *_args: Any, **said: Any) -> None:
        password = getpass("Contraseña: ")
        if getpass("Otra vez: ") != password:
            raise CommandError("Las dos contraseñas no son iguales. Vuelva a intentar.")
        newcomer = actions.Newcomer(
            said["username"], said["full_name"], password, (Role(said["role"]),)
        )
        try:
            validate_password(password, Person(username=newcomer.username))
            person = actions.enrol(newcomer, by=None, at=timezone.now())
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from refusal
        except actions.NameTaken as taken:
            raise CommandError(f"Ya hay una persona que ingresa como «{taken}».") from taken
        self.stdout.write(f"{person} ya puede ingresar como «{person.username}».")
