"""An act on an edition in a process of its own, which may die in the middle of it.

``python -m tests.journeys.half ACT WHEN``: the process is killed at the line of the logbook,
``before`` it is written, ``after`` it but before the commit, or ``never``; ``look`` says what
stays.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from unittest import mock

import django

from tests.live import HOUSE, Installation

AT = datetime(2026, 1, 1, 13, 0, tzinfo=UTC)
LATER = AT + timedelta(hours=1)
WRITERS = {"prepare": "editions", "publish": "editions", "sign": "signing"}


def run(installation: Installation, act: str, when: str = "never") -> int:
    """The exit code of the process; that of a killed one is negative."""
    return _process(installation, act, when).returncode


def look(installation: Installation) -> dict[str, Any]:
    done = _process(installation, "look", "never")
    assert done.returncode == 0, done.stderr
    kept: dict[str, Any] = json.loads(done.stdout)
    return kept


def _process(installation: Installation, act: str, when: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.journeys.half", act, when],
        cwd=HOUSE,
        env=installation.environment | {"DJANGO_SETTINGS_MODULE": "sereno.settings"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def furnish() -> None:
    from sereno.people.rules import Role
    from sereno.reports import actions
    from tests.people.cast import enrol

    carmen = enrol("carmen", Role.PLANNER)
    enrol("marta", Role.DIRECTOR)
    # An edition is frozen at a line: one is needed.
    actions.keep_texts("narrative", "2026", {"presentacion": "Un año."}, by=carmen, at=AT)


def prepare() -> None:
    from sereno.people.models import Person
    from sereno.reports import actions
    from tests.reports.formats import chain

    first, last = date(2026, 1, 1), date(2026, 12, 31)
    proposal = actions.Proposal("narrative", "informe", first, last, chain.signable())
    actions.prepare(lambda: proposal, by=Person.objects.get(username="carmen"), at=LATER)


def publish() -> None:
    from sereno.people.models import Person
    from sereno.reports import actions
    from sereno.reports.models import Edition

    marta = Person.objects.get(username="marta")
    actions.publish_edition(Edition.objects.get(), by=marta, at=LATER)


def sign() -> None:
    from sereno.people.models import Person
    from sereno.reports import actions
    from sereno.reports.models import Edition
    from sereno.reports.rules.signing import Signed

    def put(_document: object, before: bytes, act: object) -> Signed:
        return Signed(before + str(act).encode(), "Carmen", "0" * 64)

    carmen = Person.objects.get(username="carmen")
    actions.sign_edition(Edition.objects.get(), put, by=carmen, at=LATER)


def kept() -> None:
    from sereno.logbook.models import Entry
    from sereno.reports.models import Edition, SignedCopy

    said = {
        "editions": [bool(each.published_at) for each in Edition.objects.all()],
        "signed": SignedCopy.objects.count(),
        "lines": list(
            Entry.objects.filter(event__startswith="edition.")
            .order_by("number")
            .values_list("event", flat=True)
        ),
    }
    sys.stdout.write(json.dumps(said))


ACTS: dict[str, Callable[[], None]] = {
    "furnish": furnish,
    "prepare": prepare,
    "publish": publish,
    "sign": sign,
    "look": kept,
}


def main(act: str, when: str) -> None:
    django.setup()
    if when == "never":
        ACTS[act]()
        return
    from sereno.logbook.actions import write

    def dying(*given: Any, **named: Any) -> None:
        if when == "after":
            write(*given, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    with mock.patch(f"sereno.reports.actions.{WRITERS[act]}.write", dying):
        ACTS[act]()


if __name__ == "__main__":
    main(*sys.argv[1:])
