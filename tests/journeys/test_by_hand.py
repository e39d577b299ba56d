"""The commands of docs/api.md run as they are written, and are answered as it says there."""

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from sereno.api import rules
from sereno.example.cast import PASSWORD
from tests import docs, needs
from tests.live import Installation

ANY = "…"
FENCE = re.compile(r"^```(sh|json)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STATUS = re.compile(r"# ([1-5]\d\d)$", re.MULTILINE)
YOURS = re.compile(r"^[A-Z]+=.*\n", re.MULTILINE)
PEOPLE = {"PLANNER": "carmen", "FINANCE": "diego", "DIRECTOR": "elena"}
# The status of each goes to one file, what the last one sent to another.
SEEN = """set -euo pipefail
curl() {
    command curl --silent --show-error --write-out '%{stderr}%{http_code}\\n' "$@" \\
        2>> statuses | tee answer
}
"""


def blocks() -> list[tuple[str, str]]:
    """The commands of the document, and the answers that stand after them, in their order."""
    return FENCE.findall((docs.HOUSE / "docs" / "api.md").read_text(encoding="utf-8"))


def script() -> str:
    """What the document says to run, each answer kept under the number of its commands."""
    (_, first), *others = [one for one in blocks() if one[0] == "sh"]
    pieces = [SEEN, YOURS.sub("", first)]
    for number, (_, commands) in enumerate(others, 1):
        pieces += [commands, f"cp answer answer-{number}\n"]
    return "".join(pieces)


def answers() -> dict[int, Any]:
    """What the document shows, by the number of the commands before it."""
    told: dict[int, Any] = {}
    number = -1
    for kind, text in blocks():
        if kind == "sh":
            number += 1
        else:
            told[number] = json.loads(text)
    return told


def statuses() -> list[str]:
    return [code for kind, text in blocks() if kind == "sh" for code in STATUS.findall(text)]


def differs(said: Any, found: Any) -> list[str]:
    """Where an answer is not what the document shows; what it leaves out is free."""
    if said == ANY:
        return []
    if isinstance(said, dict) and isinstance(found, dict):
        return [
            f"{name}: {fault}"
            for name, value in said.items()
            for fault in differs(value, found.get(name, "nothing"))
        ]
    return [] if said == found else [f"{found!r} instead of {said!r}"]


def token(url: str, login: str) -> str:
    """Made on the page where people make theirs."""
    with httpx.Client(base_url=url, follow_redirects=True, timeout=30) as browser:

        def send(page: str, **told: Any) -> str:
            found = re.search(r'name="csrfmiddlewaretoken" value="(.+?)"', browser.get(page).text)
            assert found, page
            sent = {"csrfmiddlewaretoken": found[1], **told}
            answer = browser.post(page, data=sent, headers={"Referer": url + page})
            assert answer.status_code == 200, answer.text
            return answer.text

        send("/cuentas/ingresar/", login=login, password=PASSWORD)
        shown = send("/cuentas/claves/", name="A mano", days="1", scopes=list(rules.SCOPES))
        made = re.search(rf"{rules.PREFIX}[\w-]{{40,}}", shown)
        assert made, login
        return made[0]


def test_every_command_says_its_status() -> None:
    commands = "".join(text for kind, text in blocks() if kind == "sh")
    assert len(re.findall(r"\bcurl ", commands)) == len(statuses()) >= 15
    assert set(PEOPLE) | {"SERENO"} == {
        one.partition("=")[0] for one in YOURS.findall(blocks()[0][1])
    }
    assert len(answers()) >= 5


def test_an_answer_that_is_not_the_documented_one_is_seen() -> None:
    said = {"id": ANY, "state": "approved"}
    assert differs(said, {"id": 3, "state": "approved", "seal": ""}) == []
    assert differs(said, {"id": 3, "state": "draft"}) == ["state: 'draft' instead of 'approved'"]
    assert differs(said, {"id": 3}) == ["state: 'nothing' instead of 'approved'"]


@pytest.mark.needs(needs.CURL)
def test_the_commands_of_the_document_are_answered_as_it_says(
    server: Callable[..., Installation], tmp_path: Path
) -> None:
    loja = server(SERENO_EXAMPLE="loja", SERENO_SECOND_FACTOR="offered")
    loja.prepare()
    loja.start()
    here = tmp_path / "here"
    here.mkdir()
    yours = {name: token(loja.url, login) for name, login in PEOPLE.items()}
    done = subprocess.run(
        ["bash", "-c", script()],
        cwd=here,
        env=os.environ | yours | {"SERENO": f"{loja.url}/api/v1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    seen = (here / "statuses").read_text(encoding="utf-8").split()
    assert (done.returncode, done.stderr) == (0, ""), f"{seen}\n{done.stdout}\n{done.stderr}"
    assert seen == statuses()
    for number, said in answers().items():
        found = json.loads((here / f"answer-{number}").read_text(encoding="utf-8"))
        assert differs(said, found) == [], number
