"""Reading MQTT messages. Topic and bytes in, Reading out.

Three dialects: Zigbee2MQTT (``zigbee2mqtt/<name>``: a JSON state whose
``action`` is the press), Tasmota (``stat/<name>/RESULT`` and ``tele/<name>/LWT``)
and Sereno's own (``sereno/<account>/cry|heartbeat|position``).
"""

import json
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
    "tele/+/LWT",
    "tele/+/STATE",
)


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
    reading = plain.parse(raw or b"{}", account)
    sense = {"cry": Sense.CRY, "heartbeat": Sense.HEARTBEAT, "position": Sense.POSITION}.get(leaf)
    if sense is None:
        raise BadFrame("bad_topic")
    return Reading(
        account=account,
        code=reading.code,
        sense=sense,
        token=reading.token,
        latitude=reading.latitude,
        longitude=reading.longitude,
        sent_at=reading.sent_at,
    )


def _zigbee(raw: bytes, rest: str) -> Reading:
    """A press is an ``action`` that is not empty; any other message only proves life."""
    name, _, leaf = rest.rpartition("/")
    if leaf == "availability" and name:
        return Reading(account=name, sense=Sense.HEARTBEAT, code=_life(raw))
    fields = _object(raw)
    action = fields.get("action")
    if action in (None, ""):
        return Reading(account=rest, sense=Sense.HEARTBEAT)
    if not isinstance(action, str) or len(action) > 64:
        raise BadFrame("bad_action")
    return Reading(account=rest, code=action)


def _tasmota(raw: bytes, name: str, leaf: str) -> Reading:
    """``{"Button1": {"Action": "SINGLE"}}`` is a press; the last will and the state prove life."""
    if leaf == "LWT":
        return Reading(account=name, sense=Sense.HEARTBEAT, code=_life(raw))
    for field, value in _object(raw).items():
        if field.startswith("Button") and isinstance(value, dict) and "Action" in value:
            return Reading(account=name, code=str(value["Action"])[:64])
    return Reading(account=name, sense=Sense.HEARTBEAT)


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
