"""Furnishes an empty installation for a measurement: devices with keys, one operator signed in.

Prints what the load needs as JSON. Runs in a process of its own, on the data
folder that the environment names, before the server starts.
"""

import json
import os
import sys

import django


def furnish(devices: int) -> dict[str, object]:
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.utils import timezone

    from sereno.devices import actions
    from sereno.devices.models import Device
    from sereno.devices.rules import State
    from sereno.people.models import Appointment, Person
    from sereno.territory.models import Barrio, Canton, Parish

    at = timezone.now()
    luis = Person.objects.create(username="luis", full_name="Luis de la medida")
    rosa = Person.objects.create(username="rosa", full_name="Rosa de la medida")
    Appointment.objects.create(person=rosa, role="operator", starts_at=at)
    canton = Canton.objects.create(code="1101", name="Cantón de la medida")
    parish = Parish.objects.create(canton=canton, name="El Valle", kind=Parish.Kind.URBAN)
    barrio = Barrio.objects.create(parish=parish, name="Jipiro", latitude=-3.97, longitude=-79.2)
    keys: dict[str, str] = {}
    for number in range(devices):
        device = Device.objects.create(
            code=f"BOT-{number:05}",
            account=f"B{number:05}",
            kind=Device.Kind.PANIC_BUTTON,
            name=f"Botón {number}",
            state=State.OPERATING,
            state_since=at,
            last_contact_at=at,
            latitude=-3.99,
            longitude=-79.2,
            barrio=barrio,
            parish=parish,
        )
        keys[f"B{number:05}"] = actions.issue_key(device, by=luis, at=at)
    session = SessionStore()
    session[SESSION_KEY] = str(rosa.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = rosa.get_session_auth_hash()
    session.save()
    return {"keys": keys, "session": session.session_key}


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sereno.settings")
    django.setup()
    from django.db import transaction

    with transaction.atomic():
        furnished = furnish(int(sys.argv[1]))
    sys.stdout.write(json.dumps(furnished))
