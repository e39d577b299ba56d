"""Making ready: the database's shape, the static files, and the example, once."""

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone


def everything() -> None:
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    if settings.EXAMPLE == "loja":
        from sereno.example import loader

        loader.load(at=timezone.now())
