"""Making ready: the database's shape, the static files, the messages, and the example, once."""

from pathlib import Path

import polib
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone


def everything() -> None:
    # Named here, so that whoever only needs the messages does not need the rooms.
    from sereno.alerts.actions import load_catalogues as load_kinds
    from sereno.assemblies.actions import load_defaults
    from sereno.plans.actions import load_catalogues
    from sereno.verify import locks, roles, witness

    call_command("migrate", verbosity=0, interactive=False)
    locks.lay()
    roles.renew()
    call_command("collectstatic", verbosity=0, interactive=False)
    compile_messages()
    if settings.EXAMPLE == "loja":
        from sereno.example import loader

        loader.load(at=timezone.now())
    load_kinds(at=timezone.now())
    load_catalogues(at=timezone.now())
    load_defaults(at=timezone.now())
    witness.note(settings.WITNESS, at=timezone.now())


def compile_messages() -> None:
    """Make the catalogues that Django reads from those that people write, where these are newer."""
    for written in (path for root in settings.LOCALE_PATHS for path in Path(root).rglob("*.po")):
        compiled = written.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < written.stat().st_mtime:
            polib.pofile(str(written)).save_as_mofile(str(compiled))
