"""Machines are told which pages there are, and left out of the single cases."""

import re
from collections.abc import Callable

from django.test import Client
from django.urls import resolve

from sereno.reports import actions
from sereno.results.models import Measurement
from tests.reports.abundant import abound
from tests.reports.conftest import MORNING, Council

Measured = Callable[..., Measurement]


def test_every_address_of_the_map_of_the_site_opens(
    client: Client, council: Council, measured: Measured
) -> None:
    figure = actions.publish(measured(), by=council.marta, at=MORNING)
    addresses = re.findall("<loc>([^<]+)</loc>", client.get("/sitemap.xml").content.decode())
    assert f"http://testserver/cifras/{figure.slug}/" in addresses
    assert "http://testserver/metas/arrive_median/" in addresses
    assert "http://testserver/lo-prometido/poa-2026/" in addresses
    for address in addresses:
        assert client.get(address.removeprefix("http://testserver")).status_code == 200


def test_robots_find_the_map_and_no_single_cases(client: Client, db: None) -> None:
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /cifras/*/casos/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


def test_every_public_page_is_on_the_map(
    client: Client, council: Council, measured: Measured
) -> None:
    abound(council, measured)
    text = client.get("/sitemap.xml").content.decode()
    found = {
        resolve(address.removeprefix("http://testserver")).view_name
        for address in re.findall("<loc>([^<]+)</loc>", text)
    }
    assert {"reports:open-data", "reports:plan", "reports:indicator", "assemblies:matter"} <= found
    assert {"assemblies:index", "assemblies:ask", "assemblies:compliance"} <= found
    assert len(re.findall("<loc>", text)) == len(set(re.findall("<loc>([^<]+)</loc>", text)))
