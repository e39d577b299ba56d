"""The alert in hand: whom to send first and why, what is near, what was done."""

from datetime import timedelta

from pytest_django import DjangoAssertNumQueries

from sereno.devices.models import Device
from sereno.devices.rules import State
from sereno.incidents import actions
from sereno.incidents.models import Unit
from sereno.incidents.queries import hand
from sereno.incidents.rules import Whence
from sereno.people.models import Person
from tests.incidents.conftest import AT, SECOND, RaiseAlert


def device(code: str, kind: str, north: float, state: State = State.OPERATING) -> Device:
    return Device.objects.create(
        code=code,
        kind=kind,
        name=code,
        latitude=-3.97 + north,
        longitude=-79.2,
        position_at=AT,
        state=state,
        state_since=AT,
        cause="power" if state is State.OUT else "",
    )


def test_an_alert_in_hand_is_the_incident_it_became(rosa: Person, raise_alert: RaiseAlert) -> None:
    alert = raise_alert()
    before = hand.of_alert(alert.pk, at=AT)
    incident = actions.take(alert, by=rosa, at=AT + SECOND)
    after = hand.of_alert(alert.pk, at=AT + SECOND)
    assert before is not None
    assert after is not None
    assert (before.incident, after.incident) == (None, incident)
    assert before.subjects == f"alert:{alert.pk}"
    assert after.subjects == f"alert:{alert.pk} incident:{incident.pk}"
    assert before.first_subject == after.first_subject
    assert hand.of_alert(987654, at=AT) is None
    assert hand.of_incident(987654, at=AT) is None


def test_the_nearest_free_crew_is_offered_first_and_the_desks_stand_apart(
    rosa: Person, raise_alert: RaiseAlert, patrol: Unit, ecu911: Unit
) -> None:
    car = device("VEH-001", Device.Kind.VEHICLE, 0.001)
    near = actions.add_unit("MOT-01", agency="own", vehicle=car, by=None, at=AT)
    busy = actions.add_unit("MOT-02", agency="own", by=None, at=AT)
    gone = actions.add_unit("MOT-03", agency="own", by=None, at=AT)
    Unit.objects.filter(pk=gone.pk).update(retired_at=AT)
    elsewhere = actions.take(raise_alert(), by=rosa, at=AT)
    actions.send(elsewhere, busy, by=rosa, at=AT)
    incident = actions.take(raise_alert(), by=rosa, at=AT)
    found = hand.of_incident(incident.pk, at=AT + timedelta(minutes=1))
    assert found is not None
    assert [ready.unit for ready in found.sendable] == [ecu911, near, patrol, busy]
    assert found.first_free is not None
    assert found.first_free.unit == near
    assert found.first_free.candidate.position.whence is Whence.VEHICLE
    assert found.sendable[-1].busy_number == str(elsewhere.pk)
    actions.send(incident, near, by=rosa, at=AT + timedelta(minutes=2))
    later = hand.of_incident(incident.pk, at=AT + timedelta(minutes=20))
    assert later is not None
    assert near not in [ready.unit for ready in later.sendable]
    assert [sent.unit for sent in later.dispatches] == [near]


def test_cameras_and_other_devices_are_listed_by_distance_whether_they_work_or_not(
    rosa: Person, raise_alert: RaiseAlert
) -> None:
    device("CAM-002", Device.Kind.CAMERA, 0.004, State.OUT)
    device("CAM-001", Device.Kind.CAMERA, 0.001)
    device("MEG-001", Device.Kind.MEGAPHONE, -0.002)
    device("CAM-003", Device.Kind.CAMERA, 0.09)
    device("CAM-004", Device.Kind.CAMERA, 0.0005, State.REQUESTED)
    device("VEH-001", Device.Kind.VEHICLE, 0.0)
    found = hand.of_alert(raise_alert().pk, at=AT)
    assert found is not None
    assert [near.device.code for near in found.cameras] == ["CAM-001", "CAM-002"]
    assert [near.device.code for near in found.others] == ["MEG-001"]
    assert 100 < found.cameras[0].metres < 120


def test_without_a_point_nothing_is_near_and_units_are_still_offered(
    rosa: Person, raise_alert: RaiseAlert, patrol: Unit
) -> None:
    incident = actions.take(raise_alert(latitude=None, longitude=None), by=rosa, at=AT)
    found = hand.of_incident(incident.pk, at=AT)
    assert found is not None
    assert (found.point, found.cameras, found.others) == (None, [], [])
    assert [ready.unit for ready in found.sendable] == [patrol]


def test_the_log_tells_what_was_done_and_what_was_written(
    rosa: Person, raise_alert: RaiseAlert
) -> None:
    incident = actions.take(raise_alert(), by=rosa, at=AT)
    actions.note(incident, "Dos motos rojas", by=rosa, at=AT + SECOND)
    found = hand.of_incident(incident.pk, at=AT)
    assert found is not None
    assert [line.entry.event for line in found.log] == [
        "alert.acknowledged",
        "incident.opened",
        "incident.noted",
    ]
    assert {line.actor for line in found.log} == {rosa}
    assert found.log[-1].text == "Dos motos rojas"


def test_a_hand_asks_the_same_few_questions_however_many_units_and_devices_there_are(
    rosa: Person,
    raise_alert: RaiseAlert,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(40):
        device(f"CAM-{number:03}", Device.Kind.CAMERA, number / 10_000)
        actions.add_unit(f"MOT-{number:02}", agency="own", by=None, at=AT)
    incident = actions.take(raise_alert(), by=rosa, at=AT)
    for unit in Unit.objects.all()[:6]:
        actions.send(incident, unit, by=rosa, at=AT)
    with django_assert_max_num_queries(10):
        found = hand.of_incident(incident.pk, at=AT)
    assert found is not None
    assert len(found.dispatches) == 6
