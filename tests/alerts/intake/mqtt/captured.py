"""Messages as the makes of the street publish them: topic, payload, what they mean.

Their shapes follow what each project documents: Zigbee2MQTT, "MQTT Topics and
Messages" and the pages of the SOS buttons it supports (``action``: what was
pressed, with the link and the battery beside it; an empty ``action`` after it in
versions before 2; availability as a bare word before 1.17 and as an object
since). Tasmota, "Buttons and Switches" with ``SetOption73 1`` (``Button1``,
``Action``) and "MQTT" (``LWT``, ``STATE``, ``RESULT``). Names are invented.
"""

from sereno.alerts.rules import Reading, Sense

CRY, ALIVE = Sense.CRY, Sense.HEARTBEAT

CAPTURED: list[tuple[str, bytes, Reading]] = [
    (
        "zigbee2mqtt/boton_jipiro_03",
        b'{"action":"emergency","battery":87,"battery_low":false,"linkquality":112,"tamper":false}',
        Reading("boton_jipiro_03", "emergency", CRY),
    ),
    (
        "zigbee2mqtt/mercado/boton_02",
        b'{"action":"panic","action_code":23,"action_transaction":4,"action_zone":0}',
        Reading("mercado/boton_02", "panic", CRY),
    ),
    (
        "zigbee2mqtt/boton_jipiro_03",
        b'{"action":"","battery":87,"linkquality":112}',
        Reading("boton_jipiro_03", "", ALIVE),
    ),
    (
        "zigbee2mqtt/boton_jipiro_03",
        b'{"action":null,"battery":87,"linkquality":112}',
        Reading("boton_jipiro_03", "", ALIVE),
    ),
    (
        "zigbee2mqtt/boton_jipiro_03",
        b'{"battery":86,"linkquality":98,"voltage":2900}',
        Reading("boton_jipiro_03", "", ALIVE),
    ),
    (
        "zigbee2mqtt/boton_jipiro_03/availability",
        b'{"state":"online"}',
        Reading("boton_jipiro_03", "online", ALIVE),
    ),
    (
        "zigbee2mqtt/mercado/boton_02/availability",
        b"offline",
        Reading("mercado/boton_02", "offline", ALIVE),
    ),
    (
        "stat/pulsador_taquil/RESULT",
        b'{"Button1":{"Action":"SINGLE"}}',
        Reading("pulsador_taquil", "SINGLE", CRY),
    ),
    (
        "stat/pulsador_taquil/RESULT",
        b'{"Button2":{"Action":"HOLD"}}',
        Reading("pulsador_taquil", "HOLD", CRY),
    ),
    (
        "stat/pulsador_taquil/BUTTON1",
        b'{"ACTION":"DOUBLE"}',
        Reading("pulsador_taquil", "DOUBLE", CRY),
    ),
    ("stat/pulsador_taquil/RESULT", b'{"POWER":"ON"}', Reading("pulsador_taquil", "", ALIVE)),
    ("tele/pulsador_taquil/LWT", b"Online", Reading("pulsador_taquil", "online", ALIVE)),
    ("tele/pulsador_taquil/LWT", b"Offline", Reading("pulsador_taquil", "offline", ALIVE)),
    (
        "tele/pulsador_taquil/STATE",
        b'{"Time":"2026-11-21T21:04:07","Uptime":"3T04:05:06","Heap":27,"POWER":"OFF",'
        b'"Wifi":{"AP":1,"SSId":"barrio","RSSI":70,"Signal":-65}}',
        Reading("pulsador_taquil", "", ALIVE),
    ),
    ("sereno/LOJ-0007/cry", b"", Reading("LOJ-0007", "", CRY)),
    (
        "sereno/LOJ-0007/cry",
        b'{"code":"HA","token":"41"}',
        Reading("LOJ-0007", "HA", CRY, token="41"),
    ),
    ("sereno/LOJ-0007/heartbeat", b"", Reading("LOJ-0007", "", ALIVE)),
    (
        "sereno/LOJ-0041/position",
        b'{"latitude":-3.9931,"longitude":-79.2042}',
        Reading("LOJ-0041", "", Sense.POSITION, latitude=-3.9931, longitude=-79.2042),
    ),
]
