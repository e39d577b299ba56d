"""The pictures of README are of the product as it is: taken here, from the example.

`make pictures` keeps them in docs/pictures; any other run takes them and throws them away.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from sereno.example.cast import PASSWORD
from tests import needs
from tests.live import HOUSE, Installation

KEPT = HOUSE / "docs" / "pictures"
Window = Callable[..., Page]


@pytest.fixture
def album(tmp_path: Path) -> Path:
    return KEPT if os.environ.get("SERENO_PICTURES") == "1" else tmp_path


@pytest.fixture
def loja(server: Callable[..., Installation]) -> Installation:
    installation = server(SERENO_EXAMPLE="loja", SERENO_SECOND_FACTOR="offered")
    installation.prepare()
    installation.start()
    return installation


def cry(loja: Installation, *codes: str) -> None:
    keys = subprocess.run(
        [sys.executable, "-m", "tests.journeys.ring", *codes],
        cwd=HOUSE,
        env=loja.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    for line in keys.stdout.splitlines():
        account, key = line.split()
        httpx.post(
            f"{loja.url}/intake/http/",
            json={"account": account, "code": "panico"},
            headers={"Authorization": f"Bearer {key}"},
        ).raise_for_status()


@pytest.mark.needs(needs.CHROMIUM)
def test_the_operators_console(loja: Installation, window: Window, album: Path) -> None:
    page = window(width=1440, height=900, dark=True)
    page.goto(loja.url + "/cuentas/ingresar/")
    page.fill("[name=login]", "rosa")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.goto(loja.url + "/consola/")
    expect(page.locator("[data-live-status]")).to_have_text("En vivo")
    cry(loja, "BOT-001", "ALA-001", "BOT-004")
    expect(page.locator("#queue .count").first).to_have_text("3")
    expect(page.get_by_role("button", name="Tomar la alerta")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#hand")).to_contain_text("en sus manos desde las")
    picture = page.screenshot(path=album / "console.png")
    assert len(picture) > 30_000, "a console with alerts, units and a map is no empty page"


@pytest.mark.needs(needs.CHROMIUM)
def test_the_public_page(loja: Installation, window: Window, album: Path) -> None:
    page = window(width=1280, height=900)
    page.goto(loja.url + "/")
    expect(page.get_by_role("link", name="¿De dónde sale este número?").first).to_be_visible()
    picture = page.screenshot(path=album / "public.png")
    assert len(picture) > 30_000, "goals, numbers and bars are no empty page"


@pytest.mark.needs(needs.CHROMIUM)
def test_where_a_number_comes_from(loja: Installation, window: Window, album: Path) -> None:
    page = window(width=1280, height=900)
    page.goto(loja.url + "/")
    page.get_by_role("link", name="¿De dónde sale este número?").first.click()
    expect(page.get_by_role("heading", name="¿De dónde sale este número?")).to_be_visible()
    picture = page.screenshot(path=album / "figure.png")
    assert len(picture) > 30_000, "a promise, a measurement and its records are no empty page"
