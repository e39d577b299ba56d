"""The example is loaded once and whole: its chain holds, its figures can be walked back."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache

import pytest
from django.db import transaction
from django.db.models import F
from pytest_django import DjangoDbBlocker

from sereno.alerts.actions import kind_of
from sereno.alerts.intake import READERS
from sereno.alerts.models import Alert, Signal
from sereno.assemblies.models import Commitment, Process, Refusal
from sereno.assemblies.queries import asked
from sereno.assemblies.queries.calendar import phases, warnings
from sereno.assemblies.rules.codes import read_code
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
from sereno.plans.budget.models import Line
from sereno.plans.models import (
    Alignment,
    Ordinance,
    OrgUnit,
    Plan,
    Problem,
    Project,
    Target,
    Task,
    TaskProgress,
)
from sereno.reports.models import Figure
from sereno.results.models import Measurement
from sereno.territory.models import Barrio, Parish, Place
from sereno.web.rules import Absent

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
    assert Plan.objects.filter(published_at__isnull=False).count() == 6
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


def test_the_nine_commitments_hang_on_the_plan_and_one_matter_got_a_no() -> None:
    made = Commitment.objects.select_related("project__objective__component__plan")
    assert made.count() == 9
    assert {one.project.objective.component.plan.slug for one in made} == {"plan-de-trabajo-2024"}
    assert all(one.indicator and one.target for one in made)
    assert Refusal.objects.given().count() == 1
    rows = {line.row.words: line.row.percent for line in asked.table(2025)}
    assert len(rows) == 10
    assert rows["Seguridad en escuelas y colegios"] == Absent.UNKNOWN
    assert rows["Respuesta más rápida a las alertas"] == 100


def test_a_code_of_the_example_is_followed_to_its_matter() -> None:
    found = asked.followed("EJEM-PXY4-2345")
    assert found is not None
    assert found.matter is not None
    assert read_code("ejem pxy4 2345") == "EJEM-PXY4-2345"


def test_last_year_is_accounted_for_but_for_its_last_phase() -> None:
    process = Process.objects.get()
    assert process.year == 2025
    assert set(process.closed_phases.values_list("phase", flat=True)) == {1, 2, 3}
    warned = warnings(phases(process, on=AT.date()))
    assert len(warned) == 2


def test_the_plans_of_the_five_documents_stand_with_all_they_promise() -> None:
    promised = {
        plan.slug: Target.objects.filter(
            indicator__project__objective__component__plan=plan
        ).count()
        for plan in Plan.objects.all()
    }
    assert promised["metas-municipales-2019"] == 137
    assert promised["plan-cantonal-2023-2026"] == 48
    assert promised["consejo-2020"] == 8
    assert promised["otra-ciudad-quito-2021"] == 11
    assert promised["plan-de-trabajo-2024"] == 11  # one of its nine is counted year by year
    of_candidacy = Project.objects.filter(
        objective__component__plan__slug="plan-cantonal-2023-2026"
    )
    assert of_candidacy.exclude(objective__component__name="Rendición de cuentas").count() == 44
    assert Problem.objects.filter(objectives=None).count() == 0
    assert Problem.objects.count() == 153


def test_units_of_every_level_answer_for_the_goals_of_2019() -> None:
    assert set(OrgUnit.objects.exclude(level="").values_list("level", flat=True)) == set(
        OrgUnit.Level.values
    )
    answering = OrgUnit.objects.filter(
        project__objective__component__plan__slug="metas-municipales-2019"
    )
    assert not answering.filter(level="").exists()
    assert answering.distinct().count() == 38
    assert Ordinance.objects.filter(reforms__isnull=False).count() == 2


def test_what_a_document_does_not_say_is_unknown_and_what_does_not_apply_is_another_thing() -> None:
    told = Measurement.objects.filter(
        target__indicator__project__objective__component__plan__slug="metas-municipales-2019"
    )
    assert told.filter(absence=Measurement.Absence.UNKNOWN).count() == 122
    assert told.filter(absence=Measurement.Absence.NOT_APPLICABLE).count() == 15
    assert not told.exclude(value=None).exists()


def test_what_documents_count_is_published_with_the_rows_that_show_it() -> None:
    for slug, value in (
        ("sistemas-reactivados-2020", 12),
        ("fumigaciones-2020", 11),
        ("quito-2021-operativos", 291),
        ("quito-2021-acciones-en-espacios", 44),
    ):
        figure = Figure.objects.get(measurement__target__indicator__slug=slug)
        assert figure.measurement.value == value
        assert figure.measurement.evidence.count() == 1


def test_the_money_of_the_other_city_stands_beside_its_project() -> None:
    line = Line.objects.get(year=2021)
    amounts = line.snapshots.get()
    assert str(amounts.revised) == "5500.00"
    assert str(amounts.accrued) == "4884.15"
    assert line.weights.get().project.indicators.count() == 11


def test_the_activities_of_the_year_are_told_month_by_month_and_one_waits() -> None:
    assert Task.objects.count() == len(files.table("activities"))
    assert all(sum(task.programming.shares) == 100 for task in Task.objects.all())
    waiting = TaskProgress.objects.waiting().get()
    assert (waiting.year, waiting.month) == (2026, 10)
    told = TaskProgress.objects.standing().filter(task__name="Revisión de cámaras y alarmas")
    assert [one.done for one in told] == [5, 11, 16, 22, 27, 33, 38, 44]
    assert not TaskProgress.objects.filter(told_by=F("confirmed_by")).exists()
