"""What a telephone is answered: heard, not heard, and what is being done."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from sereno.alerts import actions
from sereno.alerts.intake import READERS
from sereno.alerts.models import Alert, AlertKind, Signal
from sereno.people.rules import Role
from tests.alerts.street import AT, Street, arrive, street
from tests.people.cast import enrol

kept_for_good = pytest.mark.django_db(transaction=True)
POSITION = {"token": "9f3a51c2d4e60718", "latitude": -3.9951, "longitude": -79.2041}


@pytest.fixture(name="jipiro")
def street_of_jipiro(request: pytest.FixtureRequest) -> Street:
    request.getfixturevalue(
        "transactional_db" if request.node.get_closest_marker("django_db").kwargs else "db"
    )
    return street()


@pytest.fixture
def telephone(jipiro: Street, client: Client) -> Client:
    client.force_login(jipiro.ana)
    return client


def cry(telephone: Client, body: Any) -> Any:
    return telephone.post(reverse("alerts:press"), body, content_type="application/json")


def understand() -> Alert | None:
    signal = Signal.objects.select_related("device", "caller").latest("pk")
    return actions.understand(signal, READERS["neighbour"])


@kept_for_good
def test_a_cry_is_kept_before_it_is_answered(jipiro: Street, telephone: Client) -> None:
    answer = cry(telephone, POSITION)
    signal = Signal.objects.get()
    assert answer.status_code == 202
    assert answer.json()["kept"] == signal.pk
    assert answer.json()["status"] == reverse("alerts:status", args=[signal.pk])
    assert json.loads(bytes(signal.raw)) == POSITION
    assert (signal.channel, signal.caller) == ("neighbour", jipiro.ana)


@kept_for_good
def test_the_same_press_sent_twice_is_one_alert(jipiro: Street, telephone: Client) -> None:
    for body in ({"token": POSITION["token"]}, POSITION):
        assert cry(telephone, body).status_code == 202
        understand()
    alert = Alert.objects.get()
    assert (str(alert.barrio), alert.latitude, alert.is_approximate) == (
        "Santo Domingo",
        -3.9951,
        False,
    )


@kept_for_good
@pytest.mark.parametrize("body", ["PANIC", "x" * 20_000, {"latitude": "sur"}])
def test_a_cry_is_a_cry_whatever_else_the_telephone_sent(
    jipiro: Street, telephone: Client, body: Any
) -> None:
    assert cry(telephone, body).status_code == 202
    alert = understand()
    assert alert is not None
    assert str(alert.barrio) == "Jipiro"


@kept_for_good
def test_a_form_without_scripts_is_shown_the_way_its_cry_went(
    jipiro: Street, telephone: Client
) -> None:
    answer = telephone.post(reverse("alerts:press"), {"token": "9f3a51c2d4e60718"})
    signal = Signal.objects.get()
    assert (answer.status_code, answer.url) == (302, reverse("alerts:status", args=[signal.pk]))  # type: ignore[attr-defined]
    assert "csrf" not in bytes(signal.raw).decode()


@pytest.mark.django_db
@pytest.mark.parametrize("scripted", [True, False])
def test_what_could_not_be_kept_is_said_at_once(
    jipiro: Street, telephone: Client, monkeypatch: pytest.MonkeyPatch, *, scripted: bool
) -> None:
    def full(frames: object) -> list[Signal]:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(actions, "keep", full)
    kind = "application/json" if scripted else "application/x-www-form-urlencoded"
    answer = telephone.post(reverse("alerts:press"), "token=1", content_type=kind)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert scripted or "aún NO se ha escuchado" in answer.content.decode()


@pytest.mark.django_db
def test_the_button_says_where_help_would_go_and_names_each_press_anew(
    jipiro: Street, telephone: Client
) -> None:
    pages = [telephone.get(reverse("alerts:cry")) for _ in range(2)]
    assert "si no, con su barrio: Jipiro" in pages[0].content.decode()
    assert pages[0].context["token"] != pages[1].context["token"]
    assert "no-store" in pages[0].headers["Cache-Control"]


@pytest.mark.django_db
def test_the_last_cry_is_offered_for_a_while(jipiro: Street, telephone: Client) -> None:
    now = timezone.now()
    for at in (now - timedelta(hours=3), now):
        arrive(channel="neighbour", sender="", caller=jipiro.ana, at=at)
        offered = telephone.get(reverse("alerts:cry")).context["last"]
        assert (offered is not None) is (at == now)


@pytest.mark.django_db
def test_only_the_person_who_cried_sees_the_answer(jipiro: Street, telephone: Client) -> None:
    arrive(channel="neighbour", sender="", caller=jipiro.ana)
    address = reverse("alerts:status", args=[Signal.objects.get().pk])
    assert telephone.get(address).status_code == 200
    telephone.force_login(enrol("pedro", Role.NEIGHBOUR))
    assert telephone.get(address).status_code == 404
    assert telephone.post(f"{address}que-pasa/", {"kind": "noise"}).status_code == 404


@pytest.mark.django_db
def test_the_answer_is_told_in_the_words_of_the_one_who_waits(
    jipiro: Street, telephone: Client
) -> None:
    alert = arrive(channel="neighbour", sender="", caller=jipiro.ana)
    assert alert is not None
    address = reverse("alerts:status", args=[Signal.objects.get().pk])
    assert "Recibido 21:04:07. Esperando a una operadora." in said(telephone, address)
    actions.acknowledge(alert, by=jipiro.rosa, at=AT + timedelta(seconds=20))
    assert "Una operadora lo está viendo desde las 21:04:27." in said(telephone, address)


def said(telephone: Client, address: str) -> str:
    answer = telephone.get(address, headers={"Sereno-Part": "answer"})
    assert "<html" not in answer.content.decode()
    return answer.content.decode()


@pytest.mark.django_db
def test_ana_says_what_is_happening_after_her_cry(jipiro: Street, telephone: Client) -> None:
    arrive(channel="neighbour", sender="", caller=jipiro.ana)
    address = reverse("alerts:status", args=[Signal.objects.get().pk])
    page = telephone.get(address).content.decode()
    assert page.index("Robo o asalto") < page.index("Ruido")
    assert "Llamado de auxilio" not in page
    answer = telephone.post(f"{address}que-pasa/", {"kind": "robbery"})
    assert answer.status_code == 302
    assert Alert.objects.get().kind == AlertKind.objects.get(code="robbery")
    assert telephone.post(f"{address}que-pasa/", {"kind": "partido"}).status_code == 404


@kept_for_good
def test_words_that_come_before_the_alert_are_not_lost(jipiro: Street, telephone: Client) -> None:
    cry(telephone, POSITION)
    address = reverse("alerts:status", args=[Signal.objects.get().pk])
    assert telephone.post(f"{address}que-pasa/", {"kind": "robbery"}).status_code == 302
    for signal in Signal.objects.select_related("device", "caller").order_by("pk"):
        actions.understand(signal, READERS["neighbour"])
    assert Alert.objects.get().kind.code == "robbery"


@pytest.mark.django_db
def test_the_telephone_can_keep_the_button(client: Client) -> None:
    described = client.get(reverse("alerts:manifest")).json()
    assert described["scope"] == described["start_url"] == reverse("alerts:cry")
    assert {icon["sizes"] for icon in described["icons"]} == {"192x192", "512x512"}
    worker = client.get(reverse("alerts:worker"))
    assert worker.headers["Content-Type"].startswith("text/javascript")
    assert '"/static/alerts/cry.js"' in worker.content.decode().replace("\\u002D", "-")
