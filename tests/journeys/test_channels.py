"""What docs/channels.md promises to devices is what they meet: examples, answers, faults."""

import json
import re
import shlex
from argparse import ArgumentParser
from collections.abc import Callable

import httpx
import pytest

from sereno.alerts.intake.mqtt import frame as mqtt
from sereno.alerts.rules import Sense
from sereno.alerts.views.signals import FAULTS
from tests import docs
from tests.journeys import inside
from tests.live import Installation, wait_until

TEXT = (docs.HOUSE / "docs" / "channels.md").read_text(encoding="utf-8")
COMMANDS = [
    shlex.split(block.replace("\\\n", " "))
    for block in re.findall(r"^```sh\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
]
SAID = [json.loads(block) for block in re.findall(r"^```json\n(.*?)^```", TEXT, re.M | re.S)]
CURLS = [words[1:] for words in COMMANDS if words[0] == "curl"]
PUBLISHED = [words[1:] for words in COMMANDS if words[0] == "mosquitto_pub"]


def run(words: list[str], *, sereno: str, key: str) -> httpx.Response:
    """Do what curl would do with these words."""
    reader = ArgumentParser()
    reader.add_argument("-sS", action="store_true")
    reader.add_argument("-H", action="append", default=[])
    reader.add_argument("-d", required=True)
    reader.add_argument("url")
    asked = reader.parse_args([w.replace("$SERENO", sereno).replace("$KEY", key) for w in words])
    headers = dict(header.split(": ", 1) for header in asked.H)
    return httpx.post(asked.url, content=asked.d, headers=headers, timeout=20)


def kept(installation: Installation) -> list[inside.Kept]:
    return inside.account(installation).signals


def test_the_examples_of_http_answer_as_they_are_told(
    server: Callable[..., Installation],
) -> None:
    installation = server()
    installation.prepare()
    key = inside.furnish(installation, 1)["LOJ-0001"]
    installation.start()
    assert len(CURLS) == len(SAID) == 3
    for words, said in zip(CURLS, SAID, strict=True):
        answer = run(words, sereno=installation.url, key=key)
        assert answer.status_code == 202
        assert set(answer.json()) == set(said)
    wrong = httpx.post(
        f"{installation.url}/intake/http/",
        content=b"PANIC",
        headers={"Authorization": f"Bearer {key}"},
    )
    assert (wrong.status_code, wrong.json()["error"]) == (400, "not_json")
    stranger = run(CURLS[0], sereno=installation.url, key="nobody's")
    assert (stranger.status_code, stranger.json()["error"]) == (401, "unknown_key")
    assert httpx.get(f"{installation.url}/intake/http/").json() == {"error": "use_post"}

    wait_until(lambda: inside.account(installation).alerts, what="the alert of the example")
    assert [one.fault for one in kept(installation)] == ["", "not_json", "unknown_key"]
    assert kept(installation)[0].token == "9f3a51c2d4e6-41"  # noqa: S105 - the name of a press


@pytest.mark.parametrize("words", PUBLISHED, ids=" ".join)
def test_the_examples_of_mqtt_are_messages_that_sereno_listens_to(words: list[str]) -> None:
    said = dict(zip(words[::2], words[1::2], strict=True))
    topic, raw = said["-t"], said["-m"].encode()
    assert said["-q"] == "1"
    assert mqtt.is_ours(topic)
    reading = mqtt.parse(raw, topic)
    assert reading.account in topic
    assert reading.sense == (Sense.HEARTBEAT if "heartbeat" in topic else Sense.CRY)


def test_every_topic_of_the_table_is_subscribed() -> None:
    topics = re.findall(r"`((?:sereno|zigbee2mqtt|stat|tele)/<[^`]+)`", TEXT)
    plain = {re.sub(r"<\w+>", "b", topic) for topic in topics}
    assert len(plain) >= 8
    heard = {topic.replace("+", "b") for topic in mqtt.TOPICS}
    assert {topic for topic in plain if not topic.startswith("zigbee2mqtt/")} <= heard
    assert "zigbee2mqtt/#" in mqtt.TOPICS


def test_every_fault_is_in_the_table_and_every_one_of_the_table_is_known() -> None:
    table = TEXT[TEXT.index("## Faults") :]
    told = set(re.findall(r"^\|[^|]*\|", table, re.MULTILINE))
    codes = {code for cell in told for code in re.findall(r"`([a-z_]+)`", cell)}
    assert codes == set(FAULTS)
