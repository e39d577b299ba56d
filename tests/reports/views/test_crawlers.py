"""Machines are told which pages there are, and left out of the single cases."""

import re
from collections.abc import Callable

from django.test import Client

from sereno.reports import actions
from sereno.results.models import Measurement
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
