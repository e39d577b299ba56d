"""What anyone can open: the council's goals, one by one, on the map, and how they are counted."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from sereno.plans.models import Indicator, Plan, Target
from sereno.reports import actions
from sereno.reports.queries.glance import LONG
from sereno.results.models import Measurement
from sereno.territory.models import Barrio, Parish
from tests.reports.conftest import MORNING, Council
from tests.reports.queries.test_goals import another
from tests.reports.queries.test_trace import minutes, of_parish

Measured = Callable[..., Measurement]


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_the_glance_shows_number_promise_and_the_way_to_its_origin(
    client: Client, council: Council, measured: Measured
) -> None:
    figure = actions.publish(measured(), by=council.marta, at=MORNING)
    page = text(client, "/")
    assert ">7,0<" in page
    assert "mediana de 8 minutos" in page
    assert f'href="/cifras/{figure.slug}/"' in page
    assert "Calculada de los registros" in page
    assert "Se cumple hasta hoy" in page


def test_a_goal_without_a_number_says_so_and_not_zero(client: Client, council: Council) -> None:
    page = text(client, "/")
    assert "Todavía no hay un número publicado" in page
    assert 'data-absent="not-due"' in page


def test_a_plan_of_earlier_years_is_a_line_and_its_goals_are_on_its_own_page(
    client: Client, council: Council
) -> None:
    ended = {"starts_on": date(2019, 1, 1), "ends_on": date(2019, 12, 31)}
    Plan.objects.update(**ended)
    Target.objects.update(**ended)
    page = text(client, "/")
    assert "Planes de años anteriores" in page
    assert 'href="/lo-prometido/poa-2026/"' in page
    assert council.indicator.name not in page
    assert "0 metas, de un vistazo" in page
    own = text(client, "/lo-prometido/poa-2026/")
    assert council.indicator.name in own
    assert "Centro de monitoreo" in own
    assert re.search(r'<details class="part" id="parte-[0-9]+" open>', own)


def test_of_a_long_plan_the_home_page_tells_how_each_component_stands(
    client: Client, council: Council
) -> None:
    component = council.project.objective.component
    assert council.indicator.name in text(client, "/")
    for number in range(LONG):
        another(council, number)
    page = text(client, "/").partition("<main")[2]
    assert council.indicator.name not in page
    assert f'href="/lo-prometido/poa-2026/#parte-{component.pk}"' in page
    assert f"{LONG + 1} metas, de un vistazo" in page
    own = text(client, "/lo-prometido/poa-2026/").partition("Del diagnóstico")[0]
    assert f'<details class="part" id="parte-{component.pk}">' in own
    assert council.indicator.name in own


def test_a_council_without_a_plan_is_told_so(client: Client, db: None) -> None:
    assert "Todavía no hay un plan publicado" in text(client, "/")
    assert "Todavía no hay una cifra con territorio" in text(client, "/mapa/")
    assert "Todavía no hay un informe" in text(client, "/informe/")


def test_a_goal_tells_who_answers_and_in_whose_words(
    client: Client, council: Council, measured: Measured
) -> None:
    figure = actions.publish(measured(), by=council.marta, at=MORNING)
    actions.correct(figure, measured({"incident:1": "9"}), "Faltaba", by=council.marta, at=MORNING)
    page = text(client, "/metas/arrive_median/")
    assert "Centro de monitoreo" in page
    assert "<q>mediana de 8 minutos</q>" in page
    assert "<s>7,0\u00a0min</s>" in page
    assert "Corrige a una anterior" in page


def test_a_goal_of_a_draft_is_not_there(client: Client, council: Council) -> None:
    assert client.get("/metas/no-existe/").status_code == 404


def test_the_parishes_of_a_goal_hide_the_small_numbers(
    client: Client, council: Council, measured: Measured
) -> None:
    for name, first, count, value in (
        ("Gualel", 1, 3, "21"),
        ("Jimbilla", 10, 6, "22"),
        ("Malacatos", 20, 30, "23"),
    ):
        rows = dict.fromkeys(minutes(first, count), value)
        actions.publish(
            measured(rows, target=of_parish(council, name)), by=council.marta, at=MORNING
        )
    page = text(client, "/metas/arrive_median/")
    assert "menos de 5" in page
    assert "reservado" in page
    assert "23,0\u00a0min" in page
    assert "21,0\u00a0min" not in page
    assert "22,0\u00a0min" not in page


@pytest.fixture
def covered(council: Council, measured: Measured) -> Indicator:
    """Two barrios of El Valle, one of them covered; Gualel has none registered."""
    Parish.objects.create(canton=council.parish.canton, name="Gualel", kind="rural")
    one, two = (Barrio.objects.create(parish=council.parish, name=n) for n in ("Jipiro", "Zarzas"))
    indicator = Indicator.objects.create(
        project=council.project,
        slug="barrios-cubiertos",
        name="Barrios con un equipo que funciona",
        unit="%",
        direction="rise",
        source="devices.barrios_covered",
        formula="share",
    )
    target = Target.objects.create(
        indicator=indicator,
        kind="share",
        value=Decimal(60),
        starts_on=date(2026, 1, 1),
        ends_on=date(2026, 12, 31),
    )
    rows = {f"barrio:{one.pk}": "1", f"barrio:{two.pk}": "0"}
    measurement = measured(rows, target=target, formula="share")
    actions.publish(measurement, by=council.marta, at=MORNING)
    return indicator


def test_the_map_counts_by_parish_and_tells_none_from_zero(
    client: Client, covered: Indicator
) -> None:
    page = text(client, "/mapa/")
    assert "50,0\u00a0%" in page
    assert "1 de 2" in page
    assert 'data-absent="not-applicable"' in page
    assert "<svg" in page
    assert "Jipiro (El Valle)" in text(
        client, f"/cifras/{covered.targets.get().measurements.get().figure.slug}/"
    )


def test_the_rules_are_told(client: Client, council: Council) -> None:
    page = text(client, "/como-se-calcula/")
    assert "nueve de cada diez" in page
    assert "menos de 5 casos" in page


def weight(client: Client) -> int:
    """What a browser fetches on its first visit: the page compressed, its files as they are."""
    answer = client.get("/", HTTP_ACCEPT_ENCODING="gzip")
    page = client.get("/").content.decode()
    files = set(
        re.findall(r'<(?:link rel="(?:stylesheet|icon)" href|img src)="/static/([^"]+)"', page)
    )
    assert len(files) > 5
    paths = [finders.find(name) for name in files]
    return len(answer.content) + sum(Path(str(path)).stat().st_size for path in paths)


def test_the_first_visit_weighs_less_than_a_hundred_kilobytes(
    client: Client, council: Council, measured: Measured
) -> None:
    for number in range(40):
        indicator = Indicator.objects.create(
            project=council.project,
            slug=f"meta-{number}",
            name=f"Una meta de nombre largo, como las que trae el plan del cantón, número {number}",
            unit="minutes",
            direction="fall",
            baseline=Decimal(20),
        )
        target = Target.objects.create(
            indicator=indicator,
            kind="quantity",
            value=Decimal(number + 1),
            source_words=f"lo que dijo el documento de la meta {number}",
            starts_on=date(2026, 1, 1),
            ends_on=date(2026, 12, 31),
        )
        actions.publish(measured(target=target), by=council.marta, at=MORNING)
    assert weight(client) < 100_000


@pytest.mark.parametrize(("path", "asked"), [("/", 13), ("/lo-prometido/{}/", 20)])
def test_a_page_of_many_goals_asks_no_more_for_more(
    client: Client,
    council: Council,
    measured: Measured,
    django_assert_num_queries: DjangoAssertNumQueries,
    path: str,
    asked: int,
) -> None:
    path = path.format(council.project.objective.component.plan.slug)
    with django_assert_num_queries(asked):
        text(client, path)
    for number in range(12):
        target = Target.objects.create(
            indicator=Indicator.objects.create(
                project=council.project,
                slug=f"meta-{number}",
                name=f"Meta {number}",
                unit="%",
                direction="rise",
            ),
            kind="share",
            value=Decimal(50),
            starts_on=date(2026, 1, 1),
            ends_on=date(2026, 12, 31),
        )
        actions.publish(measured(target=target), by=council.marta, at=MORNING)
    with django_assert_num_queries(asked):
        text(client, path)


def test_the_pages_need_no_script_and_set_no_cookie(client: Client, council: Council) -> None:
    for path in ("/", "/mapa/", "/bitacora/", "/como-se-calcula/", "/metas/arrive_median/"):
        answer = client.get(path)
        assert b"<script" not in answer.content, path
        assert not answer.cookies, path
