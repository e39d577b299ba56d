"""Sets the scene in an installation of its own: run as a program, in that installation's settings.

people            a barrio, two operators, a patrol; prints the session of each operator
clear             nothing has happened: no alert, no incident
alert [SECONDS]   an alert raised so many seconds ago, as the alerts room would; prints its number
"""

import os
import sys
from datetime import date, timedelta


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")


def people() -> None:
    from django.test import Client
    from django.utils import timezone

    from sereno.alerts.models import AlertKind, TimeTarget
    from sereno.incidents import actions
    from sereno.people.rules import Role
    from sereno.territory.models import Barrio, Canton, Parish, Place
    from tests.people.cast import enrol

    canton = Canton.objects.create(code="1101", name="Loja")
    parish = Parish.objects.create(canton=canton, name="El Valle", kind=Parish.Kind.URBAN)
    Barrio.objects.create(parish=parish, name="Jipiro", latitude=-3.97, longitude=-79.2)
    base = Place.objects.create(
        kind="park", name="Parque Jipiro", parish=parish, latitude=-3.975, longitude=-79.2
    )
    AlertKind.objects.all().delete()
    AlertKind.objects.update_or_create(
        code="robbery",
        defaults={
            "name": "Robo o asalto",
            "urgency": "life",
            "questions": ["¿Hay personas heridas?"],
            "steps": ["Envíe la patrulla más próxima."],
            "starts_on": date(2024, 1, 1),
        },
    )
    TimeTarget.objects.all().delete()
    for step, seconds in (("acknowledge", 15), ("dispatch", 120), ("arrive", 480)):
        TimeTarget.objects.create(
            urgency="life", zone="urban", step=step, seconds=seconds, starts_on=date(2024, 1, 1)
        )
    actions.add_unit("UPC-01", agency="police", base=base, by=None, at=timezone.now())
    actions.add_unit("UPC-02", agency="police", base=base, by=None, at=timezone.now())
    for name in ("rosa", "ines"):
        client = Client()
        client.force_login(
            enrol(name, Role.OPERATOR),
            backend="allauth.account.auth_backends.AuthenticationBackend",
        )
        say(client.cookies["sessionid"].value)


def alert(seconds: str = "0") -> None:
    from django.db import transaction
    from django.utils import timezone

    from sereno.alerts import events
    from sereno.alerts.models import Alert, AlertKind
    from sereno.logbook.actions import write
    from sereno.territory.models import Barrio

    kind, barrio = AlertKind.objects.get(), Barrio.objects.select_related("parish").get()
    at = timezone.now() - timedelta(seconds=int(seconds))
    with transaction.atomic():
        raised = Alert.objects.create(
            kind=kind,
            urgency=kind.urgency,
            channel="neighbour",
            barrio=barrio,
            parish=barrio.parish,
            latitude=barrio.latitude,
            longitude=barrio.longitude,
            raised_at=at,
        )
        event = events.AlertRaised(urgency=kind.urgency, kind=kind.code)
        write(event, about=raised, by=None, at=at)
    say(str(raised.pk))


def clear() -> None:
    from sereno.alerts.models import Alert
    from sereno.incidents.models import Dispatch, Incident, Note

    for model in (Note, Dispatch, Incident, Alert):
        model._default_manager.all().delete()


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sereno.settings")
    django.setup()
    {"people": people, "alert": alert, "clear": clear}[sys.argv[1]](*sys.argv[2:])
