"""The neighbour's button as a thumb, a keyboard and a telephone without a connection use it."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.alerts.stage import NEIGHBOURS
from tests.live import HOUSE, Installation

Window = Callable[..., Page]
pytestmark = pytest.mark.needs("Chromium")
HELD = 1_700  # milliseconds, a little more than the page asks for


@dataclass(frozen=True)
class Neighbour:
    """Someone with a telephone, signed in."""

    name: str
    session: str
    installation: Installation

    def stage(self, word: str) -> list[str]:
        return stage(self.installation, word, self.name)

    def telephone(self, page: Page) -> Page:
        cookie = {"name": "sessionid", "value": self.session, "url": self.installation.url}
        page.context.add_cookies([cookie])  # type: ignore[list-item]
        page.goto(self.installation.url + "/vecino/")
        return page


def stage(installation: Installation, *words: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.alerts.stage", *words],
        cwd=HOUSE,
        env=installation.environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def neighbours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Iterator[Neighbour]]:
    """One installation for all of these tests, with a neighbour for each."""
    installation = Installation(tmp_path_factory.mktemp("jipiro"), SERENO_SECOND_FACTOR="offered")
    try:
        installation.prepare()
        sessions = zip(NEIGHBOURS, stage(installation, "people"), strict=True)
        installation.start()
        yield (Neighbour(name, session, installation) for name, session in sessions)
    finally:
        installation.remove()


@pytest.fixture
def ana(neighbours: Iterator[Neighbour]) -> Neighbour:
    return next(neighbours)


def hold(page: Page, *, milliseconds: int = HELD) -> None:
    button = page.locator("button.cry")
    button.hover()
    page.mouse.down()
    page.wait_for_timeout(milliseconds)
    page.mouse.up()


def test_ana_presses_and_sees_help_come_step_by_step(ana: Neighbour, window: Window) -> None:
    page = ana.telephone(window(width=360, height=780))
    hold(page)
    heard = page.locator(".heard")
    expect(heard).to_contain_text("Esperando a una operadora")
    expect(page).to_have_url(re.compile(r"/vecino/\d+/$"))
    page.get_by_role("button", name="Robo o asalto").click()
    expect(page.get_by_role("button", name="Robo o asalto")).to_have_attribute(
        "aria-pressed", "true"
    )
    for step, words in (
        ("take", "Una operadora lo está viendo"),
        ("send", "Unidad en camino"),
        ("arrive", "La unidad llegó"),
        ("end", "El caso se cerró"),
    ):
        ana.stage(step)
        expect(heard).to_contain_text(words)
    assert ana.stage("alerts") == ["Santo Domingo -3.996 1"]


def test_a_pocket_does_not_cry(ana: Neighbour, window: Window) -> None:
    page = ana.telephone(window(width=360, height=780))
    hold(page, milliseconds=200)
    expect(page.locator("#said")).to_contain_text("Manténgalo pulsado")
    expect(page.locator("#sure")).to_be_hidden()
    assert ana.stage("alerts") == []


def test_the_keyboard_is_asked_once_instead_of_held(ana: Neighbour, window: Window) -> None:
    page = ana.telephone(window())
    page.locator("button.cry").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#sure")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".heard")).to_contain_text("Recibido")


def test_without_a_connection_the_cry_waits_says_so_and_is_heard_once(
    ana: Neighbour, window: Window
) -> None:
    page = ana.telephone(window(width=360, height=780))
    # The second visit is the one that the worker keeps.
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.reload()
    page.context.set_offline(True)
    hold(page)
    said = page.locator("#said")
    expect(said).to_contain_text("aún NO se ha escuchado")
    expect(said.get_by_role("link", name="Llamar al 911")).to_have_attribute("href", "tel:911")
    page.reload()
    expect(said).to_contain_text("aún NO se ha escuchado")
    page.context.set_offline(False)
    expect(page.locator(".heard")).to_contain_text("Recibido", timeout=15_000)
    assert ana.stage("alerts") == ["Santo Domingo -3.996 1"]


def test_without_scripts_the_form_asks_and_cries(ana: Neighbour, window: Window) -> None:
    page = ana.telephone(window(scripts=False))
    page.locator("button.cry").click()
    expect(page.locator(".heard")).to_have_count(0)
    for _ in range(2):
        page.get_by_label("Sí, necesito ayuda ahora").check()
        page.locator("button.cry").click()
        expect(page.locator(".heard")).to_contain_text("Esperando a una operadora")
        page.go_back()
    assert ana.stage("alerts") == ["Jipiro -3.9723 2"]
