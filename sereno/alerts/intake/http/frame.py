"""Reading the JSON body of the HTTP channel. Bytes in, Reading out."""

import json
from datetime import datetime
from typing import Any

from sereno.alerts.rules import BadFrame, Reading, Sense

FIELDS = {"account", "code", "sense", "token", "latitude", "longitude", "sent_at"}


def parse(raw: bytes, sender: str = "") -> Reading:
    """``sender`` is the account the key belongs to, when the body does not repeat it."""
    fields = _fields(raw)
    latitude, longitude = _degrees(fields, "latitude", 90), _degrees(fields, "longitude", 180)
    if (latitude is None) != (longitude is None):
        raise BadFrame("half_a_position")
    return Reading(
        account=_text(fields, "account") or sender,
        code=_text(fields, "code"),
        sense=_sense(fields),
        token=_text(fields, "token"),
        latitude=latitude,
        longitude=longitude,
        sent_at=_moment(fields),
    )


def _fields(raw: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(raw)
    except (ValueError, RecursionError) as problem:
        raise BadFrame("not_json") from problem
    if not isinstance(fields, dict):
        raise BadFrame("not_an_object")
    return fields


def _text(fields: dict[str, Any], name: str) -> str:
    value = fields.get(name, "")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or len(value) > 64 or "\0" in value:
        raise BadFrame(f"bad_{name}")
    return value.strip()


def _sense(fields: dict[str, Any]) -> Sense:
    try:
        return Sense(fields.get("sense", Sense.CRY))
    except ValueError:
        return Sense.CRY  # a word nobody knows may be a cry


def _degrees(fields: dict[str, Any], name: str, most: int) -> float | None:
    value = fields.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadFrame(f"bad_{name}")
    if not -most <= value <= most:
        raise BadFrame(f"bad_{name}")
    return float(value)


def _moment(fields: dict[str, Any]) -> datetime | None:
    value = fields.get("sent_at")
    if value is None:
        return None
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError) as problem:
        raise BadFrame("bad_sent_at") from problem
