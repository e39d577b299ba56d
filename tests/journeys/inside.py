"""A look inside an installation from a process of its own: furnish it, read what it kept.

``python -m tests.journeys.inside furnish 12`` makes twelve buttons and prints
the key of each; ``… inside account`` prints every signal and alert.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import django

from tests.live import HOUSE, Installation

AT = datetime(2026, 1, 1, 13, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Kept:
    """One signal of an installation, and the alert it became."""

    signal: int
    account: str
    token: str
    text: str
    fault: str
    understood: bool
    alert: int | None


@dataclass(frozen=True)
class Account:
    """All that an installation kept: its signals, and the subjects of its raised alerts."""

    signals: list[Kept]
    alerts: list[int]
    raised: list[str]


def furnish(installation: Installation, buttons: int) -> dict[str, str]:
    """The key of each new button by its account."""
    keys: dict[str, str] = _ask(installation, "furnish", str(buttons))
    return keys


def account(installation: Installation) -> Account:
    told = _ask(installation, "account")
    return Account([Kept(*row) for row in told["signals"]], told["alerts"], told["raised"])


def _ask(installation: Installation, *words: str) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.inside", *words],
        cwd=HOUSE,
        env=installation.environment | {"DJANGO_SETTINGS_MODULE": "sereno.settings"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)


def make_buttons(buttons: int) -> dict[str, str]:
    """Buttons that operate, keyed by Tecla the technician."""
    from sereno.devices import actions
    from sereno.devices.models import Device
    from sereno.devices.rules import State
    from sereno.people.rules import Role
    from tests.people.cast import enrol

    tecla = enrol("tecla", Role.TECHNICIAN)
    keys = {}
    for number in range(1, buttons + 1):
        button = Device.objects.create(
            code=f"BOT-{number:04}",
            account=f"LOJ-{number:04}",
            kind=Device.Kind.PANIC_BUTTON,
            name=f"Botón {number}",
            state=State.OPERATING,
            state_since=AT,
        )
        keys[f"LOJ-{number:04}"] = actions.issue_key(button, by=tecla, at=AT)
    return keys


def read() -> dict[str, Any]:
    from sereno.alerts.models import Alert, Signal
    from sereno.logbook.models import Entry

    signals = Signal.objects.select_related("device").order_by("pk")
    return {
        "signals": [
            (
                signal.pk,
                (signal.device and signal.device.account) or signal.sender,
                signal.token,
                bytes(signal.raw).decode(errors="replace"),
                signal.fault,
                signal.understood_at is not None,
                signal.alert_id,
            )
            for signal in signals
        ],
        "alerts": list(Alert.objects.order_by("pk").values_list("pk", flat=True)),
        "raised": list(
            Entry.objects.filter(event="alert.raised").values_list("subject", flat=True)
        ),
    }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sereno.settings")
    django.setup()
    from django.db import transaction

    with transaction.atomic():
        said = make_buttons(int(sys.argv[2])) if sys.argv[1] == "furnish" else read()
    sys.stdout.write(json.dumps(said))
