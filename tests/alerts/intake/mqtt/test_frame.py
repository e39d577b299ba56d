"""Messages of every make become readings; anything else is a bad frame."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sereno.alerts.intake.mqtt.frame import TOPICS, is_ours, parse
from sereno.alerts.rules import BadFrame, Reading, Sense
from tests.alerts.intake.mqtt.captured import CAPTURED
from tests.alerts.intake.outcome import read_or_named

SHAPES = ("sereno/A-1/cry", "zigbee2mqtt/b", "zigbee2mqtt/b/availability", "tele/b/LWT")


@pytest.mark.parametrize(("topic", "raw", "reading"), CAPTURED)
def test_a_captured_message_is_read(topic: str, raw: bytes, reading: Reading) -> None:
    assert parse(raw, topic) == reading


@given(st.binary(), st.sampled_from(SHAPES) | st.text())
def test_any_message_is_a_reading_or_a_bad_frame(raw: bytes, topic: str) -> None:
    assert read_or_named(parse, raw, topic)


@given(st.dictionaries(st.sampled_from(["action", "Button1", "state"]), st.text() | st.none()))
def test_any_state_of_a_button_is_a_reading_or_a_bad_frame(fields: dict[str, str | None]) -> None:
    raw = str(fields).replace("'", '"').replace("None", "null").encode()
    for topic in (*SHAPES, "stat/b/RESULT", "stat/b/BUTTON1"):
        assert read_or_named(parse, raw, topic)


def test_the_topic_says_who_cries_and_the_body_cannot_say_another() -> None:
    assert parse(b'{"account":"B-2","sense":"heartbeat"}', "sereno/A-1/cry") == Reading("A-1")


@pytest.mark.parametrize(
    ("topic", "raw", "fault"),
    [
        ("sereno", b"{}", "bad_topic"),
        ("sereno/A-1/song", b"{}", "bad_topic"),
        ("homeassistant/b/config", b"{}", "bad_topic"),
        ("sereno/A-1/cry", b"PANIC", "not_json"),
        ("zigbee2mqtt/b", b"[1]", "not_an_object"),
        ("zigbee2mqtt/b", b'{"action":7}', "bad_action"),
        ("stat/b/RESULT", b'{"Button1":{"Action":["HOLD"]}}', "bad_action"),
        ("tele/b/LWT", b"Perhaps", "bad_availability"),
    ],
)
def test_what_is_wrong_is_named(topic: str, raw: bytes, fault: str) -> None:
    with pytest.raises(BadFrame, match=f"^{fault}$"):
        parse(raw, topic)


@pytest.mark.parametrize(
    ("topic", "ours"),
    [
        ("zigbee2mqtt/bridge/state", False),
        ("zigbee2mqtt/bridge/devices", False),
        ("zigbee2mqtt/boton_jipiro_03/set", False),
        ("zigbee2mqtt/boton_jipiro_03/get", False),
        ("zigbee2mqtt/boton_jipiro_03", True),
        ("sereno/A-1/cry", True),
        ("stat/pulsador_taquil/RESULT", True),
    ],
)
def test_what_a_bridge_says_of_itself_is_no_signal(topic: str, *, ours: bool) -> None:
    assert is_ours(topic) is ours


def test_every_dialect_that_is_read_is_also_asked_for() -> None:
    asked = {topic.split("/")[0] for topic in TOPICS}
    assert asked == {topic.split("/")[0] for topic, _, _ in CAPTURED}
    assert {reading.sense for _, _, reading in CAPTURED} == set(Sense)
