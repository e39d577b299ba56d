"""A device goes through its life one step at a time, and every step leaves a line."""

from datetime import UTC, datetime, timedelta

import pytest

from sereno.devices import actions, queries
from sereno.devices.actions import CauseMissing, CodeTaken, Fix, SamePerson, WrongStep
from sereno.devices.models import Condition, Device, Patience
from sereno.devices.rules import Cause, State
from sereno.logbook.models import Entry
from sereno.people.models import Person
from sereno.people.rules import Role
from sereno.territory.models import Place
from tests.people.cast import enrol
from tests.territory import ground

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 2, 4, 7, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def tecla() -> Person:
    return enrol("tecla", Role.TECHNICIAN)


@pytest.fixture
def sofia() -> Person:
    return enrol("sofia", Role.SUPERVISOR)


@pytest.fixture
def camera(tecla: Person) -> Device:
    ground.canton()
    return actions.request(
        Device.Kind.CAMERA,
        code="CAM-01",
        name="Cámara del parque Jipiro",
        place=Place.objects.get(),
        by=tecla,
        at=AT,
    )


def lead(device: Device, *way: State, by: Person, at: datetime = AT) -> None:
    for to in way:
        actions.change(device, to=to, by=by, at=at)


def put_to_work(device: Device, tecla: Person, sofia: Person) -> None:
    lead(device, State.FEASIBLE, State.INSTALLED, by=tecla)
    lead(device, State.ACCEPTED, by=sofia)
    lead(device, State.OPERATING, by=tecla)


def lines(device: Device) -> list[str]:
    return list(Entry.objects.about(f"device:{device.pk}").values_list("event", flat=True))


def test_a_request_stands_where_its_place_stands(camera: Device) -> None:
    assert str(camera.barrio) == "Jipiro"
    assert (str(camera.parish), camera.latitude) == ("El Valle", -3.9716)
    assert (camera.state, camera.state_since) == (State.REQUESTED, AT)
    assert lines(camera) == ["device.requested"]


def test_no_two_devices_go_by_one_code(camera: Device, tecla: Person) -> None:
    with pytest.raises(CodeTaken):
        actions.request(Device.Kind.SIREN, code="CAM-01", name="Otra", by=tecla, at=AT)


def test_each_step_closes_one_condition_and_opens_the_next(camera: Device, tecla: Person) -> None:
    actions.change(camera, to=State.FEASIBLE, by=tecla, at=AT + MINUTE)
    spans = camera.conditions.order_by("starts_at").values_list("state", "starts_at", "ends_at")
    assert list(spans) == [
        (State.REQUESTED, AT, AT + MINUTE),
        (State.FEASIBLE, AT + MINUTE, None),
    ]
    assert (camera.state, camera.state_since) == (State.FEASIBLE, AT + MINUTE)
    last = Entry.objects.latest("number")
    assert last.data == {"before": "requested", "now": "feasible", "cause": ""}
    assert last.actor == f"person:{tecla.pk}"


def test_a_step_that_may_not_follow_changes_nothing(camera: Device, tecla: Person) -> None:
    with pytest.raises(WrongStep):
        actions.change(camera, to=State.OPERATING, by=tecla, at=AT)
    assert Condition.objects.count() == 1
    assert lines(camera) == ["device.requested"]


def test_of_two_hands_the_slower_one_is_refused(camera: Device, tecla: Person) -> None:
    same = Device.objects.get(pk=camera.pk)
    actions.change(camera, to=State.FEASIBLE, by=tecla, at=AT)
    with pytest.raises(WrongStep):
        actions.change(same, to=State.REFUSED, by=tecla, at=AT)
    assert same.state == State.FEASIBLE
    assert Condition.objects.filter(ends_at=None).count() == 1


def test_whoever_installed_it_does_not_accept_it(
    camera: Device, tecla: Person, sofia: Person
) -> None:
    lead(camera, State.FEASIBLE, State.INSTALLED, by=tecla)
    with pytest.raises(SamePerson):
        actions.change(camera, to=State.ACCEPTED, by=tecla, at=AT)
    actions.change(camera, to=State.ACCEPTED, by=sofia, at=AT)
    assert camera.state == State.ACCEPTED


def test_after_a_move_the_newest_installer_counts(
    camera: Device, tecla: Person, sofia: Person
) -> None:
    put_to_work(camera, tecla, sofia)
    lead(camera, State.RELOCATED, State.INSTALLED, by=sofia)
    with pytest.raises(SamePerson):
        actions.change(camera, to=State.ACCEPTED, by=sofia, at=AT)
    actions.change(camera, to=State.ACCEPTED, by=tecla, at=AT)


