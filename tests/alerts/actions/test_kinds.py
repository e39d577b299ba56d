"""A kind is entered, said anew and taken out of use; alerts keep the one they were raised as."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sereno.alerts import actions
from sereno.alerts.actions import KindDraft, kind_of
from sereno.alerts.models import AlertKind
from sereno.alerts.rules import Urgency
from sereno.logbook.models import Entry
from sereno.people.models import Person
from sereno.people.rules import Role
from tests.people.cast import enrol

AT = datetime(2026, 6, 1, 15, tzinfo=UTC)
LATER = AT + timedelta(days=3)
FLOOD = KindDraft(
    "Inundación", Urgency.LIFE, ("agua",), ("¿Hasta dónde llega el agua?",), ("Avise a Bomberos.",)
)


@pytest.fixture
def marta(db: None) -> Person:
    return enrol("marta", Role.SUPERVISOR)


def test_a_kind_is_what_its_devices_say_from_then_on(marta: Person) -> None:
    kind = actions.add_kind(FLOOD, by=marta, at=AT)
    assert kind_of("agua", at=AT) == kind
    assert kind_of("inundacion", at=AT) == kind
    line = Entry.objects.get(event="alert.kind_described")
    assert (line.data["kind"], line.data["urgency"]) == ("inundacion", "life")
    with pytest.raises(actions.KindTaken):
        actions.add_kind(replace(FLOOD, device_codes=()), by=marta, at=AT)


def test_said_anew_the_old_card_stays_with_its_days(marta: Person) -> None:
    old = actions.add_kind(FLOOD, by=marta, at=AT)
    new = actions.revise_kind(
        old, replace(FLOOD, urgency=Urgency.PROPERTY, name="Agua en la calle"), by=marta, at=LATER
    )
    old.refresh_from_db()
    assert (old.ends_on, old.urgency) == (LATER.date(), "life")
    assert (new.code, new.starts_on, new.ends_on) == ("inundacion", LATER.date(), None)
    assert kind_of("agua", at=LATER) == new
    with pytest.raises(actions.NotInForce):
        actions.revise_kind(old, FLOOD, by=marta, at=LATER)


def test_one_code_of_a_device_is_of_one_kind(marta: Person) -> None:
    actions.add_kind(FLOOD, by=marta, at=AT)
    with pytest.raises(actions.DeviceCodeTaken) as told:
        actions.add_kind(KindDraft("Lluvia", Urgency.NUISANCE, ("lluvia", "AGUA")), by=marta, at=AT)
    assert (told.value.code, told.value.kind) == ("agua", "Inundación")
    with pytest.raises(actions.DeviceCodeTaken):
        actions.add_kind(KindDraft("Lluvia", Urgency.NUISANCE, ("inundacion",)), by=marta, at=AT)
    assert AlertKind.objects.count() == 1


def test_a_kind_out_of_use_leaves_its_codes_to_danger_to_life(marta: Person) -> None:
    kind = actions.add_kind(FLOOD, by=marta, at=AT)
    actions.retire_kind(kind, by=marta, at=LATER)
    assert kind_of("agua", at=LATER).code == "unknown"
    assert Entry.objects.get(event="alert.kind_retired").data == {"kind": "inundacion"}
    with pytest.raises(actions.NotInForce):
        actions.retire_kind(kind, by=marta, at=LATER)


def test_what_nobody_knows_stays_danger_to_life(marta: Person) -> None:
    unknown = kind_of("xyz", at=AT)
    with pytest.raises(actions.KindNeeded):
        actions.retire_kind(unknown, by=marta, at=LATER)
    with pytest.raises(actions.KindNeeded):
        actions.revise_kind(unknown, KindDraft("Llamado", Urgency.TECHNICAL), by=marta, at=LATER)
    new = actions.revise_kind(unknown, KindDraft("Llamado", Urgency.LIFE), by=marta, at=LATER)
    assert kind_of("xyz", at=LATER) == new
