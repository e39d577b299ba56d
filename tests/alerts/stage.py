"""Sets the scene in an installation of its own: run as a program, in that installation's settings.

people                         a barrio, Rosa who operates, neighbours; prints each session
take, send, arrive, end NAME   one step of Rosa's answer to the only alert of that neighbour
alerts NAME                    prints barrio, latitude and number of signals of each of theirs
"""

import os
import sys
from datetime import date

NEIGHBOURS = ("ana", "berta", "celia", "delia", "elsa")


def say(*words: object) -> None:
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")


def people() -> None:
    from django.test import Client
    from django.utils import timezone

    from sereno.alerts.models import AlertKind
    from sereno.incidents import actions
    from sereno.people.models import Person
    from sereno.people.rules import Role
    from sereno.territory.models import Place
    from tests.people.cast import enrol
    from tests.territory import ground

    ground.canton()
    park = Place.objects.get()
    AlertKind.objects.update_or_create(
        code="robbery",
        defaults={"name": "Robo o asalto", "urgency": "life", "starts_on": date(2024, 1, 1)},
    )
    actions.add_unit("UPC-01", agency="police", base=park, by=None, at=timezone.now())
    enrol("rosa", Role.OPERATOR)
    for name in NEIGHBOURS:
        person = enrol(name, Role.NEIGHBOUR)
        Person.objects.filter(pk=person.pk).update(barrio=park.barrio)
        client = Client()
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        say(client.cookies["sessionid"].value)


def answer(step: str, name: str) -> None:
    """One step of Rosa's answer."""
    from django.utils import timezone

    from sereno.alerts.models import Alert
    from sereno.alerts.rules import Class
    from sereno.incidents import actions
    from sereno.incidents.models import Dispatch, Incident, Unit
    from sereno.people.models import Person

    rosa, at = Person.objects.get(username="rosa"), timezone.now()
    if step == "take":
        actions.take(Alert.objects.get(caller__username=name), by=rosa, at=at)
    elif step == "send":
        actions.send(Incident.objects.get(), Unit.objects.get(), by=rosa, at=at)
    elif step == "arrive":
        actions.arrive(Dispatch.objects.get(), by=rosa, at=at)
    else:
        actions.classify(Incident.objects.get(), Class.REAL, by=rosa, at=at)
        actions.close(Incident.objects.get(), "attended", by=rosa, at=at)


def alerts(name: str) -> None:
    from sereno.alerts.models import Alert

    for alert in Alert.objects.filter(caller__username=name).order_by("pk"):
        say(str(alert.barrio), alert.latitude, alert.signals.count())


def main(word: str, name: str = "") -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sereno.settings")
    import django

    django.setup()
    match word:
        case "people":
            people()
        case "alerts":
            alerts(name)
        case step:
            answer(step, name)


if __name__ == "__main__":
    main(*sys.argv[1:])
