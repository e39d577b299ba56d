"""Prints the account and key of example devices that can cry: run as a program, in its settings."""

import os
import sys


def main(codes: list[str]) -> None:
    from sereno.devices.models import Device
    from sereno.example.cast import device_key

    for code in codes:
        account = Device.objects.get(code=code).account
        sys.stdout.write(f"{account} {device_key(code)}\n")


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sereno.settings")
    django.setup()
    main(sys.argv[1:])
