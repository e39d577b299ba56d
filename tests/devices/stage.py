"""Sets the scene of the map in an installation of its own: run as a program, in its settings.

Prints the session of Luis, who repairs devices.
"""

import os
import sys
from datetime import UTC, datetime

AT = datetime(2026, 1, 2, 13, 0, tzinfo=UTC)
# Code, state, latitude and longitude of what stands in the street.
STREET = (
    ("ALA-01", "operating", -3.9723, -79.2034),
    ("ALA-02", "operating", -3.9930, -79.2040),
    ("CAM-01", "out", -3.9930, -79.2042),
    ("BOT-01", "installed", -3.9950, -79.2100),
)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sereno.settings")
    import django

    django.setup()
    from django.test import Client

    from sereno.devices.models import Device
    from sereno.people.rules import Role
    from tests.people.cast import enrol
    from tests.territory import ground

    ground.canton()
    for code, state, latitude, longitude in STREET:
        Device.objects.create(
            code=code,
            kind=Device.Kind.COMMUNITY_ALARM,
            name=f"Alarma {code}",
            state=state,
            cause="power" if state == "out" else "",
            state_since=AT,
            latitude=latitude,
            longitude=longitude,
        )
    client = Client()
    luis = enrol("luis", Role.TECHNICIAN)
    client.force_login(luis, backend="allauth.account.auth_backends.AuthenticationBackend")
    sys.stdout.write(client.cookies["sessionid"].value)


if __name__ == "__main__":
    main()
