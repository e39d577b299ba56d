"""A process that dies while it freezes, signs or publishes an edition leaves none of it."""

import signal
from collections.abc import Callable

from tests.journeys import half
from tests.live import Installation

EVENTS = {"prepare": "edition.prepared", "sign": "edition.signed", "publish": "edition.published"}


def test_no_half_edition_is_left_when_the_process_is_killed(
    server: Callable[..., Installation],
) -> None:
    installation = server()
    installation.prepare()
    assert half.run(installation, "furnish") == 0
    lines: list[str] = []
    for act, event in EVENTS.items():
        before = half.look(installation)
        for when in ("before", "after"):
            assert half.run(installation, act, when) == -signal.SIGKILL
            assert half.look(installation) == before
        assert half.run(installation, act) == 0
        lines.append(event)
        assert half.look(installation)["lines"] == lines
    assert half.look(installation) == {"editions": [True], "signed": 1, "lines": lines}
    verified = installation.run("verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr
