"""Open data is public, whole and kept by caches; the page leads to every file."""

import json
import re
from collections.abc import Callable

import pytest
from django.test import Client
from lxml import etree

from sereno.reports.queries.opened import TABLES
from sereno.results.models import Measurement
from tests.reports.abundant import abound
from tests.reports.conftest import Council


@pytest.fixture
def page(client: Client, council: Council, measured: Callable[..., Measurement]) -> str:
    abound(council, measured)
    return client.get("/datos/").content.decode()


def test_every_file_of_the_page_opens_and_is_not_sent_twice(client: Client, page: str) -> None:
    found = re.findall(r'href="(/(?:datos|novedades|calendario)[^"#]*)"', page)
    assert len(set(found)) >= 3 * len(TABLES) + 7
    for address in set(found):
        first = client.get(address)
        assert first.status_code == 200, address
        again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
        assert again.status_code == 304, address


def test_the_catalogue_names_each_table_with_three_files(client: Client, page: str) -> None:
    answer = client.get("/datos/catalogo.jsonld")
    assert answer.headers["Content-Type"] == "application/ld+json"
    told = json.loads(answer.content)
    assert told["@type"] == "dcat:Catalog"
    assert [one["dct:identifier"] for one in told["dcat:dataset"]] == [one.file for one in TABLES]
    for one in told["dcat:dataset"]:
        for file in one["dcat:distribution"]:
            address = file["dcat:downloadURL"]["@id"].removeprefix("http://testserver")
            assert client.get(address).status_code == 200


def test_the_results_tell_the_published_figure(client: Client, page: str) -> None:
    root = etree.fromstring(client.get("/datos/resultados-iati.xml").content)
    assert [one.get("value") for one in root.iterfind(".//actual")] == ["7.0000"]
    assert "borrador" not in etree.tostring(root, encoding="unicode")


@pytest.mark.parametrize("name", ["otra.csv", "planes.exe", "datos-abiertos.csv"])
def test_what_is_no_table_is_not_there(client: Client, page: str, name: str) -> None:
    assert client.get(f"/datos/{name}").status_code == 404


def test_any_page_may_read_it(client: Client, page: str) -> None:
    assert client.get("/datos/metas.json").headers["Access-Control-Allow-Origin"] == "*"
