"""A server that is killed while alarms pour in loses none that it answered, and doubles none."""

import secrets
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import httpx

from tests.journeys import inside
from tests.live import Installation, wait_until

KILLS = 3
DOORS = 4  # threads that press at the same time
BUTTONS = 240


@dataclass
class Crowd:
    """Buttons that are pressed once each, and again until somebody answers."""

    url: str
    keys: dict[str, str]
    answered: dict[str, int] = field(default_factory=dict)  # account: number of the kept signal
    refused: set[int] = field(default_factory=set)
    stop: threading.Event = field(default_factory=threading.Event)

    def press(self, accounts: list[str]) -> None:
        with httpx.Client(base_url=self.url, timeout=10) as client:
            for account in accounts:
                if self.stop.is_set():
                    return
                if account not in self.answered:
                    self._cry(client, account)

    def _cry(self, client: httpx.Client, account: str) -> None:
        try:
            answer = client.post(
                "/intake/http/",
                json={"code": "HA", "token": f"press-of-{account}"},
                headers={"Authorization": f"Bearer {self.keys[account]}"},
            )
        except httpx.TransportError:
            return  # the server died under it; the button will press again
        if answer.status_code == 202:
            self.answered[account] = answer.json()["kept"]
        else:
            self.refused.add(answer.status_code)

    def begin(self) -> list[threading.Thread]:
        self.stop.clear()
        accounts = list(self.keys)
        threads = [
            threading.Thread(target=self.press, args=(accounts[door::DOORS],))
            for door in range(DOORS)
        ]
        for thread in threads:
            thread.start()
        return threads


def kill_under_load(installation: Installation, crowd: Crowd, *, after: int) -> None:
    """Kill the process, without a warning, once so many more alarms were answered."""
    enough = len(crowd.answered) + after
    threads = crowd.begin()
    wait_until(lambda: len(crowd.answered) >= enough, what=f"{enough} answers")
    installation.end(signal.SIGKILL)
    crowd.stop.set()
    for thread in threads:
        thread.join()


def test_no_answered_alarm_is_lost_or_doubled_when_the_server_is_killed(
    server: Callable[..., Installation],
) -> None:
    installation = server()
    installation.prepare()
    crowd = Crowd(installation.url, inside.furnish(installation, BUTTONS))
    for _ in range(KILLS):
        installation.start()
        kill_under_load(installation, crowd, after=10 + secrets.randbelow(BUTTONS // KILLS - 30))
    before_the_end = dict(crowd.answered)
    installation.start()
    for thread in crowd.begin():
        thread.join()
    assert crowd.refused == set()
    assert len(crowd.answered) == BUTTONS

    def all_understood() -> inside.Account | None:
        found = inside.account(installation)
        return found if all(one.understood for one in found.signals) else None

    kept = wait_until(all_understood, what="every signal to be understood")
    assert installation.end() == 0

    by_number = {one.signal: one for one in kept.signals}
    for account, number in crowd.answered.items():
        assert number in by_number, f"{account} was answered and is gone"
        assert f"press-of-{account}" in by_number[number].text
        assert by_number[number].alert is not None
    assert len(set(crowd.answered.values())) == BUTTONS
    assert before_the_end.items() <= crowd.answered.items()

    alerts_of = {
        account: {one.alert for one in kept.signals if one.account == account}
        for account in crowd.keys
    }
    assert all(len(alerts) == 1 for alerts in alerts_of.values()), "a press became two alerts"
    assert len(kept.alerts) == BUTTONS
    assert sorted(kept.raised) == sorted(f"alert:{number}" for number in kept.alerts)

    verified = installation.run("verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr
