"""The example is loaded once and whole: its chain holds, its figures can be walked back."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from sereno.alerts.actions import kind_of
from sereno.alerts.intake import READERS
from sereno.alerts.models import Alert, Signal
from sereno.community.models import Activity
from sereno.devices.models import Condition, Device
from sereno.devices.rules import State, fingerprint, may_follow
from sereno.example import files, loader
from sereno.example.cast import PASSWORD, device_key
from sereno.example.story import period
from sereno.example.story.stage import ZONE
from sereno.incidents.models import Dispatch, Incident
from sereno.logbook import queries
from sereno.logbook.models import Entry
from sereno.people.models import Person
from sereno.people.rules import Role
from sereno.plans.models import Alignment, Plan, Target
from sereno.reports.models import Figure
from sereno.results.models import Measurement
from sereno.territory.models import Barrio, Parish, Place

AT = datetime(2026, 11, 21, 9, 0, tzinfo=ZONE)
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loja(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[loader.Loaded]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield loader.load(at=AT)
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _in_loja(loja: loader.Loaded) -> None:
    """Every test of this file looks at the loaded example."""


def test_everything_of_the_files_is_there() -> None:
    assert Parish.objects.count() == 19
    assert Barrio.objects.count() == len(files.table("barrios"))
    assert Place.objects.count() == len(files.table("places"))
    assert Device.objects.count() == len(files.table("devices"))
    assert Plan.objects.filter(published_at__isnull=False).count() == 3
    assert Alignment.objects.filter(serves__catalogue__code="ods").exists()


def test_a_second_load_changes_nothing_and_says_so(loja: loader.Loaded) -> None:
    lines = Entry.objects.count()
    again = loader.load(at=AT + timedelta(days=1))
    assert loja.is_new
    assert not again.is_new
    assert "no se cambió nada" in str(again)
    assert Entry.objects.count() == lines


def test_the_chain_holds_and_its_lines_are_in_the_order_of_time() -> None:
    assert queries.first_break() is None
    times = list(Entry.objects.order_by("number").values_list("at", flat=True))
    assert times == sorted(times)
    assert times[-1] <= AT


def test_the_story_becomes_rows_that_agree_with_their_lines(loja: loader.Loaded) -> None:
    assert Alert.objects.count() == loja.alerts
    assert Incident.objects.count() == loja.incidents
    for event, rows in (
        ("alert.raised", Alert.objects.count()),
        ("alert.acknowledged", Alert.objects.count()),
        ("signal.kept", Signal.objects.count()),
        ("incident.closed", Incident.objects.count()),
        ("incident.unit_sent", Dispatch.objects.count()),
        ("activity.planned", Activity.objects.count()),
    ):
        assert Entry.objects.filter(event=event).count() == rows, event


def test_every_signal_of_the_past_can_be_read_by_its_channel() -> None:
    kind = cache(lambda code: kind_of(code, at=AT).code)
    for signal in Signal.objects.select_related("alert__kind", "device"):
        reading = READERS[signal.channel](bytes(signal.raw), signal.sender)
        assert signal.alert is not None
        assert signal.alert.kind.code == kind(reading.code)
        assert reading.account == (signal.device.account if signal.device else "")


def test_nothing_is_left_open_from_yesterday() -> None:
    assert not Alert.objects.waiting().exists()
    assert not Incident.objects.open().exists()
    assert not Dispatch.objects.under_way().exists()


def test_an_incident_is_walked_back_to_its_signal() -> None:
    alert = Alert.objects.filter(incident__dispatches__arrived_at__isnull=False).latest("raised_at")
    lines = [entry.event for entry in queries.chain(f"incident:{alert.incident.pk}")]
    assert lines[:2] == ["signal.kept", "alert.raised"]
    assert lines[-1] == "incident.closed"
    assert {"alert.acknowledged", "incident.opened", "incident.unit_arrived"} <= set(lines)


def test_every_device_lived_a_life_that_may_be() -> None:
    for device in Device.objects.prefetch_related("conditions"):
        life = sorted(device.conditions.all(), key=lambda one: one.starts_at)
        states = [State(one.state) for one in life]
        assert states[0] == State.REQUESTED
        assert all(map(may_follow, states, states[1:])), device.code
        assert [one.ends_at for one in life[:-1]] == [one.starts_at for one in life[1:]]
        assert life[-1].ends_at is None
        assert (device.state, device.cause) == (life[-1].state, life[-1].cause)
    assert Condition.objects.filter(state=State.OUT, ends_at__isnull=False).exists()


def test_each_device_has_the_key_that_the_simulator_speaks_with() -> None:
    device = Device.objects.get(code="ALA-001")
    assert device.key_hash == fingerprint(device_key("ALA-001"))
    assert Device.objects.values("key_hash").distinct().count() == Device.objects.count()


def test_a_person_of_every_role_signs_in_with_the_password_that_is_printed() -> None:
    held = {role for person in Person.objects.all() for role in person.roles()}
    assert held == set(Role)
    assert all(person.check_password(PASSWORD) for person in Person.objects.all())


def test_no_name_of_a_person_is_in_a_line() -> None:
    names = [
        word
        for person in Person.objects.all()
        for word in (person.username, *person.full_name.split())
    ]
    text = " ".join(str(entry.data) for entry in Entry.objects.all())
    assert not [name for name in names if f"'{name}'" in text]


def test_every_figure_is_signed_by_three_people_and_whole() -> None:
    figures = Figure.objects.select_related("measurement")
    assert figures.count() >= 15
    for figure in figures:
        taken = figure.measurement
        assert taken.is_whole()
        assert len({taken.measured_by_id, taken.reviewed_by_id, taken.approved_by_id}) == 3


def test_every_measured_promise_of_the_year_has_a_number() -> None:
    day = AT.date()
    due = Target.objects.exclude(indicator__source="").filter(starts_on__lte=day, ends_on__gte=day)
    assert due.count() >= 15
    for target in due:
        figure = Figure.objects.filter(measurement__target=target).latest("measurement__ends_at")
        assert figure.measurement.value is not None
        assert figure.measurement.value > 0


def test_the_year_shows_how_it_went_quarter_by_quarter() -> None:
    target = Target.objects.get(indicator__slug="minutos-en-llegar-mediana")
    told = Figure.objects.filter(measurement__target=target).order_by("measurement__ends_at")
    assert len({figure.measurement.ends_at for figure in told}) == 4
    published = [figure.published_at for figure in told]
    assert published == sorted(set(published))
    assert not Measurement.objects.approved().filter(figure=None).exists()


def test_what_nobody_reported_stays_unknown() -> None:
    silent = Target.objects.get(indicator__slug="centro-de-monitoreo-actualizado")
    assert not silent.measurements.exists()


def test_the_story_stays_within_its_year() -> None:
    starts_at, ends_at = period(AT)
    assert not Alert.objects.exclude(raised_at__gte=starts_at, raised_at__lt=ends_at).exists()
