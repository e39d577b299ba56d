"""What technicians see of signals: the channels, what nobody could read, byte by byte."""

import ast
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

import sereno.alerts.intake
from sereno.alerts.models import Signal
from sereno.alerts.views.signals import FAULTS, dump, fault_in_words
from sereno.logbook.models import Entry
from sereno.people.rules import Role
from tests.alerts.street import AT, Street, arrive, street
from tests.people.cast import enrol

LIST = reverse("alerts:signals")
INTAKE = Path(sereno.alerts.intake.__path__[0])


@pytest.fixture(name="jipiro")
def street_of_jipiro(db: None, client: Client) -> Street:
    made = street()
    client.force_login(enrol("luis", Role.TECHNICIAN))
    return made


def test_nothing_to_look_at_is_said(client: Client, jipiro: Street) -> None:
    assert "Nada por revisar" in client.get(LIST).content.decode()


def test_a_signal_nobody_could_read_is_shown_with_what_to_do(
    client: Client, jipiro: Street
) -> None:
    arrive(b"\x02PANIC\xff")
    text = client.get(LIST).content.decode()
    assert "No es JSON" in text
    assert "LOJ-0007" in text
    whole = client.get(reverse("alerts:signal", args=[Signal.objects.get().pk])).content.decode()
    assert "0000  02 50 41 4e 49 43 ff" in whole
    assert "·PANIC·" in whole
    assert "\\xff" in whole


def test_an_alert_of_a_device_nobody_registered_is_to_be_looked_at_too(
    client: Client, jipiro: Street
) -> None:
    arrive(sender="XYZ-1")
    text = client.get(LIST).content.decode()
    assert "ningún dispositivo usa esta cuenta" in text
    assert "XYZ-1" in text


def test_what_was_understood_is_not_to_be_looked_at(client: Client, jipiro: Street) -> None:
    arrive()
    arrive(channel="neighbour", sender="", caller=jipiro.ana)
    assert client.get(LIST).context["rows"] == []


def test_a_signal_that_was_seen_leaves_the_list_and_is_still_found(
    client: Client, jipiro: Street
) -> None:
    arrive(b"PANIC")
    signal = Signal.objects.get()
    done = client.post(reverse("alerts:see", args=[signal.pk]))
    assert done.headers["Location"] == LIST
    signal.refresh_from_db()
    assert signal.seen_at is not None
    assert Entry.objects.filter(event="signal.seen", subject=f"signal:{signal.pk}").exists()
    assert client.get(LIST).context["rows"] == []
    assert [one for one, _ in client.get(LIST, {"ver": "todas"}).context["rows"]] == [signal]


def test_a_thousand_unread_signals_are_shown_page_by_page(client: Client, jipiro: Street) -> None:
    for number in range(51):
        arrive(b"PANIC", sender=f"A-{number}")
    first = client.get(LIST)
    assert len(first.context["rows"]) == 50
    assert "Filas 1 a 50 de 51" in first.content.decode()
    assert len(client.get(LIST, {"pagina": 2}).context["rows"]) == 1


def test_the_channels_tell_what_they_brought_today(client: Client, jipiro: Street) -> None:
    now = timezone.now()
    arrive(at=now)
    arrive(b"PANIC", at=now)
    arrive(at=now - timedelta(days=2))
    ((name, http),) = client.get(LIST).context["traffic"]
    assert (name, http.signals, http.faults) == ("HTTP", 2, 1)


def test_what_a_person_wrote_is_not_for_whoever_repairs_devices(
    client: Client, jipiro: Street
) -> None:
    arrive(b'{"code":"a quiet word"}', channel="neighbour", sender="", caller=jipiro.ana)
    page = client.get(reverse("alerts:signal", args=[Signal.objects.get().pk])).content.decode()
    assert "quiet word" not in page
    assert "su contenido solo lo ve la central" in page


def test_a_device_shows_what_it_sent(client: Client, jipiro: Street) -> None:
    arrive(b'{"code":"HA"}')
    address = reverse("alerts:signals-of", args=[jipiro.button.code])
    alone = client.get(address).content.decode()
    assert "Robo o asalto" in alone
    assert "<html" in alone
    part = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "Robo o asalto" in part
    assert "<html" not in part
    assert address in client.get(reverse("devices:device", args=["BOT-03"])).content.decode()


def test_the_newest_ten_stand_on_the_page_of_the_device(client: Client, jipiro: Street) -> None:
    for second in range(12):
        arrive(at=AT + timedelta(seconds=second))
    address = reverse("alerts:signals-of", args=[jipiro.button.code])
    part = client.get(address, headers={"HX-Request": "true"})
    assert len(part.context["rows"]) == 10
    assert "Ver las 12 señales" in part.content.decode()
    assert len(client.get(address).context["rows"]) == 12


def named_faults() -> set[str]:
    """Every fault that the code of a channel names as it stands: ``BadFrame("not_json")``."""
    texts = [path.read_text(encoding="utf-8") for path in INTAKE.rglob("frame.py")]
    return {
        str(argument.value)
        for text in texts
        for call in ast.walk(ast.parse(text))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "BadFrame"
        for argument in call.args
        if isinstance(argument, ast.Constant)
    }


def test_every_fault_has_a_sentence() -> None:
    assert len(named_faults()) > 5
    assert named_faults() <= set(FAULTS)


def test_a_reader_that_broke_is_said_without_blaming_the_device() -> None:
    said = fault_in_words("reader_failed:ZeroDivisionError")
    assert "El lector del canal falló (ZeroDivisionError)" in said


@pytest.mark.parametrize(
    ("raw", "rows"),
    [
        (b"", ""),
        (b"A", "0000  41                                               A"),
        (
            bytes(range(17)),
            "0000  00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f  ················\n"
            "0010  10                                               ·",
        ),
    ],
)
def test_bytes_are_written_sixteen_a_row(raw: bytes, rows: str) -> None:
    assert dump(raw) == rows
