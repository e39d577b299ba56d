"""Reading MQTT messages. Topic and bytes in, Reading out.

Three dialects: Zigbee2MQTT (``zigbee2mqtt/<name>``: a JSON state whose
``action`` is the press), Tasmota (``stat/<name>/RESULT``, in old versions
``stat/<name>/BUTTON1``, and ``tele/<name>/LWT``) and Sereno's own
(``sereno/<account>/cry|heartbeat|position``).
"""

import json
from dataclasses import replace
from typing import Any

from sereno.alerts.intake.http import frame as plain
from sereno.alerts.rules import BadFrame, Reading, Sense

LIFE = {"online", "offline"}
TOPICS = (
    "sereno/+/cry",
    "sereno/+/heartbeat",
    "sereno/+/position",
    "zigbee2mqtt/#",
    "stat/+/RESULT",
    "stat/+/BUTTON1",
    "stat/+/BUTTON2",
    "tele/+/LWT",
    "tele/+/STATE",
)


def is_ours(topic: str) -> bool:
    """Whether a device speaks: a bridge also tells of itself, and repeats what it is asked."""
    parts = topic.split("/")
    asked = parts[-1] in {"set", "get"}
    return not (parts[0] == "zigbee2mqtt" and (parts[1:2] == ["bridge"] or asked))


def parse(raw: bytes, sender: str) -> Reading:
    """``sender`` is the topic."""
    dialect, _, rest = sender.partition("/")
    name, _, leaf = rest.partition("/")
    if not name:
        raise BadFrame("bad_topic")
    match dialect:
        case "sereno":
            return _own(raw, name, leaf)
        case "zigbee2mqtt":
            return _zigbee(raw, rest)
        case "stat" | "tele":
            return _tasmota(raw, name, leaf)
    raise BadFrame("bad_topic")


def _own(raw: bytes, account: str, leaf: str) -> Reading:
    """The topic says who and what; the body is that of the HTTP channel, and may be empty."""
    sense = {"cry": Sense.CRY, "heartbeat": Sense.HEARTBEAT, "position": Sense.POSITION}.get(leaf)
    if sense is None:
        raise BadFrame("bad_topic")
    return replace(plain.parse(raw or b"{}", account), account=account[:64], sense=sense)


def _zigbee(raw: bytes, rest: str) -> Reading:
    """A press is an ``action`` that is not empty; any other message only proves life."""
    name, _, leaf = rest.rpartition("/")
    if leaf == "availability" and name:
        return Reading(account=name, sense=Sense.HEARTBEAT, code=_life(raw))
    fields = _object(raw)
    action = fields.get("action")
    if action in (None, ""):
        return Reading(account=rest, sense=Sense.HEARTBEAT)
    return Reading(account=rest, code=_word(action, "bad_action"))


def _tasmota(raw: bytes, name: str, leaf: str) -> Reading:
    """``{"Button1": {"Action": "SINGLE"}}`` is a press; the last will and the state prove life."""
    if leaf == "LWT":
        return Reading(account=name, sense=Sense.HEARTBEAT, code=_life(raw))
    fields = _object(raw)
    if leaf.startswith("BUTTON"):
        fields = {leaf: fields}
    for field, value in fields.items():
        if field.upper().startswith("BUTTON") and isinstance(value, dict):
            action = value.get("Action", value.get("ACTION"))
            if action not in (None, "", "NONE"):
                return Reading(account=name, code=_word(action, "bad_action"))
    return Reading(account=name, sense=Sense.HEARTBEAT)


def _word(value: Any, fault: str) -> str:
    if not isinstance(value, str) or len(value) > 64 or "\0" in value:
        raise BadFrame(fault)
    return value


def _life(raw: bytes) -> str:
    """``online`` or ``offline``, as a bare word or as ``{"state": "online"}``."""
    text = raw.decode("utf-8", "replace").strip()
    if text.startswith("{"):
        text = str(_object(raw).get("state", ""))
    if text.lower() not in LIFE:
        raise BadFrame("bad_availability")
    return text.lower()


def _object(raw: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(raw)
    except (ValueError, RecursionError) as problem:
        raise BadFrame("not_json") from problem
    if not isinstance(fields, dict):
        raise BadFrame("not_an_object")
    return fields
