"""A month of transparency from the desk to the public page, and its files to whoever asks."""

import io
import json
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from sereno.assemblies import actions as assemblies
from sereno.reports.formats import checked
from sereno.reports.formats.pdf import signing
from sereno.reports.models import Edition, RegisterPage
from tests.reports import story
from tests.reports.conftest import MORNING, Council
from tests.reports.formats import chain

MONTH = "/publicar/transparencia/2026/10/"
ROW = "Convenio\t03/10/2026\tCámaras\tPolicía\tun año\thttps://loja.example/a.pdf"


@pytest.fixture
def desk(council: Council, client: Client) -> Client:
    story.answered(1, by="person:1")
    client.force_login(council.carmen)
    return client


@pytest.fixture
def published(desk: Client, council: Council) -> Edition:
    desk.post(f"{MONTH}preparar/")
    edition = Edition.objects.get()
    desk.force_login(council.marta)
    desk.post(f"/publicar/ediciones/{edition.pk}/publicar/")
    desk.logout()
    edition.refresh_from_db()
    return edition


def test_the_month_says_what_is_missing_and_the_points(desk: Client) -> None:
    page = desk.get(MONTH).content.decode()
    assert "Nadie llenó este numeral" in page
    assert "Sale de los registros" in page


def test_a_register_is_looked_at_before_it_is_kept(desk: Client) -> None:
    given = {"state": "rows", "text": ROW, "because": ""}
    page = desk.post(f"{MONTH}18/", given).content.decode()
    assert "Así quedaría" in page
    assert not RegisterPage.objects.exists()
    desk.post(f"{MONTH}18/", given | {"keep": "1"})
    assert RegisterPage.objects.standing().get().rows == [ROW.split("\t")]


def test_kept_again_the_page_before_stays_and_is_replaced(desk: Client) -> None:
    given = {"state": "rows", "text": ROW, "keep": "1"}
    desk.post(f"{MONTH}18/", given)
    desk.post(f"{MONTH}18/", given | {"text": ROW.replace("un año", "dos años")})
    assert RegisterPage.objects.count() == 2
    assert RegisterPage.objects.standing().get().rows[0][4] == "dos años"


def test_an_absence_needs_its_reason(desk: Client) -> None:
    refused = desk.post(f"{MONTH}18/", {"state": "not_applicable", "keep": "1"})
    assert refused.status_code == 400
    assert "Escriba por qué no hay información." in refused.content.decode()


def test_personal_data_keep_an_edition_from_being_prepared(desk: Client) -> None:
    text = ROW.replace("Cámaras", "Vecina 1710034065")
    desk.post(f"{MONTH}18/", {"state": "rows", "text": text, "keep": "1"})
    page = desk.post(f"{MONTH}preparar/", follow=True).content.decode()
    assert "18, fila 1, Objeto" in page
    assert not Edition.objects.exists()


def test_whoever_prepared_it_is_told_who_must_publish(desk: Client) -> None:
    page = desk.post(f"{MONTH}preparar/", follow=True).content.decode()
    assert "debe publicarla otra persona" in page


def test_anyone_reads_the_month_and_its_goal(published: Edition, client: Client) -> None:
    page = client.get("/transparencia/2026/10/").content.decode()
    assert "Llegar pronto" in page
    assert published.seal in page
    assert "octubre" in client.get("/transparencia/").content.decode().lower()


@pytest.mark.parametrize("ending", ["pdf", "xlsx", "zip"])
def test_each_file_is_whole(published: Edition, client: Client, ending: str) -> None:
    sent = client.get(f"/ediciones/{published.slug}/edicion.{ending}")
    assert sent.status_code == 200
    assert checked.check(b"".join([sent.content]), f"a.{ending}") == []


def test_word_and_data_are_sent_too(published: Edition, client: Client) -> None:
    sent = client.get(f"/ediciones/{published.slug}/edicion.docx")
    assert zipfile.is_zipfile(io.BytesIO(sent.content))
    told = json.loads(client.get(f"/ediciones/{published.slug}/edicion.json").content)
    assert told["kind"] == "transparency"
    data = client.get(f"/ediciones/{published.slug}/csv/1-3_conjunto_de_datos.csv")
    assert "Llegar pronto" in data.content.decode("utf-8-sig")


@pytest.mark.parametrize(
    "path",
    ["/transparencia/2026/13/", "/transparencia/2020/1/", "/ediciones/nada/edicion.pdf"],
)
def test_what_is_not_published_is_not_there(db: None, client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_waiting_edition_is_nobodys_to_read(desk: Client) -> None:
    desk.post(f"{MONTH}preparar/")
    desk.logout()
    assert desk.get(f"/ediciones/{Edition.objects.get().slug}/").status_code == 404


def test_sent_back_the_reason_is_told(desk: Client, council: Council) -> None:
    desk.post(f"{MONTH}preparar/")
    pk = Edition.objects.get().pk
    desk.force_login(council.marta)
    desk.post(f"/publicar/ediciones/{pk}/devolver/", {"because": "Falta el numeral 6"})
    assert "Falta el numeral 6" in desk.get(f"/publicar/ediciones/{pk}/").content.decode()


def test_the_account_of_the_year_stands_beside_the_months(desk: Client, council: Council) -> None:
    assemblies.load_steps(by=council.carmen, at=MORNING)
    assemblies.open_process(
        2025,
        entity="entidad vinculada a un GAD",
        calendar="normal",
        by=council.carmen,
        at=MORNING,
    )
    page = desk.get("/publicar/transparencia/").content.decode()
    assert "Rendición de cuentas de 2025" in page
    assert "No cumpliría todavía" in page
    assert "todavía no consta que se hizo" in page


def test_three_people_sign_a_month(desk: Client, council: Council) -> None:
    desk.post(f"{MONTH}preparar/")
    edition = Edition.objects.get()
    for who in (council.carmen, council.jorge, council.marta):
        desk.force_login(who)
        given = {
            "certificate": SimpleUploadedFile("mio.p12", chain.pkcs12_of(str(who))),
            "password": chain.PASSWORD,
        }
        answer = desk.post(f"/publicar/ediciones/{edition.pk}/firmar/", given, follow=True)
        assert "Quedó firmada" in answer.content.decode()
    data = b"".join(desk.get(f"/publicar/ediciones/{edition.pk}/firmado.pdf"))
    assert [each.holds for each in signing.signatures(data)] == [True, True, True]
    assert checked.check(data, "firmado.pdf") == []


def test_whoever_only_reads_is_offered_no_register_to_fill(desk: Client, council: Council) -> None:
    offered = f'href="{MONTH}18/"'
    assert offered in desk.get(MONTH).content.decode()
    desk.force_login(council.marta)
    read = desk.get(MONTH).content.decode()
    assert "18. " in read
    assert offered not in read
