"""A neighbour presses the button; anyone can find that press in the published figure.

Everything is done as people do it: in a real browser, against the real
program, each person in a window of their own.
"""

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO

import httpx
import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests import needs
from tests.live import HOUSE, Installation

YEAR = (datetime.now(UTC) - timedelta(hours=5)).year  # in Ecuador
Window = Callable[..., Page]
STEPS = (
    "Llegó la señal y quedó guardada",
    "La señal se convirtió en alerta",
    "Una persona de la central tomó la alerta",
    "Se abrió el incidente",
    "Se envió una unidad",
    "Llegó una unidad al lugar",
    "Se cerró el incidente",
)


@pytest.fixture
def council(server: Callable[..., Installation]) -> Installation:
    installation = server(SERENO_SECOND_FACTOR="offered")
    installation.prepare()
    staged = subprocess.run(
        [sys.executable, "-m", "tests.journeys.stage"],
        cwd=HOUSE,
        env=installation.environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert staged.returncode == 0, staged.stderr
    installation.start()
    return installation


@pytest.mark.needs(needs.CHROMIUM)
def test_a_press_of_the_button_is_found_in_the_published_figure(
    council: Installation, window: Window
) -> None:
    console = sign_in(window(), council, "rosa")
    console.goto(council.url + "/consola/")
    expect(console.locator("[data-live-status]")).to_have_text("En vivo")
    telephone = sign_in(window(width=360, height=740), council, "irene")
    cry(telephone, council)
    answer(console, telephone)
    account(window, council)
    walk_back(window(), council)


def sign_in(page: Page, council: Installation, name: str) -> Page:
    page.goto(council.url + "/cuentas/ingresar/")
    page.fill("[name=login]", name)
    page.fill("[name=password]", f"la clave de {name}")
    page.press("[name=password]", "Enter")
    page.wait_for_url(re.compile("^((?!ingresar).)*$"))
    return page


def cry(telephone: Page, council: Installation) -> None:
    telephone.goto(council.url + "/vecino/")
    telephone.get_by_role("button", name="Pedir ayuda Mantenga pulsado").hover()
    telephone.mouse.down()
    expect(telephone.locator("main")).to_contain_text("Recibido")
    telephone.mouse.up()


def answer(console: Page, telephone: Page) -> None:
    """By keyboard alone, on a console nobody reloads."""
    expect(console.locator("#hand h2")).to_have_text("Llamado de auxilio")
    console.keyboard.press("Enter")
    expect(console.locator("#hand")).to_contain_text("en sus manos desde las")
    expect(telephone.locator("main")).to_contain_text("lo está viendo")
    console.keyboard.press("1")
    expect(console.locator("#class-real")).to_have_attribute("aria-pressed", "true")
    console.keyboard.press("d")
    expect(console.locator("[id^=unit-]").first).to_be_focused()
    console.keyboard.press("Enter")
    expect(console.locator(".sent")).to_contain_text("UPC-01")
    console.keyboard.press("Escape")
    console.keyboard.press("a")
    expect(console.locator(".sent")).to_contain_text("en el lugar desde las")
    expect(telephone.locator("main")).to_contain_text("llegó")
    console.keyboard.press("c")
    console.keyboard.press("Enter")
    expect(console.locator("#messages")).to_contain_text("quedó cerrado")


def account(window: Window, council: Installation) -> None:
    """Measured by one person, reviewed by another, approved and published by a third."""
    carmen = sign_in(window(), council, "carmen")
    carmen.goto(council.url + "/resultados/")
    carmen.get_by_role("link", name="Minutos hasta que llega ayuda").first.click()
    carmen.get_by_role("link", name=re.compile("Medir ahora")).first.click()
    carmen.get_by_role("button", name="Guardar como borrador").click()
    expect(carmen.locator("main")).to_contain_text("Falta que otra persona la revise")
    measurement = carmen.url
    decide(sign_in(window(), council, "diego"), measurement, "Dar por revisada")
    elena = sign_in(window(), council, "elena")
    decide(elena, measurement, "Aprobar")
    elena.goto(council.url + "/publicar/")
    elena.get_by_role("button", name=re.compile("^Publicar")).click()
    expect(elena.locator("main")).to_contain_text("Publicadas hace poco")
    expect(elena.get_by_role("button", name=re.compile("^Publicar"))).to_have_count(0)


def decide(page: Page, measurement: str, what: str) -> None:
    page.goto(measurement)
    page.get_by_role("button", name=what).click()
    expect(page.locator("main")).to_contain_text(
        {"Dar por revisada": "Revisada.", "Aprobar": "Aprobada."}[what]
    )


def walk_back(visitor: Page, council: Installation) -> None:
    """From the home page down to the alarm, signed in as nobody, and the same number on paper."""
    visitor.goto(council.url + "/")
    goal = visitor.locator("article, li, .card").filter(has_text="Minutos hasta que llega ayuda")
    expect(goal.first).to_contain_text("min")
    goal.get_by_role("link", name="¿De dónde sale este número?").first.click()
    printed = visitor.locator("main .value").first.inner_text().split()[0]
    visitor.get_by_role("link", name=re.compile("incidente 6$", re.IGNORECASE)).click()
    story = visitor.locator("main")
    place = 0
    for step in STEPS:
        place = story.inner_text().index(step, place)
    expect(story).not_to_contain_text("Rosa")
    expect(story).not_to_contain_text("Irene")
    paper = httpx.get(f"{council.url}/informe/{YEAR}/informe.pdf", timeout=60)
    assert paper.headers["content-type"] == "application/pdf"
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(paper.content)).pages)
    assert f"{printed} min" in text.replace("\u00a0", " ")
