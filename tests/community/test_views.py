"""The desk of the work with the barrios: planning, telling what was held, cancelling."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from sereno.community import actions
from sereno.community.models import Activity
from sereno.people.models import Person
from sereno.people.rules import Role
from sereno.territory.models import Barrio
from tests.people.cast import enrol

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _signed_in(client: Client, carmen: Person, settings: Settings) -> None:
    settings.SECOND_FACTOR = "offered"
    client.force_login(carmen, backend="allauth.account.auth_backends.AuthenticationBackend")


@pytest.fixture
def now() -> datetime:
    return timezone.now()


def planned(by: Person, planned_for: datetime, kind: str = "joint_operation") -> Activity:
    return actions.plan(
        kind, "Operativo en Jipiro", planned_for=planned_for, by=by, at=planned_for - 30 * DAY
    )


def read(client: Client, path: str, **fields: object) -> str:
    if fields:
        return client.post(path, fields, follow=True).content.decode()
    return client.get(path).content.decode()


@pytest.mark.usefixtures("november")
def test_an_activity_is_put_in_the_calendar(client: Client, barrio: Barrio) -> None:
    page = read(
        client,
        "/comunidad/nueva/",
        kind="training",
        title="Uso de la alarma",
        planned_for="2027-03-05T15:30",
        barrio=barrio.pk,
        partners="UPC Jipiro",
    )
    activity = Activity.objects.get()
    assert "quedó en el calendario" in page
    assert f"{timezone.localtime(activity.planned_for):%d/%m/%Y %H:%M}" == "05/03/2027 15:30"
    month = read(client, "/comunidad/?mes=2027-03")
    assert "Uso de la alarma" in month
    assert "Jipiro · El Valle" in month
    assert "Uso de la alarma" not in read(client, "/comunidad/?mes=2027-04")
    assert "Uso de la alarma" not in read(client, "/comunidad/?mes=2027-03&clase=drill")
    assert "Nada en este mes" in read(client, "/comunidad/?mes=nunca&clase=nada")


def test_what_was_held_shows_its_attendance_and_an_uncounted_one_says_so(
    client: Client, carmen: Person, now: datetime
) -> None:
    counted, uncounted = planned(carmen, now - DAY), planned(carmen, now - DAY)
    held_at = f"{timezone.localtime(now - DAY):%Y-%m-%dT%H:%M}"
    page = read(client, f"/comunidad/{counted.pk}/realizada/", held_at=held_at, attendance="41")
    assert "Quedó registrada como realizada." in page
    assert "Ya se hizo" not in page
    page = read(client, f"/comunidad/{uncounted.pk}/realizada/", held_at=held_at, attendance="")
    assert "sin dato" in page


def test_the_future_was_not_held(client: Client, carmen: Person, now: datetime) -> None:
    activity = planned(carmen, now + 3 * DAY)
    held_at = f"{timezone.localtime(now + DAY):%Y-%m-%dT%H:%M}"
    page = read(client, f"/comunidad/{activity.pk}/realizada/", held_at=held_at)
    assert "Esa hora todavía no llega" in page
    activity.refresh_from_db()
    assert activity.held_at is None


def test_a_cancelled_activity_tells_why(client: Client, carmen: Person, now: datetime) -> None:
    activity = planned(carmen, now + 3 * DAY)
    assert "Por qué" in read(client, f"/comunidad/{activity.pk}/cancelar/", because=" ")
    page = read(client, f"/comunidad/{activity.pk}/cancelar/", because="Lluvia fuerte")
    assert "La actividad quedó cancelada." in page
    assert "Lluvia fuerte" in page


def test_who_comes_second_reads_what_the_first_one_did(
    client: Client, carmen: Person, now: datetime
) -> None:
    held, cancelled = planned(carmen, now - DAY), planned(carmen, now + DAY)
    actions.hold(held, held_at=now - DAY, attendance=5, by=carmen, at=now)
    actions.cancel(cancelled, because="Lluvia", by=carmen, at=now)
    page = read(client, f"/comunidad/{held.pk}/cancelar/", because="Error")
    assert "Otra persona ya la registró como realizada" in page
    held_at = f"{timezone.localtime(now - DAY):%Y-%m-%dT%H:%M}"
    page = read(client, f"/comunidad/{cancelled.pk}/realizada/", held_at=held_at)
    assert "Otra persona ya la canceló" in page


def test_the_next_joint_operation_says_by_when_and_whether_one_is_planned(
    client: Client, carmen: Person, now: datetime
) -> None:
    assert "todavía ninguno" in read(client, "/comunidad/")
    last = planned(carmen, now - 12 * DAY)
    actions.hold(last, held_at=now - 12 * DAY, attendance=None, by=carmen, at=now)
    page = read(client, "/comunidad/")
    assert f"hasta el <strong>{timezone.localtime(now + 3 * DAY):%d/%m/%Y}</strong>" in page
    assert "por vencer" in page
    assert "No hay ninguno planificado." in page
    planned(carmen, now + 9 * DAY)
    assert "Llega después del plazo" in read(client, "/comunidad/")


def test_what_nobody_told_of_is_asked_for(client: Client, carmen: Person, now: datetime) -> None:
    planned(carmen, now - 5 * DAY)
    assert "1 actividad pasó de su fecha" in read(client, "/comunidad/")


def test_who_only_looks_is_offered_no_act(client: Client, carmen: Person, now: datetime) -> None:
    activity = planned(carmen, now + DAY)
    client.force_login(
        enrol("ana", Role.AUDITOR), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    page = read(client, f"/comunidad/{activity.pk}/")
    assert "Operativo en Jipiro" in page
    assert 'action="/comunidad/' not in page


def test_a_full_month_takes_as_few_questions_as_an_empty_one(
    client: Client,
    carmen: Person,
    now: datetime,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    actions.remember(
        [actions.Past("training", f"Taller {n}", carmen, now, now) for n in range(120)]
    )
    read(client, "/comunidad/")
    with django_assert_max_num_queries(11):
        page = read(client, "/comunidad/")
    assert page.count("Taller ") == 120
