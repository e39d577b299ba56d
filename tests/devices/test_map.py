"""The map of devices in a real browser: each mark in its place, by its shape, and by keyboard."""

import re
import subprocess
import sys
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.devices.stage import STREET
from tests.live import HOUSE, Installation

pytestmark = pytest.mark.needs("Chromium")


def open_map(server: Callable[..., Installation], page: Page) -> None:
    installation = server(SERENO_SECOND_FACTOR="offered")
    installation.prepare()
    staged = subprocess.run(
        [sys.executable, "-m", "tests.devices.stage"],
        cwd=HOUSE,
        env=installation.environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert staged.returncode == 0, staged.stderr
    installation.start()
    cookie = {"name": "sessionid", "value": staged.stdout, "url": installation.url}
    page.context.add_cookies([cookie])  # type: ignore[list-item]
    page.goto(f"{installation.url}/dispositivos/mapa/")


def middle(mark: Locator) -> tuple[float, float]:
    box = mark.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_each_device_stands_where_it_is_and_says_how_it_is(
    server: Callable[..., Installation], window: Callable[..., Page]
) -> None:
    page = window()
    open_map(server, page)
    marks = page.locator(".thing")
    expect(marks).to_have_count(len(STREET))
    at = {code: middle(page.locator(f'.thing[title^="{code}"]')) for code, *_ in STREET}
    assert at["ALA-01"][1] < at["ALA-02"][1] < at["BOT-01"][1], "north is up"
    assert at["BOT-01"][0] < at["ALA-02"][0], "west is left"
    assert abs(at["CAM-01"][1] - at["ALA-02"][1]) < 2, "the same latitude, the same height"

    for state, shapes in (("operating", 2), ("out", 1), ("installed", 1)):
        drawing = page.locator(f'.legend [data-state="{state}"] path').get_attribute("d")
        assert page.locator(f'.thing path[d="{drawing}"]').count() == shapes
    expect(page.locator('.thing[title^="CAM-01"]')).to_have_attribute("data-kind", "attention")
    expect(page.locator('.thing[title^="CAM-01"]')).to_have_attribute(
        "title", "CAM-01 · fuera de servicio · Alarma CAM-01"
    )

    page.locator(".marks a").nth(0).focus()
    page.keyboard.press("Tab")
    chosen = page.locator(".thing.chosen")
    expect(chosen).to_have_count(1)
    expect(chosen.locator("span")).to_be_visible()
    expect(chosen.locator("span")).to_have_text("ALA-02 · operativo")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/dispositivos/ALA-02/$"))