def test_what_is_out_is_out_because_of_something(
    camera: Device, tecla: Person, sofia: Person
) -> None:
    put_to_work(camera, tecla, sofia)
    with pytest.raises(CauseMissing):
        actions.change(camera, to=State.OUT, by=tecla, at=AT)
    actions.change(camera, to=State.OUT, by=tecla, at=AT, cause=Cause.THEFT)
    assert (camera.state, camera.cause) == (State.OUT, Cause.THEFT)
    actions.change(camera, to=State.OPERATING, by=tecla, at=AT + MINUTE)
    assert camera.cause == ""


def test_a_key_is_told_once_and_only_its_fingerprint_is_kept(camera: Device, tecla: Person) -> None:
    key = actions.issue_key(camera, by=tecla, at=AT)
    camera.refresh_from_db()
    assert key not in {camera.key_hash, str(Entry.objects.latest("number").data)}
    assert queries.keyed(key) == queries.Known(camera.pk, "CAM-01")
    assert queries.keyed("otra") is None
    assert lines(camera)[-1] == "device.keyed"


def test_a_device_is_known_by_its_account_and_without_one_by_its_code(
    camera: Device, tecla: Person
) -> None:
    siren = actions.request(
        Device.Kind.SIREN, code="SIR-01", name="Sirena", account="1001", by=tecla, at=AT
    )
    assert queries.numbered("CAM-01") == camera.pk
    assert queries.numbered("1001") == siren.pk
    assert queries.numbered("SIR-01") is None


def test_being_heard_leaves_no_line_unless_it_was_silent(
    camera: Device, tecla: Person, sofia: Person
) -> None:
    put_to_work(camera, tecla, sofia)
    before = lines(camera)
    actions.hear(camera, at=AT)
    assert lines(camera) == before
    actions.change(camera, to=State.OUT, by=tecla, at=AT, cause=Cause.SILENCE)
    actions.hear(camera, at=AT + MINUTE)
    camera.refresh_from_db()
    assert (camera.state, camera.cause, camera.last_contact_at) == (
        State.OPERATING,
        "",
        AT + MINUTE,
    )
    assert lines(camera)[-1] == "device.came_back"


def test_a_stolen_device_that_speaks_is_not_taken_for_repaired(
    camera: Device, tecla: Person, sofia: Person
) -> None:
    put_to_work(camera, tecla, sofia)
    actions.change(camera, to=State.OUT, by=tecla, at=AT, cause=Cause.THEFT)
    actions.hear(camera, at=AT + MINUTE)
    camera.refresh_from_db()
    assert (camera.state, camera.last_contact_at) == (State.OUT, AT + MINUTE)


def test_an_older_sign_of_life_does_not_turn_back_the_clock(camera: Device) -> None:
    actions.hear(camera, at=AT + MINUTE)
    actions.hear(camera, at=AT)
    camera.refresh_from_db()
    assert camera.last_contact_at == AT + MINUTE


def test_an_older_position_is_passed_over(camera: Device) -> None:
    actions.move_all({camera.pk: Fix(-3.99, -79.2, AT + MINUTE)})
    actions.move_all({camera.pk: Fix(-3.95, -79.1, AT)})
    camera.refresh_from_db()
    assert (camera.latitude, camera.position_at) == (-3.99, AT + MINUTE)


def test_silence_takes_a_device_out_once_and_it_comes_back_by_itself(
    camera: Device, tecla: Person, sofia: Person
) -> None:
    put_to_work(camera, tecla, sofia)
    Patience.objects.create(kind=camera.kind, seconds=600)
    actions.hear(camera, at=AT)
    assert actions.notice_silence(at=AT + 10 * MINUTE) == []
    assert actions.notice_silence(at=AT + 11 * MINUTE) == [camera]
    assert actions.notice_silence(at=AT + 12 * MINUTE) == []
    camera.refresh_from_db()
    assert (camera.state, camera.cause) == (State.OUT, Cause.SILENCE)
    actions.hear(camera, at=AT + 13 * MINUTE)
    assert lines(camera)[-2:] == ["device.fell_silent", "device.came_back"]


def test_a_device_never_heard_is_silent_from_the_day_it_began(
    camera: Device, tecla: Person, sofia: Person
) -> None:
    put_to_work(camera, tecla, sofia)
    Patience.objects.create(kind=camera.kind, seconds=600)
    assert actions.notice_silence(at=AT + 9 * MINUTE) == []
    assert actions.notice_silence(at=AT + 11 * MINUTE) == [camera]


def test_a_kind_without_a_limit_may_keep_quiet(
    camera: Device, tecla: Person, sofia: Person
) -> None:
    put_to_work(camera, tecla, sofia)
    Patience.objects.create(kind=Device.Kind.SIREN, seconds=600)
    assert actions.notice_silence(at=AT + timedelta(days=99)) == []
