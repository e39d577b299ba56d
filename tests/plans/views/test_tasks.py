"""A planner enters an activity, another person confirms what was done and what changes."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from sereno.plans import actions
from sereno.plans.models import Plan, Project, Task, TaskChange, TaskProgress
from tests.plans.conftest import NOON, Council
from tests.plans.models.test_tasks import HALVES, draft

JULY = datetime(2026, 7, 1, 15, tzinfo=UTC)
ADD = "/planes/parte/actividad/nueva/{}/"
ASKED = {
    "name": "Pintar los postes",
    "starts_on": "2026-02-01",
    "ends_on": "2026-04-30",
    "cost": "1.200,50",
}


@pytest.fixture
def july(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: JULY)


@pytest.fixture
def plan(council: Council) -> Plan:
    return actions.draft_plan(draft(), by=council.carmen, at=NOON)


@pytest.fixture
def public(council: Council, plan: Plan) -> Task:
    actions.publish_plan(plan, by=council.marta, at=NOON)
    return Task.objects.get(name="Instalar las alarmas")


def test_a_row_of_a_sheet_is_pasted_into_the_first_month(
    client: Client, council: Council, plan: Plan
) -> None:
    client.force_login(council.carmen)
    project = Project.objects.get(name="Operativos")
    pasted = "0\t25,5\t50\t24,5\t0\t0\t0\t0\t0\t0\t0\t0"
    answer = client.post(ADD.format(project.pk), ASKED | {"shares_0": pasted})
    assert answer.status_code == 302
    task = project.tasks.get()
    assert task.programming.shares[:4] == tuple(map(Decimal, ("0", "25.5", "50", "24.5")))
    assert (task.cost, task.spending) == (Decimal("1200.50"), [])
    page = client.get(f"/planes/parte/actividad/{task.pk}/").content.decode()
    assert 'value="25,5"' in page
    page = client.get(f"/planes/{plan.slug}/").content.decode()
    assert "feb 25,5" in page.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"shares_1": "97"}, "deben sumar 100. Revise"),
        ({"shares_11": "100"}, "fuera de sus fechas"),
        ({"spending_1": "1.200,49"}, "deben sumar el costo"),
        ({"ends_on": "2026-01-01"}, "Termina antes de empezar"),
        ({"ends_on": "2027-01-01"}, "Se sale del período del plan"),
        ({"shares_1": "0.875"}, "No se entiende el número"),
    ],
)
def test_what_contradicts_itself_comes_back_with_what_to_do(
    client: Client, council: Council, plan: Plan, said: dict[str, str], words: str
) -> None:
    client.force_login(council.carmen)
    project = Project.objects.get(name="Operativos")
    answer = client.post(ADD.format(project.pk), ASKED | said)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not project.tasks.exists()


def test_progress_is_told_by_one_and_confirmed_by_another(
    client: Client, council: Council, public: Task, july: None
) -> None:
    client.force_login(council.carmen)
    address = f"/planes/actividad/{public.pk}/"
    said = {"until": "2026-06", "done": "45,5", "evidence": "https://ejemplo.org/acta"}
    refused = client.post(f"{address}avance/", said | {"until": "2026-08"})
    assert refused.status_code == 422
    assert client.post(f"{address}avance/", said).status_code == 302
    progress = TaskProgress.objects.get()
    own = client.post(f"/planes/avance/{progress.pk}/confirmar/", follow=True).content.decode()
    assert "debe confirmarlo otra persona" in own
    client.force_login(council.jorge)
    bare = client.post(f"/planes/avance/{progress.pk}/devolver/", follow=True).content.decode()
    assert "Escriba por qué" in bare
    client.post(f"/planes/avance/{progress.pk}/confirmar/")
    page = client.get(address).content.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert "45,5 %" in page
    assert "confirmado · Jorge Financiero" in page


def test_a_published_activity_is_reprogrammed_from_the_director_s_list(
    client: Client, council: Council, public: Task, july: None
) -> None:
    client.force_login(council.carmen)
    later = {f"shares_{month}": str(HALVES[month - 1]) for month in range(12)}
    said = ASKED | later | {"ends_on": "2026-12-31", "starts_on": "2026-01-01"}
    said["because"] = "La bodega se entrega en abril"
    answer = client.post(f"/planes/actividad/{public.pk}/reprogramar/", said)
    assert answer.status_code == 302, answer.content.decode()
    change = TaskChange.objects.get()
    client.force_login(council.marta)
    page = client.get("/resultados/decidir/").content.decode()
    assert "La bodega se entrega en abril" in page
    assert ">abril<" in page
    client.post("/resultados/decidir/", {"approve": f"task:{change.pk}"})
    public.refresh_from_db()
    assert public.cost == Decimal("1200.50")
    assert public.programming.shares[3] == 50
    client.force_login(council.carmen)
    page = client.get(f"/planes/actividad/{public.pk}/").content.decode()
    assert "rige desde el 01/07/2026" in page


def test_anyone_reads_the_activities_of_a_published_plan(
    client: Client, public: Task, plan: Plan
) -> None:
    page = client.get(f"/lo-prometido/{plan.slug}/").content.decode()
    assert "Instalar las alarmas" in page
    assert "Soporte Técnico" in page
    assert f"/planes/actividad/{public.pk}/" not in page
    (project,) = (
        project
        for component in client.get(f"/api/v1/plans/{plan.slug}").json()["components"]
        for objective in component["objectives"]
        for project in objective["projects"]
        if project["activities"]
    )
    first, second = project["activities"]
    assert Decimal(first["shares"][2]) == 50
    assert (first["responsible"], second["responsible"]) == (
        "Soporte Técnico",
        "Proyectos Tecnológicos",
    )
    assert (second["shares"], second["cost"], second["done"]) == ([], None, None)
