"""A planner enters the PDOT of the canton: pasted, looked at, accepted, aligned to."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from sereno.plans import actions
from sereno.plans.models import Catalogue, CatalogueObjective
from tests.plans.conftest import NOON, Council

COVER = {"kind": "pdot", "name": "PDOT 2024-2027", "source": "Ordenanza 12"}
PASTED = "Número\tObjetivo\nOE1\tCuidar el agua\nOE2\t\nOE3\tConvivir en paz"


@pytest.fixture
def carmen(council: Council, client: Client) -> Client:
    client.force_login(council.carmen)
    return client


def test_nothing_is_kept_before_it_is_accepted(carmen: Client) -> None:
    said = COVER | {"starts_on": "2024-01-01", "text": PASTED}
    seen = carmen.post("/planes/catalogos/nuevo/", said)
    page = seen.content.decode()
    assert "Objetivos que se registran: 2. Filas que no: 1." in page
    assert "Falta el número o el objetivo" in page
    assert not Catalogue.objects.exists()
    done = carmen.post("/planes/catalogos/nuevo/", said | {"accept": "1"}, follow=True)
    assert "Se registraron 2 objetivos." in done.content.decode()
    made = Catalogue.objects.get()
    assert (made.code, made.kind, made.starts_on) == ("pdot-2024-2027", "pdot", date(2024, 1, 1))
    assert [one.number for one in made.objectives.order_by("pk")] == ["OE1", "OE3"]
    again = carmen.post("/planes/catalogos/nuevo/", said | {"accept": "1"})
    assert again.status_code == 422
    assert "Cambie el nombre" in again.content.decode()


def test_a_file_is_read_as_if_it_had_been_pasted(carmen: Client) -> None:
    sent = SimpleUploadedFile("pdot.csv", "numero;objetivo\n1;Año a año".encode("cp1252"))
    said = COVER | {"starts_on": "2024-01-01", "file": sent}
    page = carmen.post("/planes/catalogos/nuevo/", said).content.decode()
    assert "1;Año a año</textarea>" in page
    scan = SimpleUploadedFile("pdot.pdf", b"%PDF-1.7 0")
    refused = carmen.post("/planes/catalogos/nuevo/", said | {"file": scan})
    assert refused.status_code == 422
    assert "no es una tabla" in refused.content.decode()


def test_it_is_added_to_corrected_and_read(carmen: Client, council: Council) -> None:
    actions.load_catalogues(at=NOON)
    axes = Catalogue.objects.get(code="pnd-2025-2029")
    more = {"text": "E1\tSocial\n1\tVivir mejor", "accept": "1"}
    carmen.post(f"/planes/catalogos/{axes.pk}/objetivos/", more)
    assert CatalogueObjective.objects.get(catalogue=axes, number="1").kind == "objective"
    assert axes.objectives.count() == 6
    backwards = {
        **{name: getattr(axes, name) for name in ("kind", "name", "source")},
        "starts_on": "2025-08-21",
        "ends_on": "2024-01-01",
    }
    refused = carmen.post(f"/planes/catalogos/{axes.pk}/", backwards)
    assert "Termina antes de empezar" in refused.content.decode()
    carmen.post(f"/planes/catalogos/{axes.pk}/", backwards | {"ends_on": "2029-12-31"})
    axes.refresh_from_db()
    assert axes.ends_on == date(2029, 12, 31)
    entry = CatalogueObjective.objects.get(catalogue__code="pnd-2024-2025", number="5")
    assert "título por confirmar" in carmen.get("/planes/catalogos/").content.decode()
    seen = {"title": "Producción nacional", "source": "Página de la planificación nacional"}
    carmen.post(f"/planes/catalogos/objetivo/{entry.pk}/", seen)
    page = carmen.get("/planes/catalogos/").content.decode()
    assert "Producción nacional" in page
    assert "Página de la planificación nacional" in page
    assert page.count('<td role="cell" data-head="Es">eje</td>') == 5


def test_whoever_does_not_plan_reads_them_without_tools(client: Client, council: Council) -> None:
    actions.load_catalogues(at=NOON)
    client.force_login(council.jorge)
    page = client.get("/planes/catalogos/").content.decode()
    assert "Plan de Desarrollo para el Nuevo Ecuador 2024-2025" in page
    assert "Añadir objetivos" not in page
